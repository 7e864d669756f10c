import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";

const own = "/etc/systemd/system";
/** Images enable timers in the part of the system that the user cannot change, and not always under timers.target. */
const shipped = ["/usr/lib/systemd/system/timers.target.wants", "/usr/lib/systemd/system/default.target.wants"] as const;

/**
 * Does systemd start this timer? Links, so that no program has to be asked (systemctl(1), "enable" and "mask": a masked unit is a link to /dev/null).
 */
export async function isTimerEnabled(host: Host, timer: string): Promise<boolean> {
  const [mask, enabled, ...others] = await Promise.all(
    [`${own}/${timer}`, `${own}/timers.target.wants/${timer}`, ...shipped.map((folder) => `${folder}/${timer}`)].map((path) =>
      askedSince(2, () => host.readLink(path)),
    ),
  );
  // readLink gives null also for what is no link: a unit file of its own there is not masked.
  return mask !== "/dev/null" && [enabled, ...others].some((target) => typeof target === "string");
}
