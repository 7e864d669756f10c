import { uptime } from "node:os";
import type { LogIn } from "../../shared/declarations.ts";
import type { Host } from "./host.ts";
import { macLogIn } from "./macLogIn.ts";

type Machine = Pick<Host, "platform" | "readFile" | "run" | "userName">;

async function text(machine: Machine, path: string): Promise<string | null> {
  const answer = await machine.readFile(path);
  return answer.outcome === "read" ? new TextDecoder().decode(answer.bytes).trim() : null;
}

/** When the PC was started, by its clock of now. */
function bootedAt(): string {
  return new Date(Date.now() - uptime() * 1000).toISOString();
}

/** The kernel's own name for this start, and since when systemd-logind has this person logged in; two log-ins of one person at once are one. */
async function linux(machine: Machine): Promise<LogIn> {
  const boot = await text(machine, "/proc/sys/kernel/random/boot_id");
  const user = await text(machine, "/proc/self/loginuid");
  // 4294967295: started outside of any log-in.
  const state = user !== null && /^\d{1,9}$/.test(user) ? await text(machine, `/run/systemd/users/${user}`) : null;
  const since = /^MONOTONIC=(\d+)$/m.exec(state ?? "")?.[1] ?? null;
  return { id: boot === null && since === null ? null : JSON.stringify([boot, since]), bootedAt: boot === null ? bootedAt() : null };
}

/** The logon SID is made anew for every sign-in, but counted from the beginning after a start: the time of the start belongs to it. */
async function windows(machine: Machine): Promise<LogIn> {
  const { outcome, stdout } = await machine.run("whoami-logon", AbortSignal.timeout(4000));
  const sid = outcome === "exited" ? /\bS-1-5-5-\d+-\d+\b/.exec(new TextDecoder().decode(stdout))?.[0] : undefined;
  return { id: sid ?? null, bootedAt: bootedAt() };
}

async function macos(machine: Machine): Promise<LogIn> {
  const answer = await machine.readFile("/var/run/utmpx");
  const id = answer.outcome === "read" ? macLogIn(answer.bytes, machine.userName()) : null;
  return { id, bootedAt: id === null ? bootedAt() : null };
}

const readers = { linux, windows, macos } as const;

/** Which start of the PC and which log-in this is. Never rejects: what the system does not name is null, and the time of the start is always there. */
export async function readLogIn(machine: Machine): Promise<LogIn> {
  return readers[machine.platform](machine).catch(() => ({ id: null, bootedAt: bootedAt() }));
}
