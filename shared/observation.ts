import { z } from "zod";

/** Why a fact could not be had. Each reason has its own sentence for the employee, so add one only with its text. */
export const unknownReasons = [
  "denied",
  "permission-location",
  "needs-admin",
  "timeout",
  "tool-missing",
  "policy-blocked",
  "service-stopped",
  "unparsed",
  "offline",
  "stale",
  "not-supported",
  "failed",
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** `policy`: the organisation's policy does not ask for it. */
export const notApplicableReasons = ["no-hardware", "edition", "os", "virtual", "remote-session", "policy"] as const;
export type NotApplicableReason = (typeof notApplicableReasons)[number];

/** What a probe found out: a value, an honest "could not see", or "makes no sense on this machine". Absent is not unreadable is not off. */
export type Observation<T> =
  | { readonly kind: "known"; readonly value: T }
  | { readonly kind: "unknown"; readonly reason: UnknownReason; readonly detail: string }
  | { readonly kind: "not-applicable"; readonly why: NotApplicableReason };

/** The schema of an observation whose known value follows `value`. */
export function observationSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("known"), value }),
    z.strictObject({ kind: z.literal("unknown"), reason: z.enum(unknownReasons), detail: z.string().max(2000) }),
    z.strictObject({ kind: z.literal("not-applicable"), why: z.enum(notApplicableReasons) }),
  ]);
}

export function known<T>(value: T): Observation<T> {
  return { kind: "known", value };
}

/** `detail` is for the helpdesk: what was tried and what came back, in a few technical words. */
export function unknown(reason: UnknownReason, detail: string): Observation<never> {
  return { kind: "unknown", reason, detail: detail.slice(0, 2000) };
}

export function notApplicable(why: NotApplicableReason): Observation<never> {
  return { kind: "not-applicable", why };
}
