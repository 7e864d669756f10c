import { platformOf } from "../../shared/platform.ts";
import { checks } from "../checks/registry.ts";
import { createNodeHost } from "../host/nodeHost.ts";
import { historyFormat, recallHistory } from "../services/history.ts";
import { scanFolder } from "../services/journal.ts";
import { readJsonFile } from "../services/jsonFile.ts";
import { managedFolderOf } from "../services/managed/managedFolder.ts";
import { proofOfThisPc } from "../services/managed/proof.ts";
import { lastManagedDigest } from "../services/policy/lastManaged.ts";
import { type LoadedPolicy, loadPolicy, PolicyFileError } from "../services/policySource.ts";
import type { CommandContext } from "./context.ts";
import { complainAboutPolicy, foldersOfThisPc } from "./openService.ts";

/**
 * The policy that a check would use now, without checking anything; `examine`: whose it is too, which takes Windows a moment. Null: the file named with
 * --policy cannot be used; the person has been told.
 */
export async function policyInForce(context: CommandContext, { examine = false } = {}): Promise<LoadedPolicy | null> {
  const { state, managed } = foldersOfThisPc();
  const host = createNodeHost(platformOf(process.platform));
  const managedFolder = await managedFolderOf(host, managed);
  const proof = proofOfThisPc(host, managedFolder);
  const journal = await scanFolder(state);
  const { highestRevisions } = recallHistory(await readJsonFile(state, historyFormat), journal);
  try {
    const digest = lastManagedDigest(journal);
    const last = digest === null ? undefined : { stateFolder: state, digest };
    const openedFile = context.command.values.get("policy")?.[0];
    const places = { managedFolder, openedFile, checks, highestSeen: highestRevisions, last };
    const load = async () => loadPolicy({ ...places, proof: await proof.now() });
    const loaded = await load();
    if (!examine || loaded.summary.origin !== "managed") return loaded;
    return (await proof.examine(host, context.interrupted)) ? load() : loaded;
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    complainAboutPolicy(context, error);
    return null;
  }
}
