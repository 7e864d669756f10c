import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";
import { plistAt, plistDate, plistList, plistNumber, plistText } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";
import { type Installed, isInstalled, isSystem, type Offer } from "./installedVersions.ts";
import { newestDate } from "./installHistory.ts";

/** When a search for updates last ended well. LastBackgroundSuccessfulDate is left out: it is about system data, not about this list. */
const searchDates = ["LastSuccessfulDate", "LastFullSuccessfulDate", "LastSuccessfulMSUScanDate", "LastSuccessfulBackgroundMSUScanDate"] as const;

type Updates = Pick<FactValue<"pending-updates">, "total" | "security" | "names" | "listsAt">;

/** Fixes of macOS itself, its fast security responses and Safari. The step to the next yearly release is offered too, and is no fix. */
function isSecurity(offer: Offer, major: number | null): boolean {
  const { name, version, identifier } = offer;
  // The step to the next yearly release ends with "major".
  if (/^MSU_UPDATE_.*_minor$/.test(identifier)) return true;
  if (/^(?:Safari|Security Update|macOS (?:Rapid )?Security|macOS Background)/i.test(name)) return true;
  return isSystem(offer) && (major === null || Number(version.split(".")[0]) <= major || !/^\d/.test(version));
}

/** macOS 15.4 and later leave LastUpdatesAvailable as it was. https://github.com/root3nl/SupportApp/issues/207 */
function keepsCounter(system: string | null): boolean {
  const [major = 0, minor = 0] = (system ?? "").split(".").map(Number);
  return major < 15 || (major === 15 && minor < 4);
}

/** com.apple.SoftwareUpdate.plist: what the last search found, without what is installed already. */
export function parseSoftwareUpdate(value: PlistValue, installed: Installed): Parsed<Updates> {
  const listsAt = newestDate(searchDates.map((key) => plistDate(plistAt(value, key))));
  if (listsAt === undefined) return notParsed("no search for updates that ended well");
  const list = plistAt(value, "RecommendedUpdates");
  const count = plistNumber(plistAt(value, "LastUpdatesAvailable"));
  if (!Array.isArray(list) && count !== 0) return notParsed("no list of recommended updates");
  // LastUpdatesAvailable counts optional ones, too. More recommended ones than the list has are a contradiction.
  const recommended = plistNumber(plistAt(value, "LastRecommendedUpdatesAvailable"));
  const listed = plistList(list).length;
  const isCounted = recommended === undefined && keepsCounter(installed.system) && (count ?? 0) > 0;
  if ((recommended ?? 0) > listed || (listed === 0 && isCounted)) return notParsed("fewer updates listed than counted");
  const major = installed.system === null ? null : Number(installed.system.split(".")[0]);
  const updates = plistList(list).flatMap((entry) => {
    const identifier = plistText(plistAt(entry, "Identifier")) ?? "";
    const name = plistText(plistAt(entry, "Display Name")) ?? (identifier === "" ? "?" : identifier);
    const version = plistText(plistAt(entry, "Display Version")) ?? "";
    const offer = { name, version, identifier };
    if (isInstalled(offer, installed)) return [];
    return [{ label: outside(name.includes(version) ? name : `${name} ${version}`), security: isSecurity(offer, major) }];
  });
  const sorted = [...updates].sort((a, b) => Number(b.security) - Number(a.security));
  return parsed({
    total: updates.length,
    security: updates.filter((update) => update.security).length,
    names: sorted.slice(0, 20).map(({ label }) => label),
    listsAt,
  });
}
