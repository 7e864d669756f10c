import { monitors } from "./commands/monitors.ts";
import type { Host } from "./host.ts";
import { runMonitor } from "./monitorProcess.ts";
import { type EventReader, ipMonitorReader, routeMonitorReader } from "./networkEvents.ts";
import { networkPicture } from "./networkPicture.ts";
import type { WatchParts } from "./watchByEvents.ts";

const noEvents: EventReader = () => "nothing";

/** How each OS tells that its network has changed. Windows has events for services and windows only, not for a program to read: it is asked. */
export function watchPartsOf(host: Host): WatchParts {
  const picture = () => networkPicture(host);
  switch (host.platform) {
    case "linux":
      return { monitor: (onLine, onEnd) => runMonitor(monitors["ip-monitor"], "linux", onLine, onEnd), readEvent: ipMonitorReader(), picture };
    case "macos":
      return { monitor: (onLine, onEnd) => runMonitor(monitors["route-monitor"], "macos", onLine, onEnd), readEvent: routeMonitorReader(), picture };
    case "windows":
      return { monitor: null, readEvent: noEvents, picture };
  }
}
