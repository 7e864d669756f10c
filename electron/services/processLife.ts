import { readFile, readlink } from "node:fs/promises";
import { errorCode } from "./errorDetail.ts";

interface ProcessStat {
  /** One letter: "Z" a zombie, "T" stopped. */
  readonly state: string;
  /** Clock ticks after boot. */
  readonly start: string;
}

/** /proc may be that of another PID namespace: then its numbers are not ours. */
async function procIsOurs(): Promise<boolean> {
  return readlink("/proc/self").then(
    (target) => target === String(process.pid),
    () => false,
  );
}

/** Fields 3 and 22 of /proc/<pid>/stat (proc_pid_stat(5)); null where the OS offers no such file. */
async function statOf(pid: number): Promise<ProcessStat | null> {
  try {
    if (!(await procIsOurs())) return null;
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses and may contain anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", start: fields[19] ?? "" };
  } catch {
    return null;
  }
}

/** What tells this process from a later one with the same number: when it started; "" where the OS offers no file for it. */
export async function processStart(pid: number): Promise<string> {
  return (await statOf(pid))?.start ?? "";
}

/**
 * False only when the process is surely gone: no such number, the number belongs to a process that started at another time, or it has ended and only waits
 * for its parent to notice (a zombie). One that is stopped lives.
 */
export async function isAlive(pid: number, start: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is one, of somebody else.
    if (errorCode(error) === "ESRCH") return false;
  }
  const now = await statOf(pid);
  if (now === null) return true;
  return now.state !== "Z" && now.state !== "X" && (start === "" || now.start === start);
}
