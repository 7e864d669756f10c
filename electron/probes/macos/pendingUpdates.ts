import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import { plistAt, plistText } from "../common/plist.ts";
import type { Probe } from "../probe.ts";
import { safariPlaces } from "./browsers.ts";
import type { Installed } from "./installedVersions.ts";
import { type Installation, newestDate, readInstallHistory } from "./installHistory.ts";
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

/** What runs, and when Apple built it (the files of the sealed system carry that date). */
async function readInstalled(host: Host): Promise<Installed & { readonly builtAt: string | undefined }> {
  const [release, history, safari] = await Promise.all([readPlist(host, systemVersionFile), readInstallHistory(host), readSafari(host)]);
  const found = release.outcome === "read" ? parseSystemVersion(release.value) : undefined;
  const system = found?.ok ? found.value.version : null;
  const builtAt = release.outcome === "read" ? release.modifiedAt : undefined;
  return { builtAt, system, build: found?.ok ? found.value.build : null, response: await readResponse(host, system), safari, history };
}

/** Files of macOS 11 said "Jan 1 2020", whatever the build: a date before this one stands for none. */
const firstTrueDate = "2021-01-01";

/**
 * When the system itself was last renewed: by the date of its build or of the last installation of macOS itself, whichever is later. Safari, tools and definitions are renewed
 * on a system that gets nothing, too. null: neither is known.
 */
function lastUpdateOfSystem({ builtAt, history }: { readonly builtAt: string | undefined; readonly history: readonly Installation[] }) {
  const installations = history
    .filter(({ name, by }) => /^macOS\b/.test(name) && (by === "softwareupdated" || by === "macOS Installer"))
    .map(({ at }) => at);
  const newestAt = newestDate([builtAt !== undefined && builtAt >= firstTrueDate ? builtAt : undefined, ...installations]);
  return newestAt ?? null;
}

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
    const lastInstalledAt = lastUpdateOfSystem(installed);
    // A Mac whose system files and history tell no day is judged by its lists alone.
    const system = lastInstalledAt === null ? {} : { system: { newestAt: lastInstalledAt, supersededAt: null } };
    return {
      observation: known({
        manager: "softwareupdate",
        ...found.value,
        lastInstalledAt,
        ...system,
      }),
      evidence: [
        evidence(softwareUpdateFile, [`last search that ended well: ${listsAt}`, ...(names.length === 0 ? ["nothing to install"] : names)]),
        evidence(systemVersionFile, `macOS ${installed.system ?? "?"} of ${lastInstalledAt ?? "?"}`),
      ],
    };
  },
};
