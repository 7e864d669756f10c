import { notSupportedTable } from "../common/notSupported.ts";
import { readHardware } from "../common/systeminformation.ts";
import type { ProbeTable } from "../probe.ts";
import { antivirus } from "./antivirus.ts";
import { automaticUpdates } from "./automaticUpdates.ts";
import { deviceIdentity } from "./deviceIdentity.ts";
import { diskEncryption } from "./diskEncryption.ts";
import { firewall } from "./firewall.ts";
import { listeningServices } from "./listeningServices.ts";
import { osRelease } from "./osRelease.ts";
import { pendingUpdates } from "./pendingUpdates.ts";
import { restartPending } from "./restartPending.ts";
import { route } from "./route.ts";
import { screenLock } from "./screenLock.ts";
import { vpn } from "./vpn.ts";
import { wifiLink } from "./wifiLink.ts";

export const linuxProbes: ProbeTable = {
  ...notSupportedTable("linux"),
  route,
  "wifi-link": wifiLink,
  vpn,
  "screen-lock": screenLock,
  "os-release": osRelease,
  "pending-updates": pendingUpdates,
  "automatic-updates": automaticUpdates,
  "restart-pending": restartPending,
  "disk-encryption": diskEncryption,
  firewall,
  "listening-services": listeningServices,
  antivirus,
  "device-identity": deviceIdentity(readHardware),
};
