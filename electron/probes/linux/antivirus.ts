import type { Evidence } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { antivirusUnits } from "../../host/commands/linux.ts";
import { type CommandId, commands } from "../../host/commands.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, evidence, isThere, type Parsed, type Refusal } from "../common/gather.ts";
import { type Product, parseMdatpHealth } from "../common/mdatpHealth.ts";
import type { Probe } from "../probe.ts";
import { parseBduitool, parseClamavVersion } from "./antivirusParsers.ts";
import { parseIsActive } from "./systemctlParser.ts";

/** A product that is installed: what it says of itself, or why it could not be asked. */
type Answer = { readonly seen: Evidence } & ({ readonly product: Product } | { readonly refusal: Refusal });

/** Products whose state only root can ask; a file of theirs is the sign that they are installed, no proof that they work. */
const rootOnly = [
  { name: "SentinelOne", path: "/opt/sentinelone/bin/sentinelctl" },
  { name: "Sophos Protection", path: "/opt/sophos-spl/base/etc/logger.conf" },
  { name: "CrowdStrike Falcon", path: "/opt/CrowdStrike/falconctl" },
] as const;

async function firstThere(host: Host, paths: readonly string[]): Promise<boolean> {
  return (await Promise.all(paths.map((path) => isThere(host, path)))).includes(true);
}

async function ask(host: Host, id: CommandId, parse: (bytes: Uint8Array) => Parsed<Product>, signal: AbortSignal): Promise<Answer> {
  const result = await host.run(id, signal);
  const seen = evidence(commandLine(id), "");
  const refusal = commandRefusal(result);
  if (refusal) return { refusal, seen };
  if (result.code !== 0) return { refusal: unknown("failed", complaint(result)), seen };
  const product = parse(result.stdout);
  if (!product.ok) return { refusal: unknown("unparsed", product.detail), seen };
  return { product: product.value, seen: evidence(commandLine(id), `${product.value.state}, definitions of ${product.value.definitionsAt ?? "?"}`) };
}

/** ClamAV guards only while its daemon runs; the scanner alone looks when it is called. */
async function askClamav(host: Host, signal: AbortSignal): Promise<Answer> {
  const [version, active] = await Promise.all([host.run("clamav-version", signal), host.run("systemctl-is-active", signal)]);
  const line = decodeUtf8(version.stdout).trim().slice(0, 200);
  const states = parseIsActive(active.stdout);
  const seen = evidence(`${commandLine("clamav-version")}; ${commandLine("systemctl-is-active")}`, [
    line,
    ...(states.ok ? antivirusUnits.map((unit) => `${unit}: ${states.value.get(unit) ? "active" : "not active"}`) : []),
  ]);
  const refusal = commandRefusal(version) ?? commandRefusal(active);
  if (refusal) return { refusal, seen };
  if (version.code !== 0) return { refusal: unknown("failed", complaint(version)), seen };
  const definitionsAt = parseClamavVersion(version.stdout);
  if (!definitionsAt.ok) return { refusal: unknown("unparsed", definitionsAt.detail), seen };
  if (!states.ok) return { refusal: unknown("unparsed", `${states.detail}; ${complaint(active)}`), seen };
  const state = antivirusUnits.some((unit) => states.value.get(unit)) ? "on" : "off";
  return { product: { name: "ClamAV", state, definitionsAt: definitionsAt.value, upToDate: null }, seen };
}

async function askAll(host: Host, signal: AbortSignal): Promise<readonly Answer[]> {
  const answers = await Promise.all([
    firstThere(host, commands["clamav-version"].files).then((there) => (there ? [askClamav(host, signal)] : [])),
    firstThere(host, commands["mdatp-health"].files).then((there) =>
      there ? [ask(host, "mdatp-health", (bytes) => parseMdatpHealth(bytes, host.now()), signal)] : [],
    ),
    firstThere(host, commands["bduitool-status"].files).then((there) => (there ? [ask(host, "bduitool-status", parseBduitool, signal)] : [])),
    ...rootOnly.map(async ({ name, path }) =>
      (await isThere(host, path))
        ? [Promise.resolve({ refusal: unknown("needs-admin", `${name} is installed; only root can ask it`), seen: evidence(path, "installed") })]
        : [],
    ),
  ]);
  return Promise.all(answers.flat());
}

/** None of the products that are looked for is installed: an empty list, and the policy says what that means (docs/decisions/0124-what-none-means.md). */
export const antivirus: Probe<"antivirus"> = {
  id: "linux.antivirus",
  fact: "antivirus",
  uses: ["clamav-version", "systemctl-is-active", "mdatp-health", "bduitool-status"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const answers = await askAll(host, signal);
    const seen = answers.map((answer) => answer.seen);
    if (answers.length === 0)
      return {
        observation: known({ products: [] }),
        evidence: [evidence("ClamAV, Microsoft Defender, Bitdefender, SentinelOne, Sophos, CrowdStrike", "none is installed")],
      };
    const products = answers.flatMap((answer) => ("product" in answer ? [answer.product] : []));
    const refusals = answers.flatMap((answer) => ("refusal" in answer ? [answer.refusal] : []));
    // One product that works is enough to know; otherwise the one that could not be asked may be the one that guards.
    const guarded = products.some(({ state }) => state === "on");
    if (refusals[0] && !guarded) return { observation: refusals[0], evidence: seen };
    return { observation: known({ products: products.slice(0, 16) }), evidence: seen };
  },
};
