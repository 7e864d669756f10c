import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { IntegrityIssue } from "../../shared/decision.ts";
import type { Facts } from "../../shared/facts/catalogue.ts";
import type { WifiSecurity } from "../../shared/facts/network.ts";
import { wifiSecurities } from "../../shared/facts/network.ts";
import { type RememberedNetwork, rememberedNetworkSchema } from "../../shared/networks.ts";
import { type Observation, unknown } from "../../shared/observation.ts";
import { type NetworkInUse, networkInUse, recall } from "../probes/common/networkFingerprint.ts";
import { isWeakerThan } from "../probes/common/wifiStrength.ts";
import { crockford } from "./crockford.ts";
import type { JournalReading } from "./journal.ts";
import type { JournalRecord } from "./journalWriter.ts";
import { readJsonFile, writeJsonFile } from "./jsonFile.ts";
import type { KeptFormat } from "./keptFormat.ts";
import type { Pseudonym } from "./secretKey.ts";

export const networksFile = "networks.json";
const mostNetworks = 200;
const fileSchema = z.strictObject({ schema: z.literal("preflight-networks/1"), networks: z.array(rememberedNetworkSchema).max(mostNetworks) });
export const networksFormat = { name: networksFile, family: "preflight-networks", version: 1, schema: fileSchema } satisfies KeptFormat<
  typeof fileSchema
>;
const namedSchema = z.looseObject({
  id: z.string(),
  named: z.enum(["home", "tether"]).nullable(),
  mark: z.string(),
  security: z.enum(wifiSecurities).nullable(),
});

export interface KeptNetworks {
  /** A name that the journal does not have for exactly this network is left out. */
  readonly networks: readonly RememberedNetwork[];
  /** Names in the file that the journal does not have; they are in no other list. */
  readonly unproved: readonly IntegrityIssue[];
  readonly issue: IntegrityIssue | null;
  readonly replaceable: boolean;
}

/** All by which the network is known again, so that a name in the journal is not for another one; keyed, because the journal is shown to others. */
function markOf({ id, link, ssid, gateways, domain, vendors }: RememberedNetwork, pseudonym: Pseudonym): string {
  return pseudonym("network", JSON.stringify([id, link, ssid, [...gateways].sort(), domain, [...vendors].sort()]));
}

function noWeaker(now: WifiSecurity | null, then: WifiSecurity | null): boolean {
  return then === null ? now === null : now !== null && !isWeakerThan(now, then);
}

/** The journal's last word on this network is this name, for a network that looked like this. */
function isProved(network: RememberedNetwork, journal: JournalReading, pseudonym: Pseudonym): boolean {
  const last = journal.entries.findLast(({ kind, data }) => kind === "network-named" && data["id"] === network.id);
  const said = last?.trusted ? namedSchema.safeParse(last.data) : null;
  if (!said?.success) return false;
  return said.data.named === network.named && said.data.mark === markOf(network, pseudonym) && noWeaker(network.security, said.data.security);
}

/** The networks in which this PC was. What was lost or changed is not remembered, which never makes a verdict green. Never throws. */
export async function readNetworks(folder: string, journal: JournalReading, pseudonym: Pseudonym): Promise<KeptNetworks> {
  const { value, issue, replaceable } = await readJsonFile(folder, networksFormat);
  const kept = value?.networks ?? [];
  const strangers = kept.filter((network) => network.named !== null && !isProved(network, journal, pseudonym)).map(({ id }) => id);
  const detail = `${networksFile}: names not as in the journal, not applied: ${strangers.slice(0, 20).join(", ")}`;
  return {
    networks: kept.map((network) => (strangers.includes(network.id) ? { ...network, named: null } : network)),
    unproved: strangers.length > 0 && journal.verification.ok ? [{ kind: "state-unreadable", detail }] : [],
    issue,
    replaceable,
  };
}

/** @throws the system's error; the old file is then still whole. */
export async function writeNetworks(folder: string, networks: readonly RememberedNetwork[]): Promise<void> {
  await writeJsonFile(folder, networksFile, { schema: "preflight-networks/1", networks });
}

const notLooked = unknown("failed", "not looked at");

