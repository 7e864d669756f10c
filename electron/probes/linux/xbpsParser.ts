import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

/**
 * `xbps-install -un` (xbps-install(1), "--dry-run"): "openssl-3.3.2_2 update x86_64 https://…", a row for each step of the update, and nothing when there is
 * none. Cut between two rows it looks whole.
 */
export function parseXbpsUpdate(stdout: Uint8Array, stderr: Uint8Array): Parsed<readonly string[]> {
  const complaint = decodeUtf8(stderr).trim();
  if (complaint !== "") return notParsed(`xbps-install: ${complaint.slice(0, 200)}`);
  const names: string[] = [];
  for (const line of decodeUtf8(stdout).replaceAll("\r\n", "\n").split("\n")) {
    if (line === "") continue;
    const [, name, step] =
      /^(\S+)-[^-\s]+_\d+ (install|update|configure|remove|hold|reinstall|downgrade)(?: \S+ \S+)?(?: \d+ \d+)?$/.exec(line) ?? [];
    if (name === undefined) return notParsed(`xbps-install: a line that is not known: ${line.slice(0, 100)}`);
    if (step === "update" || step === "install" || step === "hold") names.push(outside(name));
  }
  return parsed(names);
}
