import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";

export interface Process {
  readonly id: string;
  /** Lower case: the kernel's (cut to 15 bytes) and that of the file it was started with. */
  readonly names: readonly string[];
  /** Its command line, one word each. */
  readonly words: readonly string[];
}

export interface Processes {
  /** Programs that were looked at. */
  readonly examined: number;
  /** Every name that a running program goes by, lower case: the kernel's (cut to 15 bytes) and that of the file it was started with. */
  readonly names: ReadonlySet<string>;
  readonly list: readonly Process[];
  /** The command line of the programs of this name, one word each. */
  wordsOf(name: string): readonly (readonly string[])[];
}

/** More programs than any desk has; a machine with more is not looked at in part. */
const most = 8192;
const sideBySide = 64;

function namesOf(comm: string | null, words: readonly string[]): readonly string[] {
  // A program may overwrite its command line with a title ("sshd: hana [priv]", "discord --type=gpu"): its name comes first.
  const file =
    words[0]
      ?.split(/: | --/, 1)[0]
      ?.split("/")
      .at(-1) ?? "";
  // The kernel cuts names to 15 bytes; the file then tells the whole one. Scripts run under their interpreter: there the kernel's name is theirs.
  const cut = comm !== null && comm.length >= 15 && file.length > comm.length && file.startsWith(comm);
  return [cut ? "" : (comm ?? ""), file].map((name) => name.trim().toLowerCase()).filter((name) => name !== "");
}

async function readProcess(host: Host, id: string): Promise<Process> {
  const [comm, line] = await Promise.all([host.readFile(`/proc/${id}/comm`), host.readFile(`/proc/${id}/cmdline`)]);
  const words =
    line.outcome === "read"
      ? decodeUtf8(line.bytes)
          .split("\0")
          .filter((word) => word !== "")
          .slice(0, 64)
      : [];
  const name = comm.outcome === "read" ? decodeUtf8(comm.bytes).trim() : null;
  return { id, names: namesOf(name, words), words };
}

/**
 * The programs that run now, of this user and of others, from /proc: no process is started for it. null: /proc could not be listed, or holds more than
 * can be looked at. With the mount option hidepid others' programs are not there, and nothing tells so.
 */
export async function readProcesses(host: Host): Promise<Processes | null> {
  const folder = await host.readFolder("/proc");
  if (folder.outcome !== "read") return null;
  const ids = folder.names.filter((name) => /^\d+$/.test(name));
  if (ids.length > most) return null;
  const found: Process[] = [];
  for (let from = 0; from < ids.length; from += sideBySide) {
    found.push(...(await Promise.all(ids.slice(from, from + sideBySide).map((id) => readProcess(host, id)))));
  }
  // A program that ended meanwhile has no name any more.
  const living = found.filter(({ names }) => names.length > 0);
  return {
    examined: living.length,
    list: living,
    names: new Set(living.flatMap(({ names }) => names)),
    wordsOf: (name) => living.filter(({ names }) => names.includes(name)).map(({ words }) => words),
  };
}
