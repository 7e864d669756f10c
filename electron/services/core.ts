import type { CheckId } from "../../shared/checks/verdict.ts";
import type { LogIn } from "../../shared/declarations.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import type { SessionEnd } from "../../shared/session.ts";
import type { Check } from "../checks/check.ts";
import type { Host } from "../host/host.ts";
import type { Opener } from "./activities/opener.ts";
import type { Trust } from "./managedPolicy.ts";
import type { LoadedPolicy } from "./policySource.ts";
import type { Constants, Model } from "./snapshotOf.ts";
import type { StateStore } from "./stateStore.ts";

/** What the areas of the service share: the model, the store, and how to look or judge again. */
export interface Core extends Constants {
  readonly checks: readonly Check[];
  readonly host: Host;
  readonly store: StateStore;
  /** null: this door can open nothing. */
  readonly opener: Opener | null;
  /** The policy that a run would judge by if it began now. @throws PolicyFileError like `createPreflight`. */
  readPolicy(): Promise<LoadedPolicy>;
  /** Which start of the PC and which log-in this is. */
  readonly logIn: Promise<LogIn>;
  readonly managedFolder: string;
  /** Whose that folder may be, and what is known of whose it is. */
  trust(): Promise<Trust>;
  model(): Model;
  /** How long the judgment of the model is old, by a clock that nobody can set. Infinity: there is none. */
  judgedForMs(): number;
  /** Puts this into the model and tells the subscribers. */
  change(part: Partial<Model>): void;
  isRunning(): boolean;
  /** Resolves when no look is under way or about to begin. */
  settled(): Promise<void>;
  /** What the run under way has seen may no longer hold: it ends without a decision, and whoever says so looks again. Without a run: nothing. */
  doubt(because: SessionEnd): void;
  /** Resolves when the run has ended. Without ids: everything. */
  run(options: { readonly checks?: readonly CheckId[] | undefined }): Promise<CallOutput<"run.start">>;
  /** Looks again, unseen, at what ends within a minute, while what is decided still holds: what is as it was goes on without a gap. Never rejects. */
  renew(): Promise<void>;
  /** After what is kept has changed: the same facts are judged again, or looked at again when they no longer hold. */
  judgeAgain(): Promise<void>;
}
