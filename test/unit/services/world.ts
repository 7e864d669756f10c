import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { checks } from "../../../electron/checks/registry.ts";
import type { Host } from "../../../electron/host/host.ts";
import type { Probe, ProbeTable } from "../../../electron/probes/probe.ts";
import { createPreflight, type PreflightOptions } from "../../../electron/services/createPreflight.ts";
import { type FactId, type FactValue, factIds } from "../../../shared/facts/catalogue.ts";
import { known, type Observation } from "../../../shared/observation.ts";
import { now, valuesInOrder } from "../../support/builders.ts";

/** A folder of its own for one test; `remove` takes it away with all its content. */
export async function temporaryFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "preflight-test-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A PC whose clock stands where the test puts it. Probes in these tests do not use the rest of the host. */
export function hostAt(clock: { at: Date }): Host {
  const refuse = async () => {
    throw new Error("not used in this test");
  };
  return {
    platform: "linux",
    run: refuse,
    // Root is the root of this PC: on Linux a managed policy is proved by that.
    readFile: async (file) => (file === "/proc/self/uid_map" ? { outcome: "missing" } : refuse()),
    readFolder: refuse,
    readLink: refuse,
    environment: () => undefined,
    egress: refuse,
    interfaces: () => [],
    tlsPeer: refuse,
    httpProbe: refuse,
    watchNetwork: () => () => undefined,
    watchSession: () => () => undefined,
    hostname: () => "pc-0001",
    userName: () => "hanako",
    homeFolder: () => "/home/hanako",
    groupIds: () => [],
    timeZone: () => "Asia/Tokyo",
    logIn: async () => ({ id: "this log-in", bootedAt: null }),
    now: () => clock.at,
  };
}

export type Answers = { readonly [K in FactId]?: Partial<Probe<K>> | Observation<FactValue<K>> };

/** Probes that answer as on a PC in order, except where the test says otherwise. */
export function probesAnswering(answers: Answers = {}): ProbeTable {
  const table = factIds.map((id) => {
    const given = answers[id];
    const observation = given !== undefined && "kind" in given ? given : known(valuesInOrder[id]);
    const probe = {
      id: `test.${id}`,
      fact: id,
      uses: [],
      validForMs: 3_600_000,
      collect: async () => ({ observation, evidence: [{ source: "test", seen: id }] }),
    };
    return [id, given !== undefined && !("kind" in given) ? { ...probe, ...given } : probe];
  });
  return Object.fromEntries(table) as unknown as ProbeTable;
}

/** The service on a PC in order with its state in `folder`. */
export function preflightIn(folder: string, clock: { at: Date }, changed: Partial<PreflightOptions> = {}) {
  return createPreflight({
    host: hostAt(clock),
    probes: probesAnswering(),
    checks,
    appVersion: "0.1.0",
    stateFolder: path.join(folder, "state"),
    managedFolder: path.join(folder, "managed"),
    ...changed,
  });
}

export const start = now;

export function minutesAfter(minutes: number, from: Date = start): Date {
  return new Date(from.getTime() + minutes * 60_000);
}

/** A PC that never locks its screen: fails a required check without grace. */
export const neverLocks = {
  "screen-lock": known({ mechanisms: [{ source: "test", power: "any" as const, lockAfterSeconds: null }] }),
} satisfies Answers;
