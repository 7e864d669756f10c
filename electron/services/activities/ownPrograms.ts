import type { Platform } from "../../../shared/platform.ts";
import { decodeConsole, decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";

/** A program of this user that runs, by the name of its file. */
export interface OwnProgram {
  readonly pid: number;
  readonly name: string;
}

const sideBySide = 64;

/** `/proc/PID/exe` of somebody else's process cannot be read; as root everything can, so the owner is asked as well. */
async function onLinux(host: Host): Promise<readonly OwnProgram[] | null> {
  const [self, folder] = await Promise.all([host.readFile("/proc/self/status"), host.readFolder("/proc")]);
  const uidOf = (status: typeof self) => (status.outcome === "read" ? (/^Uid:\s+\d+\s+(\d+)/m.exec(decodeUtf8(status.bytes))?.[1] ?? null) : null);
  const own = uidOf(self);
  if (own === null || folder.outcome !== "read") return null;
  const ids = folder.names.filter((name) => /^[1-9]\d*$/.test(name));
  const found: OwnProgram[] = [];
  const look = async (id: string) => {
    const link = await host.readLink(`/proc/${id}/exe`);
    const name = link
      ?.replace(/ \(deleted\)$/, "")
      .split("/")
      .at(-1);
    if (name === undefined || name === "") return;
    if (uidOf(await host.readFile(`/proc/${id}/status`)) === own) found.push({ pid: Number(id), name });
  };
  for (let from = 0; from < ids.length; from += sideBySide) await Promise.all(ids.slice(from, from + sideBySide).map(look));
  return found;
}

/** `ps -xwwo pid,comm`: without -a only the caller's own processes; comm is the whole path. */
export function parseOwnPs(bytes: Uint8Array): readonly OwnProgram[] | null {
  const [header = "", ...lines] = decodeUtf8(bytes).split("\n");
  if (!/^\s*PID\s+COMM\s*$/.test(header)) return null;
  return lines.flatMap((line) => {
    const [, pid, path] = /^\s*(\d+)\s+(.+?)\s*$/.exec(line) ?? [];
    return pid === undefined || path === undefined ? [] : [{ pid: Number(pid), name: path.split("/").at(-1) ?? path }];
  });
}

/** Rows of `tasklist /fo csv /nh` that are of the session in which `ownPid` runs: sessions are not shared between users. */
export function parseOwnTasks(bytes: Uint8Array, ownPid: number): readonly OwnProgram[] | null {
  const rows = decodeConsole(bytes)
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, pid, session] = /^"([^"]{1,260})","(\d+)","[^"]*","(\d+)","[^"]*"$/.exec(line.trim()) ?? [];
      return name === undefined ? [] : [{ name, pid: Number(pid), session }];
    });
  const own = rows.find(({ pid }) => pid === ownPid)?.session;
  return own === undefined ? null : rows.filter(({ session }) => session === own).map(({ name, pid }) => ({ name, pid }));
}

async function byCommand(host: Host, command: "ps-own" | "tasklist", signal: AbortSignal): Promise<Uint8Array | null> {
  const result = await host.run(command, signal);
  return result.outcome === "exited" && result.code === 0 ? result.stdout : null;
}

/** The programs of this user that run now; null: they could not be listed. Never throws. @param ownPid of this process */
export async function ownPrograms(host: Host, ownPid: number, signal: AbortSignal): Promise<readonly OwnProgram[] | null> {
  const ways: { readonly [P in Platform]: () => Promise<readonly OwnProgram[] | null> } = {
    linux: () => onLinux(host),
    macos: async () => {
      const bytes = await byCommand(host, "ps-own", signal);
      return bytes && parseOwnPs(bytes);
    },
    windows: async () => {
      const bytes = await byCommand(host, "tasklist", signal);
      return bytes && parseOwnTasks(bytes, ownPid);
    },
  };
  return ways[host.platform]().catch(() => null);
}

/** Is this the program that the policy names? The whole name of the file; see docs/decisions/0103. Pure. */
export function isNamed(program: string, wanted: string, platform: Platform): boolean {
  const plain = (name: string) => {
    const same = name.trim().normalize("NFC");
    return platform === "linux" ? same : same.toLowerCase();
  };
  const [is, asked] = [plain(program), plain(wanted)];
  return asked !== "" && (is === asked || (platform === "windows" && is === `${asked}.exe`));
}
