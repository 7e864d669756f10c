import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, notParsed, outside, type Parsed, parsed } from "../common/gather.ts";
import { plistAt, plistDate, plistList, plistNumber, plistText } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";
import type { Probe } from "../probe.ts";
import { plistRefusal, readPlist } from "./plistFile.ts";
import { parseSystemVersion, systemVersionFile } from "./systemVersion.ts";

export const softwareUpdateFile = "/Library/Preferences/com.apple.SoftwareUpdate.plist";
const installHistoryFile = "/Library/Receipts/InstallHistory.plist";

/** When a search for updates last ended well. LastBackgroundSuccessfulDate is left out: it is about system data, not about this list. */
const searchDates = ["LastSuccessfulDate", "LastFullSuccessfulDate", "LastSuccessfulMSUScanDate", "LastSuccessfulBackgroundMSUScanDate"] as const;

type Updates = Pick<FactValue<"pending-updates">, "total" | "security" | "names" | "listsAt">;

const newest = (dates: readonly (string | undefined)[]) =>
  dates
    .flatMap((date) => (date === undefined ? [] : [date]))
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);

/** Negative, zero or positive, number by number. */
function compare(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const isSystem = (name: string) => /^macOS\b/.test(name);

/** Fixes of macOS itself, its fast security responses and Safari. The step to the next yearly release is offered too, and is no fix. */
function isSecurity(name: string, version: string, major: number | null): boolean {
  if (/^(?:Safari|Security Update|macOS (?:Rapid )?Security|macOS Background)/i.test(name)) return true;
  return isSystem(name) && (major === null || Number(version.split(".")[0]) <= major || !/^\d/.test(version));
}

/** com.apple.SoftwareUpdate.plist: what the last search found. `current`: the version that runs, as the list may be older than it. */
export function parseSoftwareUpdate(value: PlistValue, current: string | null): Parsed<Updates> {
  const listsAt = newest(searchDates.map((key) => plistDate(plistAt(value, key))));
  if (listsAt === undefined) return notParsed("no search for updates that ended well");
  const list = plistAt(value, "RecommendedUpdates");
  const count = plistNumber(plistAt(value, "LastUpdatesAvailable"));
  if (!Array.isArray(list) && count !== 0) return notParsed("no list of recommended updates");
  const major = current === null ? null : Number(current.split(".")[0]);
  const updates = plistList(list).flatMap((entry) => {
    const name = plistText(plistAt(entry, "Display Name")) ?? plistText(plistAt(entry, "Identifier")) ?? "?";
    const version = plistText(plistAt(entry, "Display Version")) ?? "";
    // The list may be older than the last update. A security response carries the number of the version that it repairs.
    const isOlder = isSystem(name) && !/Security/i.test(name) && current !== null && /^\d[\d.]*$/.test(version);
    const isInstalled = isOlder && compare(version, current) <= 0;
    return isInstalled ? [] : [{ label: outside(name.includes(version) ? name : `${name} ${version}`), security: isSecurity(name, version, major) }];
  });
  const sorted = [...updates].sort((a, b) => Number(b.security) - Number(a.security));
  return parsed({
    total: updates.length,
    security: updates.filter((update) => update.security).length,
    names: sorted.slice(0, 20).map(({ label }) => label),
    listsAt,
  });
}

/** Dates of InstallHistory.plist, of the entries whose name and installer fit. */
export async function lastInstalled(host: Host, fits: (name: string, by: string) => boolean): Promise<string | null> {
  const file = await readPlist(host, installHistoryFile);
  if (file.outcome !== "read") return null;
  const dates = plistList(file.value).map((entry) => {
    const name = plistText(plistAt(entry, "displayName")) ?? "";
    return fits(name, plistText(plistAt(entry, "processName")) ?? "") ? plistDate(plistAt(entry, "date")) : undefined;
  });
  return newest(dates) ?? null;
}

/** What macOS found when it last searched. Searching anew would ask Apple and take up to a minute, so the answer tells how old it is. */
export const pendingUpdates: Probe<"pending-updates"> = {
  id: "macos.pending-updates",
  fact: "pending-updates",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const [file, release, lastInstalledAt] = await Promise.all([
      readPlist(host, softwareUpdateFile),
      readPlist(host, systemVersionFile),
      lastInstalled(
        host,
        (name, by) => (by === "softwareupdated" || by === "macOS Installer") && !/ConfigData|^XProtect|^MRT|^Gatekeeper/i.test(name),
      ),
    ]);
    if (file.outcome !== "read") return couldNotSee(plistRefusal(softwareUpdateFile, file) ?? unknown("failed", softwareUpdateFile));
    const version = release.outcome === "read" ? parseSystemVersion(release.value) : undefined;
    const found = parseSoftwareUpdate(file.value, version?.ok ? version.value.version : null);
    if (!found.ok) return couldNotSee(unknown(found.detail.startsWith("no search") ? "stale" : "unparsed", `${softwareUpdateFile}: ${found.detail}`));
    const { names, listsAt } = found.value;
    return {
      observation: known({ manager: "softwareupdate", ...found.value, lastInstalledAt }),
      evidence: [evidence(softwareUpdateFile, [`last search that ended well: ${listsAt}`, ...(names.length === 0 ? ["nothing to install"] : names)])],
    };
  },
};
