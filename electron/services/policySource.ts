import type { Policy } from "../../shared/policy/schema.ts";
import type { PolicySummary } from "../../shared/snapshot.ts";
import type { Check } from "../checks/check.ts";

/** Why a managed policy that is there is not used. */
export const policyRefusalCodes = [
  "folder-unexaminable",
  "folder-untrusted",
  "missing",
  "unreadable",
  "untrusted-file",
  "unsigned",
  "key-missing",
  "signature-wrong",
  "oversize",
  "invalid",
  "downgraded",
] as const;
export type PolicyRefusalCode = (typeof policyRefusalCodes)[number];

export interface PolicyRefusal {
  readonly code: PolicyRefusalCode;
  /** The file or folder that is the reason. */
  readonly file: string;
  /** Technical words for the helpdesk. */
  readonly detail: string;
}

/** opened-ignored: a file was opened, but the organisation's policy rules. owner-not-examined: this OS does not tell Node who owns a file. */
export type PolicyNotice = "opened-ignored" | "owner-not-examined";

export interface LoadedPolicy {
  readonly policy: Policy;
  readonly summary: PolicySummary;
  /** Not null: the managed policy is there and cannot be trusted. `policy` is then only something to show; every light must be stop. */
  readonly refusal: PolicyRefusal | null;
  readonly notices: readonly PolicyNotice[];
}

export interface PolicyProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
  readonly line?: number | undefined;
}

/** The file that the user opened is not a policy: the run cannot start. */
export class PolicyFileError extends Error {
  readonly file: string;
  readonly problems: readonly PolicyProblem[];
  constructor(file: string, problems: readonly PolicyProblem[]) {
    super(`not a usable policy: ${file}`);
    this.name = "PolicyFileError";
    this.file = file;
    this.problems = problems;
  }
}

export interface PolicyPlaces {
  readonly managedFolder: string;
  /** A policy file that the user named; used only when there is no managed one. */
  readonly openedFile?: string | undefined;
  readonly checks: readonly Check[];
  /** Highest revision of each policy id that was ever used here. */
  readonly highestSeen: Readonly<Record<string, number>>;
}

export async function loadPolicy(_places: PolicyPlaces): Promise<LoadedPolicy> {
  throw new Error("not there yet");
}
