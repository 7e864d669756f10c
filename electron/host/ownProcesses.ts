import { readdirSync, readFileSync } from "node:fs";

/** Stands in the environment of every command that we run, with a value of its own each time; what the command starts inherits it, wherever it goes. */
export const markName = "PREFLIGHT_COMMAND";

/** A process that is left of a command. */
export interface Left {
  readonly pid: number;
  readonly name: string;
}

function holds(pid: string, mark: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(`${markName}=${mark}`);
  } catch {
    // Ended meanwhile, or somebody else's, whose environment nobody may read (proc(5)).
    return false;
  }
}

function nameOf(pid: string): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // A zombie has ended; only its parent has not looked yet.
    return /\) [ZX] /.test(stat) ? null : (/\((.*)\)/s.exec(stat)?.[1] ?? "?");
  } catch {
    return null;
  }
}

/**
 * What a command has started and not taken along, also in a session of its own or through a parent that has ended, by the mark in its environment. Linux
 * alone shows that to a program without rights (https://man7.org/linux/man-pages/man5/proc_pid_environ.5.html); a process that clears its environment is not
 * found. Reads as it waits, because it is also needed while the program ends; asked only where a command did not end in order.
 */
export function leftOf(mark: string): readonly Left[] {
  if (process.platform !== "linux") return [];
  let pids: readonly string[];
  try {
    pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return pids.flatMap((pid) => {
    const name = holds(pid, mark) ? nameOf(pid) : null;
    return name === null || Number(pid) === process.pid ? [] : [{ pid: Number(pid), name }];
  });
}

/** Ends them; what was started in between is found the next time round. */
export function endLeft(mark: string): void {
  for (let round = 0; round < 3; round++) {
    const left = leftOf(mark);
    if (left.length === 0) return;
    for (const { pid } of left) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // Gone already, or not ours to end: it is named.
      }
    }
  }
}
