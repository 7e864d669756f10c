import type { CheckId } from "../../shared/checks/verdict.ts";
import type { CallInput, CallOutput } from "../../shared/ipc/contract.ts";
import type { RememberedNetwork } from "../../shared/networks.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import type { Activities } from "./activities/activities.ts";
import type { Guard } from "./activities/guard.ts";
import type { AppLife } from "./appLife.ts";
import type { Approvals } from "./approvals/approvals.ts";
import type { ReportOutcome, ReportReceipt, ReportWanted } from "./exportReport.ts";
import type { Lessons } from "./learning/lessons.ts";
import type { LockHolder } from "./lock.ts";
import type { Forgotten } from "./nameNetwork.ts";
import type { Records } from "./records.ts";
import type { SessionControl } from "./session/session.ts";
import type { SettingsControl } from "./settings/settingsFile.ts";

/** The one service behind all three front doors. Whatever one door can do, the others can do through it. */
export interface PreflightService extends Activities, AppLife, Approvals, Guard, Lessons, Records, SessionControl, SettingsControl {
  snapshot(): Snapshot;
  /** Called at every change, also while facts stream in. Returns the function that ends the subscription. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  /** Resolves when the run has ended; `busy` at once when one is under way. Never rejects for what the machine does. */
  run(options: { readonly checks?: readonly CheckId[] | undefined }): Promise<CallOutput<"run.start">>;
  cancel(): void;
  requestException(request: CallInput<"exceptions.request">): Promise<CallOutput<"exceptions.request">>;
  revokeException(id: string): Promise<CallOutput<"exceptions.revoke">>;
  /** Networks in which this PC was, the last seen first. */
  networks(): Promise<readonly RememberedNetwork[]>;
  /** Keeps what the user calls the network of the last run, then looks at the network again. */
  nameNetwork(named: RememberedNetwork["named"]): Promise<CallOutput<"networks.name">>;
  forgetNetwork(id: string): Promise<Forgotten>;
  declare(checkId: CheckId, affirmed: boolean): Promise<CallOutput<"declarations.set">>;
  /** Makes the report of the last run. The caller shows it, writes it, and then says that it left. */
  report(wanted: ReportWanted): Promise<ReportOutcome>;
  /** Records in the journal that a report left. Never rejects. */
  reportLeft(receipt: ReportReceipt): Promise<void>;
  /** Who kept the records to itself when they could not be had the last time; null: they were had. */
  lockedBy(): LockHolder | null;
  /** Ends a run under way and waits for what is being written. */
  close(): Promise<void>;
}
