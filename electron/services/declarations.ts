import { z } from "zod";
import type { IntegrityIssue } from "../../shared/decision.ts";
import { type Declaration, declarationSchema } from "../../shared/declarations.ts";
import type { JournalReading } from "./journal.ts";
import type { JournalRecord } from "./journalWriter.ts";
import { readJsonFile, writeJsonFile } from "./jsonFile.ts";

export const declarationsFile = "declarations.json";
const fileSchema = z.strictObject({ schema: z.literal("preflight-declarations/1"), declarations: z.array(declarationSchema).max(1000) });

export interface KeptDeclarations {
  readonly declarations: readonly Declaration[];
  /** Answers in the file that the journal does not have in these words; they are in no other list. */
  readonly unproved: readonly IntegrityIssue[];
  readonly issue: IntegrityIssue | null;
  readonly replaceable: boolean;
}

/** The journal's last word on this check is this answer, given at that time. */
function isProved({ checkId, affirmed, at, policyRevision }: Declaration, journal: JournalReading): boolean {
  const last = journal.entries.findLast(({ kind, data }) => kind === "declaration" && data["checkId"] === checkId);
  return last?.trusted === true && last.at === at && last.data["affirmed"] === affirmed && last.data["policyRevision"] === policyRevision;
}

/** The last answer to each declared check, as the journal has it. What was lost or changed counts as not answered. Never throws. */
export async function readDeclarations(folder: string, journal: JournalReading, now: Date): Promise<KeptDeclarations> {
  const { value, issue, replaceable } = await readJsonFile(folder, declarationsFile, fileSchema, now);
  const kept = value?.declarations ?? [];
  const strangers = kept.filter((declaration) => !isProved(declaration, journal)).map(({ checkId }) => checkId);
  const detail = `${declarationsFile}: not as in the journal, not applied: ${strangers.slice(0, 20).join(", ")}`;
  return {
    declarations: kept.filter((declaration) => isProved(declaration, journal)),
    unproved: strangers.length > 0 && journal.verification.ok ? [{ kind: "state-unreadable", detail }] : [],
    issue,
    replaceable,
  };
}

export function withDeclaration(declarations: readonly Declaration[], added: Declaration): readonly Declaration[] {
  return [...declarations.filter(({ checkId }) => checkId !== added.checkId), added];
}

/** A "no" is a deviation from the rules as well. */
export function declarationSteps({ checkId, affirmed, policyRevision }: Declaration): readonly JournalRecord[] {
  const said: JournalRecord = { kind: "declaration", data: { checkId, affirmed, policyRevision } };
  return affirmed ? [said] : [said, { kind: "deviation", data: { type: "declared-no", checkId } }];
}

/** @throws the system's error. */
export async function writeDeclarations(folder: string, declarations: readonly Declaration[]): Promise<void> {
  await writeJsonFile(folder, declarationsFile, { schema: "preflight-declarations/1", declarations });
}
