import type { Host } from "../../host/host.ts";
import { type AptConf, parseAptConf } from "./aptConf.ts";
import { readSettingFiles } from "./settingFiles.ts";

const folder = "/etc/apt/apt.conf.d/";
const single = "/etc/apt/apt.conf";

/** The same as `apt-config dump` shows, without the process; null when the files cannot be read or only apt itself can work them out. */
export async function readAptConf(host: Host): Promise<{ readonly conf: AptConf; readonly paths: readonly string[] } | null> {
  const listing = await host.readFolder(folder.slice(0, -1));
  if (listing.outcome !== "read") return null;
  // apt reads names of letters, digits, "_", "-" and ".", without an ending or with ".conf", in their order; the single file comes last.
  const names = listing.names.filter((name) => /^[\w-]+(\.conf)?$/.test(name));
  if (names.length > 64 || listing.names.some((name) => /^[\w.-]+$/.test(name) && /\..*\./.test(name))) return null;
  const files = await readSettingFiles(host, [...names.map((name) => `${folder}${name}`), single]);
  if (files.shut.length > 0) return null;
  const conf = parseAptConf(files.texts);
  return conf === null ? null : { conf, paths: files.paths };
}
