import type { Evidence, FactValue } from "../../../shared/facts/catalogue.ts";
import { unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { FileResult, Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { evidence, type Refusal } from "../common/gather.ts";
import { readFirewalld } from "./firewalld.ts";
import { nftablesInbound } from "./nftablesConfig.ts";
import { ufwAllowed, ufwInbound } from "./ufwFiles.ts";

type Inbound = "block" | "allow";
type LetsIn = FactValue<"firewall">["letsIn"];

/** What the firewalls that are on do with connections that no rule is about. */
export interface Defaults {
  /** Those that could be looked at. */
  readonly inbound: ReadonlyMap<string, Inbound>;
  /** Ports that their rules let in; null: only root can see. undefined: an older recording did not look. */
  readonly letsIn: LetsIn;
}
type Answer = (Defaults & { readonly proof: readonly Evidence[] }) | { readonly refusal: Refusal };

const nothing: Defaults & { readonly proof: readonly Evidence[] } = { inbound: new Map(), letsIn: undefined, proof: [] };
const textOf = (file: FileResult | undefined) => (file?.outcome === "read" ? decodeUtf8(file.bytes) : null);

async function ofUfw(host: Host): Promise<Answer> {
  const path = "/etc/default/ufw";
  const [defaults, rules] = await Promise.all([askedSince(2, () => host.readFile(path)), askedSince(2, () => host.readFile("/etc/ufw/user.rules"))]);
  const text = textOf(rules);
  const letsIn = text === null ? (rules === undefined ? undefined : null) : ufwAllowed(text).slice(0, 256);
  // Without this file ufw's service does not start.
  if (defaults === undefined || defaults.outcome === "missing") return { ...nothing, letsIn };
  if (defaults.outcome !== "read") return { refusal: unknown("denied", `${path}: ${defaults.outcome}`) };
  const inbound = ufwInbound(decodeUtf8(defaults.bytes));
  if (inbound === null) return { refusal: unknown("unparsed", `${path}: no DEFAULT_INPUT_POLICY that is known`) };
  return { inbound: new Map([["ufw", inbound]]), letsIn, proof: [evidence(path, `incoming connections: ${inbound}`)] };
}

async function ofFirewalld(host: Host, signal: AbortSignal): Promise<Answer> {
  const seen = await readFirewalld(host, signal);
  if (seen === undefined) return nothing;
  if (seen === null) return { refusal: unknown("needs-admin", "firewalld does not say which zone is in force, and only root can read its files") };
  const ports = seen.letsIn.map(({ protocol, from, to }) => `${from === to ? from : `${from}-${to}`}/${protocol}`);
  const proof = [evidence("firewalld", [`zones ${seen.zones.join(", ")}: ${seen.inbound}`, `lets in ${ports.join(", ") || "nothing"}`])];
  return { inbound: new Map([["firewalld", seen.inbound]]), letsIn: [...seen.letsIn], proof };
}

async function ofNftables(host: Host): Promise<Answer> {
  const path = "/etc/nftables.conf";
  const text = textOf(await askedSince(2, () => host.readFile(path)));
  const inbound = text === null ? null : nftablesInbound(text);
  if (inbound === null) return nothing;
  return { inbound: new Map([["nftables", inbound]]), letsIn: null, proof: [evidence(path, `incoming connections: ${inbound}`)] };
}

/** Asked of the first that is on: firewalld and ufw are not used together, and what nftables loads counts where neither is there. */
export async function readDefaults(host: Host, active: ReadonlyMap<string, boolean>, ufw: boolean, signal: AbortSignal): Promise<Answer> {
  if (active.get("firewalld")) return ofFirewalld(host, signal);
  if (active.get("ufw") && ufw) return ofUfw(host);
  return active.get("nftables") ? ofNftables(host) : nothing;
}
