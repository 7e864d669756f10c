import type { Host } from "../../electron/host/host.ts";
import type { Probe } from "../../electron/probes/probe.ts";
import type { FactId, FactValue } from "../../shared/facts/catalogue.ts";
import { known, type Observation } from "../../shared/observation.ts";
import type { Platform } from "../../shared/platform.ts";
import type { Fixture } from "./fixtures.ts";
import { replayHost } from "./replayHost.ts";

const nothing: Fixture = {
  name: "a bare host",
  source: "synthetic",
  commands: {},
  files: {},
  folders: {},
  links: {},
  missing: [],
  environment: {},
  egress: {},
  tls: {},
  http: {},
};

/** A machine that answers what is given here; any other question fails the test. */
export function bareHost(given: Partial<Fixture>, platform: Platform = "linux"): Host {
  return replayHost([{ ...nothing, ...given }], platform);
}

/** A probe that always answers this. */
export function answering<K extends FactId>(fact: K, observation: Observation<FactValue<K>> | FactValue<K>): Probe<K> {
  const answer = "kind" in observation ? (observation as Observation<FactValue<K>>) : known(observation as FactValue<K>);
  return { id: `linux.${fact}`, fact, uses: [], validForMs: 60_000, collect: async () => ({ observation: answer, evidence: [] }) };
}
