import type { Evidence } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { type CommandId, commands } from "../../host/commands.ts";
import type { Host } from "../../host/host.ts";
import { commandRefusal, complaint, couldNotSee, evidence, isThere, type Parsed, type Refusal } from "../common/gather.ts";
import { parseMdatpHealth } from "../common/mdatpHealth.ts";
import type { Probe } from "../probe.ts";
import { type Product, parseSentinelctl } from "./antivirusParsers.ts";
import { newestDate, readInstallHistory } from "./installHistory.ts";
import { readPlist } from "./plistFile.ts";

type Answer = { readonly seen: Evidence } & ({ readonly product: Product } | { readonly refusal: Refusal });

/** From macOS 15 on the bundle in use is delivered apart from the system; the newer of the two counts. */
const xprotectFiles = [
  "/var/protected/xprotect/XProtect.bundle/Contents/Info.plist",
  "/Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info.plist",
] as const;
const falcon = "/Applications/Falcon.app/Contents/Resources/falconctl";

/** XProtect, which every macOS has: its definitions are as old as the newest of its bundle and of the record of what was installed. */
async function readXprotect(host: Host): Promise<Answer> {
  const [files, history] = await Promise.all([Promise.all(xprotectFiles.map((path) => readPlist(host, path))), readInstallHistory(host)]);
  const read = files.flatMap((file) => (file.outcome === "read" ? [file.modifiedAt] : []));
  const source = xprotectFiles.join(", ");
  if (read.length === 0) {
    const refusal = files.flatMap((file) => (file.outcome === "refused" ? [file.refusal] : []))[0];
    return { refusal: refusal ?? unknown("failed", "no XProtect bundle"), seen: evidence(source, "could not be read") };
  }
  const installed = history.filter(({ name }) => /^XProtectPlistConfigData/.test(name)).map(({ at }) => at);
  const definitionsAt = newestDate([...read, ...installed]) ?? null;
  return {
    product: { name: "XProtect", state: "on", definitionsAt, upToDate: null },
    seen: evidence(source, `definitions of ${definitionsAt ?? "?"}`),
  };
}

/** A product that says of itself how it is, when its program is there. */
async function ask(host: Host, id: CommandId, parse: (bytes: Uint8Array) => Parsed<Product>, signal: AbortSignal): Promise<readonly Answer[]> {
  const [path] = commands[id].files;
  if (!(await isThere(host, path))) return [];
  const result = await host.run(id, signal);
  const refusal = commandRefusal(result);
  if (refusal) return [{ refusal, seen: evidence(path, refusal.kind === "unknown" ? refusal.detail : "") }];
  if (result.code !== 0) return [{ refusal: unknown("failed", complaint(result)), seen: evidence(path, complaint(result)) }];
  const product = parse(result.stdout);
  if (!product.ok) return [{ refusal: unknown("unparsed", product.detail), seen: evidence(path, product.detail) }];
  return [{ product: product.value, seen: evidence(path, `${product.value.state}, definitions of ${product.value.definitionsAt ?? "?"}`) }];
}

/** Only root can ask it; its program is the sign that it is installed, no proof that it works. */
async function seeFalcon(host: Host): Promise<readonly Answer[]> {
  if (!(await isThere(host, falcon))) return [];
  return [
    {
      refusal: unknown("needs-admin", "CrowdStrike Falcon is installed; only root can ask it"),
      seen: evidence(falcon, "installed, state not readable"),
    },
  ];
}

export const antivirus: Probe<"antivirus"> = {
  id: "macos.antivirus",
  fact: "antivirus",
  uses: ["mdatp-health-macos", "sentinelctl"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const answers = (
      await Promise.all([
        readXprotect(host).then((answer) => [answer]),
        ask(host, "mdatp-health-macos", (bytes) => parseMdatpHealth(bytes, host.now()), signal),
        ask(host, "sentinelctl", parseSentinelctl, signal),
        seeFalcon(host),
      ])
    ).flat();
    const seen = answers.map((answer) => answer.seen);
    const products = answers.flatMap((answer) => ("product" in answer ? [answer.product] : []));
    const [refusal] = answers.flatMap((answer) => ("refusal" in answer ? [answer.refusal] : []));
    // One product that works is enough to know; otherwise the one that could not be asked may be the one that guards.
    if (!products.some(({ state }) => state === "on")) return couldNotSee(refusal ?? unknown("failed", "no product answered"), seen);
    return { observation: known({ products }), evidence: seen };
  },
};
