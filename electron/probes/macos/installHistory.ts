import type { Host } from "../../host/host.ts";
import { plistAt, plistDate, plistList, plistText } from "../common/plist.ts";
import { readPlist } from "./plistFile.ts";

const installHistoryFile = "/Library/Receipts/InstallHistory.plist";

/** One line of what was ever installed on this Mac; everybody may read the list. */
export interface Installation {
  readonly name: string;
  readonly version: string;
  /** The program that installed it: "softwareupdated", "macOS Installer", "installer". */
  readonly by: string;
  readonly at: string | undefined;
}

/** The history of installations, or none where it cannot be read. */
export async function readInstallHistory(host: Host): Promise<readonly Installation[]> {
  const file = await readPlist(host, installHistoryFile);
  if (file.outcome !== "read") return [];
  return plistList(file.value).map((entry) => ({
    name: plistText(plistAt(entry, "displayName")) ?? "",
    version: plistText(plistAt(entry, "displayVersion")) ?? "",
    by: plistText(plistAt(entry, "processName")) ?? "",
    at: plistDate(plistAt(entry, "date")),
  }));
}

/** ISO 8601 dates: the last of them, or undefined. */
export function newestDate(dates: readonly (string | undefined)[]): string | undefined {
  return dates
    .flatMap((date) => (date === undefined ? [] : [date]))
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}
