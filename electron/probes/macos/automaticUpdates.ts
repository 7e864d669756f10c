import { known, unknown } from "../../../shared/observation.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import { plistAt, plistSwitch } from "../common/plist.ts";
import type { Probe } from "../probe.ts";
import { softwareUpdateFile } from "./pendingUpdates.ts";
import { plistRefusal, readManaged, readPlist } from "./plistFile.ts";

/** All four must be on for fixes to arrive by themselves. */
const switches = ["AutomaticCheckEnabled", "AutomaticDownload", "CriticalUpdateInstall", "AutomaticallyInstallMacOSUpdates"] as const;

/** Searches, downloads and installs by itself. A switch that is not set is on, and what the device management prescribes wins. */
export const automaticUpdates: Probe<"automatic-updates"> = {
  id: "macos.automatic-updates",
  fact: "automatic-updates",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const [file, managed] = await Promise.all([readPlist(host, softwareUpdateFile), readManaged(host, "com.apple.SoftwareUpdate")]);
    if (file.outcome !== "read") return couldNotSee(plistRefusal(softwareUpdateFile, file) ?? unknown("failed", softwareUpdateFile));
    if (managed.refusal) return couldNotSee(managed.refusal);
    const states = switches.map((key) => {
      const value = managed.value(key) ?? plistAt(file.value, key);
      return { key, isSet: value !== undefined, on: value === undefined ? true : plistSwitch(value) };
    });
    const odd = states.find(({ on }) => on === undefined);
    if (odd) return couldNotSee(unknown("unparsed", `${softwareUpdateFile}: ${odd.key} is no switch`));
    return {
      observation: known({ enabled: states.every(({ on }) => on === true), mechanism: "softwareupdate", pausedUntil: null }),
      evidence: [
        evidence(
          softwareUpdateFile,
          states.map(({ key, isSet, on }) => `${key}: ${isSet ? on : "not set, so on"}`),
        ),
      ],
    };
  },
};
