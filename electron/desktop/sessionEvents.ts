import type { PowerMonitor } from "electron";
import type { SessionWatch } from "../services/session/watch.ts";

/**
 * What Electron hears of sleep and lock, for the watch of the service. Lock and unlock: Windows and macOS; on Linux logind itself is listened to.
 * https://www.electronjs.org/docs/latest/api/power-monitor
 */
export function tellSessionEvents(monitor: PowerMonitor, watch: SessionWatch): void {
  monitor.on("resume", watch.resumed);
  monitor.on("lock-screen", watch.locked);
  monitor.on("unlock-screen", watch.unlocked);
}
