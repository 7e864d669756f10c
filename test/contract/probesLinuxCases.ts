import type { FactId } from "../../shared/facts/catalogue.ts";
import { antivirus, diskEncryption, firewall, osProtection } from "./probesLinuxGuardCases.ts";
import { screenLock } from "./probesLinuxLockCases.ts";
import type { Matrix } from "./probesLinuxMatrix.ts";
import { connectivity, gateway, proxy, resolvers, wifiLink } from "./probesLinuxNetworkCases.ts";
import { listeningServices, remoteAccess, runningApps } from "./probesLinuxOpenCases.ts";
import { route, vpn } from "./probesLinuxPathCases.ts";
import { accounts, backup, deviceIdentity, management, session } from "./probesLinuxPersonCases.ts";
import { automaticUpdates, browsers, clock, osRelease, pendingUpdates, restartPending } from "./probesLinuxUpdateCases.ts";

/** Facts that are gathered in the same way on every OS. */
type NeutralFactId = "office-proof" | "network-history";
export type LinuxFactId = Exclude<FactId, NeutralFactId>;

/** Every fact of Linux has its matrix: an omission does not compile. */
export const matrices: { readonly [K in FactId]?: Matrix<K> } & { readonly [K in LinuxFactId]: Matrix<K> } = {
  route,
  resolvers,
  proxy,
  "wifi-link": wifiLink,
  gateway,
  connectivity,
  vpn,
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
