import { z } from "zod";
import { lightSchema } from "./decision.ts";

export const journalKinds = [
  "run",
  "decision",
  "exception",
  "declaration",
  "policy-change",
  "report-export",
  "network-named",
  "deviation",
  "lesson",
  "activity",
  "session",
  "app",
  "dispute",
  // The first line of each part of the journal but the first: what still counts of those before.
  "continued",
] as const;
export type JournalKind = (typeof journalKinds)[number];

/** One day of the journal, in the time zone of this PC. */
export const journalDaySchema = z.strictObject({
  day: z.iso.date(),
  runs: z.number().int().min(0),
  /** Of the last decision of each run on that day. */
  lights: z.strictObject({ go: z.number().int().min(0), caution: z.number().int().min(0), stop: z.number().int().min(0) }),
  /** null: no decision that day. */
  worst: lightSchema.nullable(),
  entries: z.number().int().min(0),
  /** Of these, how many stand behind a break of the chain: they count for no run and no light. */
  untrusted: z.number().int().min(0),
});
export type JournalDay = z.infer<typeof journalDaySchema>;

/** One line of the timeline; `data` as the journal holds it. */
export const journalLineSchema = z.strictObject({
  seq: z.number().int().min(1),
  at: z.string().max(64),
  kind: z.string().max(64),
  data: z.record(z.string().max(200), z.unknown()),
  trusted: z.boolean(),
});
export type JournalLine = z.infer<typeof journalLineSchema>;

export const journalStateSchema = z.strictObject({
  ok: z.boolean(),
  entries: z.number().int().min(0),
  brokenAt: z.strictObject({ line: z.number().int(), reason: z.string().max(1000) }).nullable(),
});
export type JournalState = z.infer<typeof journalStateSchema>;
