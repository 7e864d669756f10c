import type { DeviceProbes } from "../probe.ts";
import { accounts } from "./accounts.ts";
import { antivirus } from "./antivirus.ts";
import { automaticUpdates } from "./automaticUpdates.ts";
import { backup } from "./backup.ts";
import { browsers } from "./browsers.ts";
import { clock } from "./clock.ts";
import { deviceIdentity } from "./deviceIdentity.ts";
import { diskEncryption } from "./diskEncryption.ts";
import { firewall } from "./firewall.ts";
import { listeningServices } from "./listeningServices.ts";
import { management } from "./management.ts";
import { osProtection } from "./osProtection.ts";
import { osRelease } from "./osRelease.ts";
import { pendingUpdates } from "./pendingUpdates.ts";
import { remoteAccess } from "./remoteAccess.ts";
import { restartPending } from "./restartPending.ts";
import { runningApps } from "./runningApps.ts";
import { screenLock } from "./screenLock.ts";
import { session } from "./session.ts";

export const deviceProbes: DeviceProbes = {
  "screen-lock": screenLock,
  "os-release": osRelease,
  "pending-updates": pendingUpdates,
  "automatic-updates": automaticUpdates,
  "restart-pending": restartPending,
  browsers,
  "disk-encryption": diskEncryption,
  firewall,
  "listening-services": listeningServices,
  "remote-access": remoteAccess,
  antivirus,
  "os-protection": osProtection,
  accounts,
  "device-identity": deviceIdentity,
  management,
  session,
  backup,
  "running-apps": runningApps,
  clock,
};
