import { checks } from "../checks/registry.ts";
import { historyFormat, recallHistory } from "../services/history.ts";
import { readJournal } from "../services/journal.ts";
import { readJsonFile } from "../services/jsonFile.ts";
import { type LoadedPolicy, loadPolicy, PolicyFileError } from "../services/policySource.ts";
import type { CommandContext } from "./context.ts";
import { complainAboutPolicy, foldersOfThisPc } from "./openService.ts";

/** The policy that a check would use now, without checking anything. Null: the file named with --policy cannot be used; the person has been told. */
export async function policyInForce(context: CommandContext): Promise<LoadedPolicy | null> {
  const { state, managed } = foldersOfThisPc();
  const journal = await readJournal(state);
  const { highestRevisions } = recallHistory(await readJsonFile(state, historyFormat), journal);
  try {
    return await loadPolicy({ managedFolder: managed, openedFile: context.command.values.get("policy")?.[0], checks, highestSeen: highestRevisions });
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    complainAboutPolicy(context, error);
    return null;
  }
}
