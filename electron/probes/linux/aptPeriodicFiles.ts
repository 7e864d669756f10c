import type { Host } from "../../host/host.ts";
import { readSettingFiles } from "./settingFiles.ts";

const folder = "/etc/apt/apt.conf.d/";
const single = "/etc/apt/apt.conf";

const statement = /^(apt::periodic::[\w-]+)\s+"([^"]*)"\s*;$/i;
const comment = /^(\/\/|#(?!clear|include))/i;
// What changes other statements, reads other files or spans lines: only apt itself can work that out.
const beyond = /^#(clear|include)|\bdir::etc\b|\/\*|periodic/i;

/**
 * The switches of APT::Periodic in the files of apt.conf(5), by lower-case key, when each of them stands on a line of its own; null when there is
 * anything beyond that.
 */
export function simplePeriodic(texts: readonly string[]): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  for (const raw of texts.flatMap((text) => text.split("\n"))) {
    const line = raw.trim();
    if (comment.test(line)) continue;
    const [, key, value] = statement.exec(line) ?? [];
    if (key !== undefined && value !== undefined) found.set(key.toLowerCase(), value);
    else if (beyond.test(line)) return null;
  }
  return found;
}

/** The same as `apt-config dump` shows, without the process; null when the files cannot be read or are not plain enough to be sure. */
export async function readPeriodicFiles(
  host: Host,
): Promise<{ readonly switches: ReadonlyMap<string, string>; readonly paths: readonly string[] } | null> {
  const listing = await host.readFolder(folder.slice(0, -1));
  if (listing.outcome !== "read") return null;
  // apt reads names of letters, digits, "_", "-" and ".", without an ending or with ".conf", in their order; the single file comes last.
  const names = listing.names.filter((name) => /^[\w-]+(\.conf)?$/.test(name));
  if (names.length > 64 || listing.names.some((name) => /^[\w.-]+$/.test(name) && /\..*\./.test(name))) return null;
  const files = await readSettingFiles(host, [...names.map((name) => `${folder}${name}`), single]);
  if (files.shut.length > 0) return null;
  const switches = simplePeriodic(files.texts);
  return switches === null ? null : { switches, paths: files.paths };
}
