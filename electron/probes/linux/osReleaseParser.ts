import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

/** Shell-like assignments of os-release(5): values may be quoted; backslash escapes `"`, `$`, `\` and the backtick. */
export function assignments(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split("\n")) {
    const match = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line.trim());
    const [, name, raw] = match ?? [];
    if (name === undefined || raw === undefined) continue;
    const quoted = /^(["'])(.*)\1$/.exec(raw);
    const value = quoted ? (quoted[2] ?? "") : raw;
    found.set(name, quoted?.[1] === "'" ? value : value.replaceAll(/\\(["$\\`])/g, "$1"));
  }
  return found;
}

/** https://www.freedesktop.org/software/systemd/man/latest/os-release.html. `kernel` comes from elsewhere and is passed through. */
export function parseOsRelease(bytes: Uint8Array, kernel: string | null): Parsed<FactValue<"os-release">> {
  const found = assignments(decodeUtf8(bytes));
  const id = found.get("ID");
  const name = found.get("PRETTY_NAME") ?? found.get("NAME");
  if (!id || !/^[a-z0-9._-]+$/.test(id) || !name) return notParsed("os-release names no system (ID, NAME)");
  const supportEnd = z.iso.date().safeParse(found.get("SUPPORT_END"));
  return parsed({
    product: outside(id),
    // Rolling releases have none: https://www.freedesktop.org/software/systemd/man/latest/os-release.html#VERSION_ID=
    version: outside(found.get("VERSION_ID") ?? found.get("VERSION_CODENAME") ?? found.get("BUILD_ID") ?? ""),
    name: outside(name),
    build: found.has("BUILD_ID") ? outside(found.get("BUILD_ID") ?? "") : null,
    edition: found.has("VARIANT_ID") ? outside(found.get("VARIANT_ID") ?? "") : null,
    kernel: kernel === null ? null : outside(kernel),
    supportEnd: supportEnd.success ? supportEnd.data : null,
  });
}
