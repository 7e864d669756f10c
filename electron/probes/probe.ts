import type { Evidence, FactId, FactValue } from "../../shared/facts/catalogue.ts";
import type { RememberedNetwork } from "../../shared/networks.ts";
import type { Observation } from "../../shared/observation.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { CommandId } from "../host/commands.ts";
import type { Host } from "../host/host.ts";

/** What a probe hands back: the observation and the lines it rests on. */
export interface Gathered<K extends FactId> {
  readonly observation: Observation<FactValue<K>>;
  readonly evidence: readonly Evidence[];
}

/** What probes need to know of the policy and of earlier runs to know where to look. */
export interface ProbeContext {
  readonly companyAddresses: readonly string[];
  /** Inside servers that may be asked for their certificate; empty: none may. */
  readonly office: Policy["network"]["office"];
  /** Pages that may be fetched; empty: nothing may be sent. */
  readonly portalCheck: Policy["network"]["portalCheck"];
  /** Names of programs to look for among those that run. */
  readonly watchedApps: readonly string[];
  readonly remembered: readonly RememberedNetwork[];
}

/** Nothing to look for, nothing remembered, nothing may be sent. */
export const emptyContext: ProbeContext = { companyAddresses: [], office: [], portalCheck: [], watchedApps: [], remembered: [] };

/** Answers one fact on one OS. Touches the machine through `host` alone; its parser is a pure function of bytes. */
export interface Probe<K extends FactId> {
  readonly id: string;
  readonly fact: K;
  readonly uses: readonly CommandId[];
  /** How long the answer may be relied on, in milliseconds. */
  readonly validForMs: number;
  /**
   * Files and folders whose identity (inode, size, times) proves that the answer is still the same. A fact with witnesses may be taken from
   * the last run when all of them are unchanged; without witnesses it is always gathered anew. Only for probes that are slow.
   */
  readonly witnesses?: readonly string[];
  /** False for an answer of which the witnesses do not show everything. Absent: they always do. */
  readonly mayKeep?: (value: FactValue<K>) => boolean;
  collect(host: Host, context: ProbeContext, signal: AbortSignal): Promise<Gathered<K>>;
}

/** Every OS answers every fact: an omission does not compile. */
export type ProbeTable = { readonly [K in FactId]: Probe<K> };

/** The facts that end with the network. */
export const networkFactIds = [
  "route",
  "resolvers",
  "proxy",
  "wifi-link",
  "gateway",
  "connectivity",
  "office-proof",
  "network-history",
  "vpn",
] as const satisfies readonly FactId[];
type NetworkFactId = (typeof networkFactIds)[number];
/** The facts that end with the network, and the rest. */
export type NetworkProbes = Pick<ProbeTable, NetworkFactId>;
export type DeviceProbes = Omit<ProbeTable, NetworkFactId>;
