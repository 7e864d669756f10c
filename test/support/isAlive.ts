import { readFileSync } from "node:fs";

/** True while a process runs. A zombie has ended; only its parent has not looked yet. */
export function isAlive(pid: number | string): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
}
