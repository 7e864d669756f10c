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

const nameOf = (kind: string, checkId: unknown, subject: unknown) => JSON.stringify([kind, checkId, subject]);

/** What the journal says, word for word, and the answer that it is. */
interface LastWord {
  readonly said: Declaration;
  readonly answer: Declaration;
}

/**
 * The journal's last word on each check, or each subject of one. Behind a break it is nobody's, and counts as not answered. Which policy it was an older
 * version did not write into the answer; then the journal's own order shows it, never the file.
 */
function lastWords(journal: JournalReading): Map<string, LastWord | null> {
  const words = new Map<string, LastWord | null>();
  for (const [index, { kind, trusted, at, data }] of journal.entries.entries()) {
    if (kind !== "declaration" && kind !== "lesson") continue;
    const parsed = trusted ? declarationSchema.safeParse({ ...data, at }) : null;
    const said = parsed?.success ? parsed.data : null;
    const policy = said && said.policyId === undefined ? policyBefore(index, said.policyRevision, journal) : {};
    words.set(nameOf(kind, data["checkId"], data["subject"]), said && { said, answer: { ...said, ...policy } });
  }
  return words;
}

/**
 * The last answer to each declared check, as the journal has it: its word is enough, and the file follows when it can be written. What the file has otherwise
 * is not applied, and said unless it is merely older. Never throws.
 */
export async function readDeclarations(folder: string, journal: JournalReading): Promise<KeptDeclarations> {
  const { value, issue, replaceable } = await readJsonFile(folder, declarationsFormat);
  const kept = value?.declarations ?? [];
  const words = lastWords(journal);
  const isStrange = (declaration: Declaration) => {
    const last = words.get(nameOf(kindOf(declaration), declaration.checkId, declaration.subject));
    if (!last) return true;
    const { policyId: _, ...older } = declaration;
    const inFile = last.said.policyId === undefined ? older : declaration;
    return declaration.at >= last.said.at && canonicalJson(inFile) !== canonicalJson(last.said);
  };
  const strange = kept.filter(isStrange);
  const strangers = strange.map(({ checkId }) => checkId);
  // Where somebody wrote another answer into the file, the question is asked again.
  for (const one of strange) words.delete(nameOf(kindOf(one), one.checkId, one.subject));
  const detail = `${declarationsFile}: not as in the journal, not applied: ${strangers.slice(0, 20).join(", ")}`;
  return {
    // What a later version wrote is not ours to complete.
    declarations: issue?.kind === "state-newer" ? [] : [...words.values()].flatMap((word) => word?.answer ?? []),
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
