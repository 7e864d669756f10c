import type { ExceptionRefusal, ExceptionRequest } from "../../../shared/exceptions.ts";
import type { PolicyTexts } from "../../../shared/snapshot.ts";
import type { Sentence } from "../../app/useText.ts";

/** What the person has typed so far. */
export interface Draft {
  /** Who accepts it. */
  readonly way: "employee" | "helpdesk";
  readonly reason: string;
  readonly measure: string;
  /** "": all. */
  readonly activityId: string;
  readonly network: "here" | "any";
  readonly subject: "this" | "any";
  readonly approver: string;
  readonly ticket: string;
  /** YYYY-MM-DD, local. */
  readonly lastDay: string;
}

export type FieldName = "reason" | "measure" | "activity" | "network" | "subject" | "approver" | "lastDay";
export type FieldErrors = { readonly [F in FieldName]?: Sentence };

export interface Asked {
  readonly checkId: string;
  readonly networkId: string | null;
  readonly subject: string | undefined;
  readonly limits: PolicyTexts["exceptions"];
}

const dayMs = 86_400_000;
const pad = (value: number, length = 2) => String(value).padStart(length, "0");

/** The local day of a moment, as a date field wants it. */
export function localDay(time: number): string {
  const date = new Date(time);
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The end of that local day, but never past the policy's maximum. Null: not a day. */
export function endOf(lastDay: string, maxDays: number, now: number): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(lastDay)) return null;
  const end = new Date(`${lastDay}T23:59:00`).getTime();
  if (Number.isNaN(end)) return null;
  const longest = now + maxDays * dayMs - 60_000;
  return end > longest && localDay(longest) === lastDay ? longest : end;
}

/** Characters as people count them. */
export const lengthOf = (text: string): number => [...text.trim()].length;

/** Narrow by default: this activity is for the person to choose, but one day, this network and this subject are taken first. */
export function emptyDraft({ networkId, subject, limits }: Asked, now: number): Draft {
  return {
    way: limits.approvalBy.includes("employee") ? "employee" : "helpdesk",
    reason: "",
    measure: "",
    activityId: "",
    network: networkId === null ? "any" : "here",
    subject: subject === undefined ? "any" : "this",
    approver: "",
    ticket: "",
    lastDay: localDay(now),
  };
}

/** The same rules as the service's, told before sending; the service stays the judge. */
export function errorsOf(draft: Draft, { limits }: Asked, now: number): FieldErrors {
  const end = endOf(draft.lastDay, limits.maxDays, now);
  const refusal = (code: ExceptionRefusal, limit = 0): Sentence => ({ key: `screen.refusal.${code}`, params: { limit } });
  const tooLong = end !== null && end > now + limits.maxDays * dayMs;
  return {
    ...(lengthOf(draft.reason) < limits.minReasonLength ? { reason: refusal("exceptions.minReasonLength", limits.minReasonLength) } : {}),
    ...(draft.measure.trim() === "" ? { measure: { key: "screen.request.error.measure" } as const } : {}),
    ...(draft.way === "employee" && limits.needApproval && draft.approver.trim() === "" && draft.ticket.trim() === ""
      ? { approver: refusal("exceptions.needApproval") }
      : {}),
    ...(end === null ? { lastDay: { key: "screen.request.error.end" } as const } : {}),
    ...(end !== null && end <= now ? { lastDay: refusal("ends-in-the-past") } : {}),
    ...(tooLong ? { lastDay: refusal("exceptions.maxDays", limits.maxDays) } : {}),
  };
}

export function requestOf(draft: Draft, { checkId, networkId, subject, limits }: Asked, now: number): ExceptionRequest {
  // The helpdesk's name comes with its answer.
  const approver = draft.way === "employee" ? draft.approver.trim() : "";
  const ticket = draft.ticket.trim();
  return {
    checkId,
    ...(draft.subject === "this" && subject !== undefined ? { subject } : {}),
    ...(draft.activityId === "" ? {} : { activityId: draft.activityId }),
    ...(draft.network === "here" && networkId !== null ? { networkId } : {}),
    reason: draft.reason.trim(),
    compensatingMeasure: draft.measure.trim(),
    ...(approver === "" ? {} : { approver }),
    ...(ticket === "" ? {} : { ticket }),
    endsAt: new Date(endOf(draft.lastDay, limits.maxDays, now) ?? now).toISOString(),
  };
}

/** The field that a refusal is about; null: the request as a whole. */
const fieldOfRefusal: { readonly [R in ExceptionRefusal]: FieldName | null } = {
  "unknown-check": null,
  "unknown-activity": "activity",
  "check-not-in-policy": null,
  "exceptions.allowed": null,
  "exceptions.classes": "activity",
  "exceptions.minReasonLength": "reason",
  "exceptions.needApproval": "approver",
  "exceptions.maxDays": "lastDay",
  "exceptions.mayCoverUnknown": null,
  "exceptions.approval": null,
  "ends-in-the-past": "lastDay",
  "nothing-to-except": null,
  "state-unwritable": null,
};

export function errorsOfRefusal(code: ExceptionRefusal, limit: number | undefined): { readonly fields: FieldErrors; readonly sentence: Sentence } {
  const sentence: Sentence = { key: `screen.refusal.${code}`, params: { limit: limit ?? "" } };
  const field = fieldOfRefusal[code];
  return { sentence, fields: field === null ? {} : { [field]: sentence } };
}
