import { unknown } from "../../../shared/observation.ts";
import { couldNotSee, isThere } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { aptAutomatic } from "./aptAutomatic.ts";

/** Each package manager has a way of its own to install updates without being asked. */
export const automaticUpdates: Probe<"automatic-updates"> = {
  id: "linux.automatic-updates",
  fact: "automatic-updates",
  uses: ["apt-config"],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    if (await isThere(host, "/usr/bin/apt")) return aptAutomatic(host, signal);
    return couldNotSee(unknown("not-supported", "automatic updates are read with apt only"));
  },
};
