import { readFile } from "node:fs/promises";
import { errorCode } from "./errorDetail.ts";

/**
 * What tells this process from a later one with the same number: field 22 of /proc/<pid>/stat on Linux (start in clock ticks after boot,
 * proc_pid_stat(5)); "" where the OS offers no file for it.
 */
export async function processStart(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses and may contain anything.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** False only when the process is surely gone: no such number, or the number belongs to a process that started at another time. */
export async function isAlive(pid: number, start: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is one, of somebody else.
    return errorCode(error) !== "ESRCH";
  }
  const startNow = await processStart(pid);
  return start === "" || startNow === "" || startNow === start;
}
