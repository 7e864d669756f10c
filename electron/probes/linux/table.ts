import { connectivity } from "../common/connectivity.ts";
import { networkHistory } from "../common/networkHistory.ts";
import { officeProof } from "../common/officeProof.ts";
import { readHardware } from "../common/systeminformation.ts";
import type { ProbeTable } from "../probe.ts";
import { accounts } from "./accounts.ts";
import { antivirus } from "./antivirus.ts";
import { automaticUpdates } from "./automaticUpdates.ts";
import { backup } from "./backup.ts";
import { browsers } from "./browsers.ts";
import { clock } from "./clock.ts";
import { deviceIdentity } from "./deviceIdentity.ts";
import { diskEncryption } from "./diskEncryption.ts";
import { firewall } from "./firewall.ts";
import { gateway } from "./gateway.ts";
import { listeningServices } from "./listeningServices.ts";
import { management } from "./management.ts";
import { osProtection } from "./osProtection.ts";
import { osRelease } from "./osRelease.ts";
import { ownConnectivity } from "./ownConnectivity.ts";
import { linuxKindOfInterface } from "./paths.ts";
import { pendingUpdates } from "./pendingUpdates.ts";
import { proxy } from "./proxy.ts";
import { remoteAccess } from "./remoteAccess.ts";
import { resolvers } from "./resolvers.ts";
import { restartPending } from "./restartPending.ts";
import { route } from "./route.ts";
import { runningApps } from "./runningApps.ts";
import { screenLock } from "./screenLock.ts";
import { session } from "./session.ts";
import { vpn } from "./vpn.ts";
import { wifiLink } from "./wifiLink.ts";

export const linuxProbes: ProbeTable = {
  route,
  resolvers,
  proxy,
  gateway,
  connectivity: connectivity("linux", ownConnectivity, { proxy, uses: ["nmcli-general"] }),
  "office-proof": officeProof("linux", linuxKindOfInterface, route.uses),
  "network-history": networkHistory("linux", { wifiLink, gateway, route }),
  browsers,
  "remote-access": remoteAccess,
  "os-protection": osProtection,
  accounts,
  management,
  session,
  backup,
  "running-apps": runningApps,
  clock,
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
