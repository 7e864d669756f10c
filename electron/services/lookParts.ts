import type { ProbeTable } from "../probes/probe.ts";
import type { Core } from "./core.ts";
import type { FactCache } from "./factCache.ts";
import type { LiveModel } from "./liveModel.ts";
import type { ProofOfThisPc } from "./managed/proof.ts";
import type { LoadedPolicy } from "./policySource.ts";
import type { Pseudonym } from "./secretKey.ts";
import type { State } from "./stateStore.ts";

/** What looking at the PC needs. */
export interface LookParts extends Pick<Core, "app" | "checks" | "host" | "store" | "logIn">, Pick<LiveModel, "model" | "change" | "isWatched"> {
  readonly probes: ProbeTable;
  readonly cache: FactCache;
  readonly pseudonym: Pseudonym;
  /** When the first run was asked for, by `performance.now()`: with a command, when the program began. */
  readonly askedAt: number | undefined;
  /** What is kept, and the policy, as of this moment. @throws PolicyFileError */
  readAll(): Promise<{ readonly state: State; readonly loaded: LoadedPolicy }>;
  /** Whose the managed folder is, where a run alone finds that out. */
  readonly proof: ProofOfThisPc;
}
