import { z } from "zod";
import { checkIdSchema } from "../../checks/verdict.ts";
import { journalDaySchema, journalKinds, journalLineSchema, journalStateSchema } from "../../journal.ts";
import { languageSchema } from "../../message.ts";
import { personalFieldSchema } from "../../personalFields.ts";
import { doneOr } from "./answers.ts";

/** How a file left, or that it did not: the person chose the place in the OS's own dialog ("saved"), or the page offers the content as a download ("download"). */
const savedFile = [
  z.strictObject({ ok: z.literal(true), how: z.literal("saved"), fileName: z.string() }),
  z.strictObject({ ok: z.literal(true), how: z.literal("download"), fileName: z.string(), content: z.string() }),
] as const;

/** Why a file could not be written where the person chose; the last one: for a reason of which they can do nothing but choose another place. */
const notWritten = ["no-space", "no-permission", "read-only", "not-written"] as const;
export type NotWritten = (typeof notWritten)[number];

export const recordCalls = {
  /**
   * Makes a report and keeps it until it is saved or another is made: what is saved is byte for byte what was shown. `address` is a page of our
   * own origin for a frame (html, pdf); `text` is the file itself (json).
   */
  "report.preview": {
    input: z.strictObject({ format: z.enum(["html", "json", "pdf"]), language: languageSchema, readable: z.array(personalFieldSchema).max(5) }),
    output: z.discriminatedUnion("ok", [
      z.strictObject({
        ok: z.literal(true),
        id: z.string().max(64),
        fileName: z.string(),
        bytes: z.number().int(),
        helpdeskCode: z.string(),
        address: z.string().nullable(),
        text: z.string().nullable(),
        /** One value of this PC for each personal field that has one, and the word that stands for it while it is hidden. */
        personal: z.array(z.strictObject({ field: personalFieldSchema, value: z.string(), pseudonym: z.string() })),
      }),
      z.strictObject({ ok: z.literal(false), code: z.enum(["no-run", "no-pdf", "failed"]) }),
    ]),
  },
  "report.save": {
    input: z.strictObject({ id: z.string().max(64) }),
    // A plain union: two members share `ok: true`, which a discriminated one refuses at its first use.
    output: z.union([...savedFile, z.strictObject({ ok: z.literal(false), code: z.enum(["no-preview", "cancelled", ...notWritten]) })]),
  },
  /** The last `days` days, oldest first, without gaps, and whether the chain holds. */
  "journal.days": {
    input: z.strictObject({ days: z.number().int().min(1).max(366) }),
    output: z.strictObject({ days: z.array(journalDaySchema), state: journalStateSchema }),
  },
  /** Entries of one day (of this PC's time zone), newest first. */
  "journal.entries": {
    input: z.strictObject({ day: z.iso.date(), kinds: z.array(z.enum(journalKinds)).max(journalKinds.length).optional() }),
    output: z.strictObject({ lines: z.array(journalLineSchema).max(2000), more: z.number().int().min(0) }),
  },
  /** The journal's file as it is. */
  "journal.export": {
    input: z.null(),
    output: z.union([...savedFile, z.strictObject({ ok: z.literal(false), code: z.enum(["empty", "unreadable", "cancelled", ...notWritten]) })]),
  },
  /** "This is wrong": kept in the journal and in the next report, beside the evidence. It changes no verdict. */
  "findings.dispute": {
    input: z.strictObject({ checkId: checkIdSchema, words: z.string().trim().min(1).max(1000) }),
    output: doneOr(["unknown-check", "state-unwritable"]),
  },
} as const;
