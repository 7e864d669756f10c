import { setTimeout as sleep } from "node:timers/promises";
import { errorCode } from "./errorDetail.ts";

const limitMs = 1000;
// ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION and ERROR_ACCESS_DENIED, as Node names them.
const taken: ReadonlySet<string> = new Set(["EBUSY", "EPERM", "EACCES"]);

/**
 * On Windows a file that a virus scanner, an indexer or another process of ours looks at cannot be replaced, removed or sometimes opened for a
 * moment (https://learn.microsoft.com/windows/win32/fileio/creating-and-opening-files). Tries again for up to a second, as long as `settled` does not say
 * that waiting is of no use. Elsewhere such an answer is final, and the work is done once.
 * @throws the last error of `work`.
 */
export async function whileOthersLook<T>(work: () => Promise<T>, settled: () => Promise<boolean> = async () => false): Promise<T> {
  const until = performance.now() + limitMs;
  for (let waitMs = 5; ; waitMs = Math.min(waitMs * 2, 100)) {
    try {
      return await work();
    } catch (error) {
      const mayPass = process.platform === "win32" && taken.has(errorCode(error) ?? "") && performance.now() < until;
      if (!mayPass || (await settled())) throw error;
    }
    await sleep(waitMs);
  }
}