/** The network in use, by the facts of a run. */
export function networkOf(facts: Facts): Observation<NetworkInUse> {
  return networkInUse({
    route: facts.route?.observation ?? notLooked,
    wifi: facts["wifi-link"]?.observation ?? notLooked,
    gateway: facts.gateway?.observation ?? notLooked,
  });
}

/** It shows something by which it can be known again: a name, or a router of its own. */
export function canBeKnownAgain({ ssid, gateways }: NetworkInUse): boolean {
  return ssid !== null || gateways.length > 0;
}

const newestFirst = (a: RememberedNetwork, b: RememberedNetwork) => Date.parse(b.lastSeenAt) - Date.parse(a.lastSeenAt);

/** Those seen last stay; a network with a name goes only when there are too many of them as well. */
function bounded(networks: readonly RememberedNetwork[]): readonly RememberedNetwork[] {
  const named = networks.filter((network) => network.named !== null).sort(newestFirst);
  const others = networks.filter((network) => network.named === null).sort(newestFirst);
  return [...named, ...others].slice(0, mostNetworks).sort(newestFirst);
}

function stranger(now: NetworkInUse, at: string): RememberedNetwork {
  const { link, ssid, security, gateways, domain, vendor } = now;
  return {
    id: `NW-${crockford(randomBytes(5), 8)}`,
    link,
    ssid,
    named: null,
    security,
    gateways: gateways.slice(0, 16),
    domain,
    vendors: vendor === null ? [] : [vendor],
    portalSeen: false,
    firstSeenAt: at,
    lastSeenAt: at,
  };
}

/** Newest first, without doubles. */
const together = (now: readonly string[], then: readonly string[], most: number) => [...new Set([...now, ...then])].slice(0, most);

function strongest(now: WifiSecurity | null, then: WifiSecurity | null): WifiSecurity | null {
  if (now === null || then === null) return now ?? then;
  return isWeakerThan(then, now) && !isWeakerThan(now, then) ? now : then;
}

/**
 * The networks after a run. What is remembered of a network with a name stays as it was when it got it, except for the worse (a sign-in page) and the
 * stronger (its encryption): a look-alike must not be taken for it at the second visit. Unchanged when the network in use cannot be known again.
 */
export function remember(networks: readonly RememberedNetwork[], facts: Facts, at: Date): readonly RememberedNetwork[] {
  const observed = networkOf(facts);
  if (observed.kind !== "known" || !canBeKnownAgain(observed.value)) return networks;
  const now = observed.value;
  const connectivity = facts.connectivity?.observation;
  const portal = connectivity?.kind === "known" && connectivity.value.level === "portal";
  const time = at.toISOString();
  const then = recall(now, networks);
  const base = then ?? stranger(now, time);
  const seen = { ...base, portalSeen: base.portalSeen || portal, security: strongest(now.security, base.security), lastSeenAt: time };
  const after: RememberedNetwork =
    base.named !== null
      ? seen
      : {
          ...seen,
          gateways: together(now.gateways, base.gateways, 16),
          vendors: together(now.vendor === null ? [] : [now.vendor], base.vendors, 64),
          domain: now.domain,
        };
  return bounded([...networks.filter(({ id }) => id !== base.id), after]);
}

/** The network in use with this name, as it looks now. Naming it again adds what was not there before: another access point, a new router. */
export function withName(
  networks: readonly RememberedNetwork[],
  now: NetworkInUse,
  named: RememberedNetwork["named"],
  at: Date,
): { readonly networks: readonly RememberedNetwork[]; readonly network: RememberedNetwork } {
  const base = recall(now, networks) ?? stranger(now, at.toISOString());
  const vendors = now.vendor === null ? [] : [now.vendor];
  const again = base.named !== null;
  const network: RememberedNetwork = {
    ...base,
    named,
    security: now.security,
    gateways: again ? together(now.gateways, base.gateways, 16) : now.gateways.slice(0, 16),
    vendors: again ? together(vendors, base.vendors, 64) : vendors,
    domain: now.domain,
    lastSeenAt: at.toISOString(),
  };
  return { networks: bounded([...networks.filter(({ id }) => id !== network.id), network]), network };
}

/** What the journal holds of a name, and of its end. */
export function namingStep(network: RememberedNetwork, pseudonym: Pseudonym): JournalRecord {
  const { id, named, security } = network;
  return { kind: "network-named", data: { id, named, security, mark: markOf(network, pseudonym) } };
}
