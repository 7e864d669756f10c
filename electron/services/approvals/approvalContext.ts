import type { Finding } from "../../../shared/decision.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import type { Check } from "../../checks/check.ts";
import type { StateStore } from "../stateStore.ts";

/** What a request and its answer are held against. */
export interface ApprovalContext {
  readonly store: StateStore;
  readonly checks: readonly Check[];
  readonly policy: Policy;
  /** Of the last run. */
  readonly findings: readonly Finding[];
}
