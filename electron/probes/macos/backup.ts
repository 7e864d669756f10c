import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known } from "../../../shared/observation.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import { plistAt, plistDate, plistList, plistSwitch } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";
import type { Probe } from "../probe.ts";
import { readPlist } from "./plistFile.ts";

const timeMachineFile = "/Library/Preferences/com.apple.TimeMachine.plist";

/** Time Machine is part of macOS: without a place to back up to it is there, and off. Each place keeps the dates of what it holds. */
export function backupOfPlist(value: PlistValue | undefined): FactValue<"backup">["sources"][number] {
  const places = plistList(plistAt(value, "Destinations"));
  const dates = places
    .flatMap((place) => plistList(plistAt(place, "SnapshotDates")))
    .flatMap((date) => plistDate(date) ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  const enabled = places.length > 0 && plistSwitch(plistAt(value, "AutoBackup")) === true;
  return { name: "Time Machine", enabled, lastAt: dates.at(-1) ?? null };
}

/** The last backup by Time Machine. Its settings may only be read with full disk access; without it the answer is "may not be read". */
export const backup: Probe<"backup"> = {
  id: "macos.backup",
  fact: "backup",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const file = await readPlist(host, timeMachineFile);
    if (file.outcome === "refused") return couldNotSee(file.refusal);
    const source = backupOfPlist(file.outcome === "read" ? file.value : undefined);
    const words = `${source.enabled ? "automatic backups on" : "no automatic backups"}, last: ${source.lastAt ?? "never, or not said"}`;
    return { observation: known({ sources: [source] }), evidence: [evidence(timeMachineFile, file.outcome === "missing" ? "missing" : words)] };
  },
};
