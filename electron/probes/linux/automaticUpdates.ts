import { unknown } from "../../../shared/observation.ts";
import { couldNotSee } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { aptAutomatic } from "./aptAutomatic.ts";
import { managerOf } from "./managers.ts";
import { otherAutomatic } from "./otherAutomatic.ts";

/** Each package manager has a way of its own to install updates without being asked. */
export const automaticUpdates: Probe<"automatic-updates"> = {
  id: "linux.automatic-updates",
  fact: "automatic-updates",
  uses: ["apt-config"],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const manager = await managerOf(host);
    if (manager === null) return couldNotSee(unknown("not-supported", "no package manager that is known here"));
    return manager === "apt" ? aptAutomatic(host, signal) : otherAutomatic(host, manager);
  },
};
