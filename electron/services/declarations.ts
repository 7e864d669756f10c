import { z } from "zod";
import type { IntegrityIssue } from "../../shared/decision.ts";
import { type Declaration, declarationSchema } from "../../shared/declarations.ts";
import type { JournalRecord } from "./journalWriter.ts";
import { readJsonFile, writeJsonFile } from "./jsonFile.ts";

export const declarationsFile = "declarations.json";
const fileSchema = z.strictObject({ schema: z.literal("preflight-declarations/1"), declarations: z.array(declarationSchema).max(1000) });

export interface KeptDeclarations {
  readonly declarations: readonly Declaration[];
  readonly issue: IntegrityIssue | null;
  readonly replaceable: boolean;
}

/** The last answer to each declared check. What was lost counts as not answered. Never throws. */
export async function readDeclarations(folder: string, now: Date): Promise<KeptDeclarations> {
  const { value, issue, replaceable } = await readJsonFile(folder, declarationsFile, fileSchema, now);
  return { declarations: value?.declarations ?? [], issue, replaceable };
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
