import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import { plistAt, plistText } from "../common/plist.ts";
import type { Probe } from "../probe.ts";
import { safariPlaces } from "./browsers.ts";
import type { Installed } from "./installedVersions.ts";
import { newestDate, readInstallHistory } from "./installHistory.ts";
import { plistRefusal, readPlist } from "./plistFile.ts";
import { parseSoftwareUpdate } from "./softwareUpdateParser.ts";
import { parseSystemVersion, systemVersionFile } from "./systemVersion.ts";

export const softwareUpdateFile = "/Library/Preferences/com.apple.SoftwareUpdate.plist";
/** Where a security response leaves its letter: sw_vers(1) prints it as ProductVersionExtra. */
const responseFile = "/System/Cryptexes/OS/System/Library/CoreServices/SystemVersion.plist";

/** The Safari in use: the first of its places that is there. */
async function readSafari(host: Host): Promise<string | null> {
  for (const app of safariPlaces) {
    const file = await askedSince(2, () => readPlist(host, `${app}/Contents/Info.plist`));
    if (file?.outcome === "read") return plistText(plistAt(file.value, "CFBundleShortVersionString")) ?? null;
    if (file?.outcome === "refused") return null;
  }
  return null;
}

/** The letter of the response, when it belongs to the version that runs. */
async function readResponse(host: Host, system: string | null): Promise<string | null> {
  const file = await askedSince(2, () => readPlist(host, responseFile));
  if (file?.outcome !== "read" || plistText(plistAt(file.value, "ProductVersion")) !== system) return null;
  return /^\(([a-z])\)$/.exec(plistText(plistAt(file.value, "ProductVersionExtra")) ?? "")?.[1] ?? null;
}

async function readInstalled(host: Host): Promise<Installed> {
  const [release, history, safari] = await Promise.all([readPlist(host, systemVersionFile), readInstallHistory(host), readSafari(host)]);
  const found = release.outcome === "read" ? parseSystemVersion(release.value) : undefined;
  const system = found?.ok ? found.value.version : null;
  return { system, build: found?.ok ? found.value.build : null, response: await readResponse(host, system), safari, history };
}

/** Definitions of XProtect and the like come every few days and say nothing of the system. */
const isSystemData = (name: string) => /ConfigData|^XProtect|^MRT|^Gatekeeper/i.test(name);

/** What macOS found when it last searched. Searching anew would ask Apple and take up to a minute, so the answer tells how old it is. */
export const pendingUpdates: Probe<"pending-updates"> = {
  id: "macos.pending-updates",
  fact: "pending-updates",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const [file, installed] = await Promise.all([readPlist(host, softwareUpdateFile), readInstalled(host)]);
    if (file.outcome !== "read") return couldNotSee(plistRefusal(softwareUpdateFile, file) ?? unknown("failed", softwareUpdateFile));
    const found = parseSoftwareUpdate(file.value, installed);
    if (!found.ok) return couldNotSee(unknown(found.detail.startsWith("no search") ? "stale" : "unparsed", `${softwareUpdateFile}: ${found.detail}`));
    const { names, listsAt } = found.value;
    const updates = installed.history.filter(({ name, by }) => (by === "softwareupdated" || by === "macOS Installer") && !isSystemData(name));
    return {
      observation: known({ manager: "softwareupdate", ...found.value, lastInstalledAt: newestDate(updates.map(({ at }) => at)) ?? null }),
      evidence: [evidence(softwareUpdateFile, [`last search that ended well: ${listsAt}`, ...(names.length === 0 ? ["nothing to install"] : names)])],
    };
  },
};
