import { statSync } from "node:fs";
import { posix } from "node:path";

/**
 * True when a file of this name lies in a folder of the search path that can be looked into, whether it may be run or not: what tells "found, cannot be run" from
 * "not found" (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html, 2.9.1.4). An empty entry is the current folder.
 */
export function isInPath(name: string, searchPath: string | undefined): boolean {
  return (searchPath ?? "").split(":").some((folder) => {
    try {
      return statSync(posix.join(folder === "" ? "." : folder, name)).isFile();
    } catch {
      return false;
    }
  });
}
