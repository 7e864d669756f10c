import { z } from "zod";
import type { IntegrityIssue } from "../../shared/decision.ts";
import { type Declaration, declarationSchema } from "../../shared/declarations.ts";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import type { JournalReading } from "./journal.ts";
import type { JournalRecord } from "./journalWriter.ts";
import { readJsonFile, writeJsonFile } from "./jsonFile.ts";
import type { KeptFormat } from "./keptFormat.ts";

export const declarationsFile = "declarations.json";
const fileSchema = z.strictObject({ schema: z.literal("preflight-declarations/1"), declarations: z.array(declarationSchema).max(1000) });
export const declarationsFormat = { name: declarationsFile, family: "preflight-declarations", version: 1, schema: fileSchema } satisfies KeptFormat<
  typeof fileSchema
>;

export interface KeptDeclarations {
  readonly declarations: readonly Declaration[];
  /** Answers in the file that the journal does not have in these words; they are in no other list. */
  readonly unproved: readonly IntegrityIssue[];
  readonly issue: IntegrityIssue | null;
  readonly replaceable: boolean;
}

/** A passed lesson has lines of its own in the journal. */
const kindOf = ({ subject }: Pick<Declaration, "subject">) => (subject === undefined ? "declaration" : "lesson");

const policyChangeSchema = z.looseObject({ id: z.string().max(64), revision: z.number().int() });

/** The policy under which an older version wrote this answer: the last that came into force before it, if that had the revision of the answer. */
function policyBefore(at: number, revision: number, { entries }: JournalReading): Pick<Declaration, "policyId"> {
  const change = entries.slice(0, at).findLast(({ kind, trusted }) => kind === "policy-change" && trusted);
  const policy = policyChangeSchema.safeParse(change?.data);
  return policy.success && policy.data.revision === revision ? { policyId: policy.data.id } : {};
}

/**
 * The journal's last word on this check, or this subject of it, is this answer: given at that time, in that place, under that policy. `null`: it is not.
 * Which policy it was an older version did not write into the answer; then the journal's own order shows it, never the file.
 */
function proved({ at, ...said }: Declaration, journal: JournalReading): Declaration | null {
  const kind = kindOf(said);
  const index = journal.entries.findLastIndex(
    (entry) => entry.kind === kind && entry.data["checkId"] === said.checkId && entry.data["subject"] === said.subject,
  );
  const last = journal.entries[index];
  if (last?.trusted !== true || last.at !== at) return null;
  const { policyId: _, ...words } = said;
  const isOlder = last.data["policyId"] === undefined;
  if (canonicalJson(last.data) !== canonicalJson(isOlder ? words : said)) return null;
  return isOlder ? { ...words, at, ...policyBefore(index, words.policyRevision, journal) } : { ...said, at };
}

/** The last answer to each declared check, as the journal has it. What was lost or changed counts as not answered. Never throws. */
export async function readDeclarations(folder: string, journal: JournalReading): Promise<KeptDeclarations> {
  const { value, issue, replaceable } = await readJsonFile(folder, declarationsFormat);
  const kept = (value?.declarations ?? []).map((declaration) => ({ declaration, answer: proved(declaration, journal) }));
  const strangers = kept.filter(({ answer }) => answer === null).map(({ declaration }) => declaration.checkId);
  const detail = `${declarationsFile}: not as in the journal, not applied: ${strangers.slice(0, 20).join(", ")}`;
  return {
    declarations: kept.flatMap(({ answer }) => answer ?? []),
    unproved: strangers.length > 0 && journal.verification.ok ? [{ kind: "state-unreadable", detail }] : [],
    issue,
    replaceable,
  };
}

export function withDeclaration(declarations: readonly Declaration[], added: Declaration): readonly Declaration[] {
  return [...declarations.filter(({ checkId, subject }) => checkId !== added.checkId || subject !== added.subject), added];
}

/** A "no" is a deviation from the rules as well. */
export function declarationSteps({ at: _, ...answer }: Declaration): readonly JournalRecord[] {
  const said: JournalRecord = { kind: kindOf(answer), data: answer };
  return answer.affirmed ? [said] : [said, { kind: "deviation", data: { type: "declared-no", checkId: answer.checkId } }];
}

/** @throws the system's error. */
export async function writeDeclarations(folder: string, declarations: readonly Declaration[]): Promise<void> {
  await writeJsonFile(folder, declarationsFile, { schema: "preflight-declarations/1", declarations });
}
