import { stat } from "node:fs/promises";
import path from "node:path";
import { errorCode } from "../errorDetail.ts";
import { managedFileNames, releaseName } from "../managedPolicy.ts";
import { isSamePolicy, type LoadedPolicy } from "../policySource.ts";

/** A new policy comes by the organisation's own tools, seldom: asking the disk is cheap, and a watch of the OS breaks where the folder is replaced. */
const lookMs = 30_000;

async function stampOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs, mode, uid } = await stat(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs, mode, uid].join(" ");
  } catch (error) {
    return errorCode(error) ?? "failed";
  }
}

export interface PolicyWatchParts {
  readonly folder: string;
  /** By which the decision in force was made. */
  readonly current: () => LoadedPolicy;
  /** Reads it anew. */
  readonly read: () => Promise<LoadedPolicy>;
  readonly onChange: () => void;
}

/** Tells when another policy is in force than the one that judged: changed, appeared, vanished, or no longer to be trusted. Returns what ends it. */
export function watchPolicy({ folder, current, read, onChange }: PolicyWatchParts): () => void {
  let last: string | null = null;
  let ended = false;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const stamp = (await Promise.all([folder, ...[...managedFileNames, releaseName].map((name) => path.join(folder, name))].map(stampOf))).join("|");
    // Files that were only touched change nothing. What cannot be read any more is a change: the run says which.
    const changed =
      last !== null &&
      stamp !== last &&
      !(await read().then(
        (now) => isSamePolicy(now, current()),
        () => false,
      ));
    last = stamp;
    looking = false;
    if (changed && !ended) onChange();
  };
  void look();
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();
  return () => {
    ended = true;
    clearInterval(timer);
  };
}
