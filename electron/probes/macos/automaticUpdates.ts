import { known, unknown } from "../../../shared/observation.ts";
import { askedSince } from "../common/askedSince.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import { plistAt, plistSwitch, plistText } from "../common/plist.ts";
import type { Probe } from "../probe.ts";
import { softwareUpdateFile } from "./pendingUpdates.ts";
import { plistRefusal, readManaged, readPlist } from "./plistFile.ts";
import { deferredDaysOf, responsesForbidden } from "./updateRestrictions.ts";

/** All must be on for fixes to arrive by themselves. */
const switches = [
  "AutomaticCheckEnabled",
  "AutomaticDownload",
  "CriticalUpdateInstall",
  "ConfigDataInstall",
  "AutomaticallyInstallMacOSUpdates",
] as const;

/**
 * Searches, downloads and installs by itself. A switch that is not set is on, and what the device management prescribes wins; it may also hide fixes for
 * some days, forbid security responses, or name a server of its own (CatalogURL).
 */
export const automaticUpdates: Probe<"automatic-updates"> = {
  id: "macos.automatic-updates",
  fact: "automatic-updates",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const [file, managed, restrictions] = await Promise.all([
      readPlist(host, softwareUpdateFile),
      readManaged(host, "com.apple.SoftwareUpdate"),
      askedSince(2, () => readManaged(host, "com.apple.applicationaccess")),
    ]);
    if (file.outcome !== "read") return couldNotSee(plistRefusal(softwareUpdateFile, file) ?? unknown("failed", softwareUpdateFile));
    const refusal = managed.refusal ?? restrictions?.refusal;
    if (refusal) return couldNotSee(refusal);
    const states = switches.map((key) => {
      const value = managed.value(key) ?? plistAt(file.value, key);
      return { key, isSet: value !== undefined, on: value === undefined ? true : plistSwitch(value) };
    });
    const odd = states.find(({ on }) => on === undefined);
    if (odd) return couldNotSee(unknown("unparsed", `${softwareUpdateFile}: ${odd.key} is no switch`));
    const forbidden = restrictions !== undefined && responsesForbidden(restrictions);
    const deferredDays = restrictions === undefined ? undefined : deferredDaysOf(restrictions);
    const server = plistText(managed.value("CatalogURL") ?? plistAt(file.value, "CatalogURL"));
    return {
      observation: known({
        enabled: states.every(({ on }) => on === true) && !forbidden,
        mechanism: "softwareupdate",
        pausedUntil: null,
        companyServer: server === undefined ? null : "named",
        ...(deferredDays === undefined ? {} : { deferredDays }),
      }),
      evidence: [
        evidence(
          softwareUpdateFile,
          states.map(({ key, isSet, on }) => `${key}: ${isSet ? on : "not set, so on"}`),
        ),
        evidence("managed com.apple.applicationaccess", [
          `security responses: ${forbidden ? "forbidden" : "allowed"}`,
          `fixes are hidden for: ${deferredDays === undefined ? "(not seen)" : `${deferredDays ?? 0} days`}`,
        ]),
      ],
    };
  },
};
