import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { type Process, readProcesses } from "./processes.ts";

/** Programs of the desktop and of the login manager that run now, with whose they are. */
export interface SessionPrograms {
  /** Is every program of this user in the list? undefined: an older version did not ask. */
  readonly whole: boolean | undefined;
  /** Programs of other users are in the list too: without the mount option hidepid. */
  readonly othersSeen: boolean;
  /** This user's programs of any of these names. */
  own(...names: readonly string[]): readonly Process[];
  /** Does a program of root run under any of these names? */
  ofRoot(...names: readonly string[]): boolean;
}

/** Nix starts programs by a wrapper: ".swayidle-wrapped", which the kernel cuts to 15 bytes. */
const plainName = (name: string) => name.replace(/^\.(.+?)(?:-w(?:r(?:a(?:p(?:p(?:ed?)?)?)?)?)?)?$/, "$1");

function isCalled({ names }: Process, wanted: readonly string[]): boolean {
  return names.some((name) => wanted.some((one) => plainName(name) === one || (one.length > 15 && name === one.slice(0, 15))));
}

/** The real user id of a process; null: it has ended, or may not be seen; undefined: an older version did not ask. */
async function userOf(host: Host, id: string): Promise<number | null | undefined> {
  const file = await askedSince(2, () => host.readFile(`/proc/${id}/status`));
  if (file === undefined) return undefined;
  const [, uid] = (file.outcome === "read" ? /^Uid:\s+(\d+)/m.exec(decodeUtf8(file.bytes)) : null) ?? [];
  return uid === undefined ? null : Number(uid);
}

/**
 * The programs among `interesting` that run, from /proc. Whose they are says the kernel (proc_pid_status(5)): the greeter and other people's
 * desktops are not ours. null: /proc could not be listed.
 */
export async function readSessionPrograms(host: Host, interesting: readonly string[]): Promise<SessionPrograms | null> {
  const [processes, self, me] = await Promise.all([readProcesses(host), askedSince(2, () => host.readLink("/proc/self")), userOf(host, "self")]);
  if (processes === null) return null;
  const candidates = processes.list.filter((process) => isCalled(process, interesting));
  const found = await Promise.all(candidates.map(async (process) => ({ process, uid: await userOf(host, process.id) })));
  const mine = found.filter(({ uid }) => uid === undefined || (uid !== null && uid === me)).map(({ process }) => process);
  const roots = found.filter(({ uid }) => uid === undefined || uid === 0).map(({ process }) => process);
  return {
    // Our own process is the proof that the list holds this user's.
    whole: self === undefined ? undefined : self !== null && processes.list.some(({ id }) => id === self),
    othersSeen: self !== undefined && processes.list.some(({ id }) => id === "1"),
    own: (...names) => mine.filter((process) => isCalled(process, names)),
    ofRoot: (...names) => roots.some((process) => isCalled(process, names)),
  };
}
