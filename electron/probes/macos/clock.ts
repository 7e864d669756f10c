import { known } from "../../../shared/observation.ts";
import { evidence, outside } from "../common/gather.ts";
import { plistAt, plistSwitch } from "../common/plist.ts";
import type { Probe } from "../probe.ts";
import { softwareUpdateFile } from "./pendingUpdates.ts";
import { readPlist } from "./plistFile.ts";
import { systemVersionFile } from "./systemVersion.ts";

/** Settings of timed(8), the program that keeps the clock; on many Macs only root may read them. */
const timedFile = "/var/db/timed/com.apple.timed.plist";

export const clock: Probe<"clock"> = {
  id: "macos.clock",
  fact: "clock",
  uses: [],
  validForMs: 900_000,
  async collect(host) {
    const [timed, ...dated] = await Promise.all([readPlist(host, timedFile), host.readFile(systemVersionFile), host.readFile(softwareUpdateFile)]);
    const synchronised = timed.outcome === "read" ? (plistSwitch(plistAt(timed.value, "TMAutomaticTimeOnlyEnabled")) ?? null) : null;
    const times = dated.flatMap((file) => (file.outcome === "read" ? [file.modifiedAt] : [])).sort((a, b) => Date.parse(a) - Date.parse(b));
    const notBefore = times.at(-1) ?? null;
    return {
      observation: known({ timeZone: outside(host.timeZone()), synchronised, notBefore }),
      evidence: [
        evidence(timedFile, synchronised === null ? "could not be read" : `TMAutomaticTimeOnlyEnabled ${synchronised}`),
        evidence(`${systemVersionFile}, ${softwareUpdateFile}`, `newest: ${notBefore ?? "(not readable)"}`),
      ],
    };
  },
};
