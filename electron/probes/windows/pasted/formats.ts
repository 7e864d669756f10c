import type { PastedFormat } from "../../pastedFormat.ts";
import { bitLockerVolume, manageBde } from "./bitLocker.ts";
import { vpnConnection } from "./connections.ts";
import { mpComputerStatus } from "./defender.ts";
import { netFirewallProfile, netshAdvfirewall } from "./firewallProfiles.ts";
import { ipconfig, routePrint } from "./ipconfig.ts";
import { powercfgWhole } from "./powercfgWhole.ts";
import { w32tmStatus, whoamiGroups } from "./timeAndGroups.ts";

const platform = "windows";

/** What people paste from Windows beside the app's own commands. */
export const windowsPasted: readonly PastedFormat[] = [
  { platform, names: ["manage-bde-status"], read: manageBde, typed: "Get-BitLockerVolume | Format-List" },
  { platform, names: ["Get-BitLockerVolume"], read: bitLockerVolume, typed: "Get-BitLockerVolume | Format-List" },
  { platform, names: ["Get-MpComputerStatus"], read: mpComputerStatus, typed: "Get-MpComputerStatus | Format-List" },
  { platform, names: ["Get-NetFirewallProfile"], read: netFirewallProfile, typed: "Get-NetFirewallProfile | Format-List" },
  {
    platform,
    names: ["netsh-advfirewall-show-allprofiles", "netsh-advfirewall-show-currentprofile"],
    read: netshAdvfirewall,
    typed: "Get-NetFirewallProfile | Format-List",
  },
  { platform, names: ["ipconfig-all", "ipconfig"], read: ipconfig, typed: "ipconfig /all" },
  { platform, names: ["route-print"], read: routePrint, typed: "route print" },
  { platform, names: ["Get-VpnConnection"], read: vpnConnection, typed: "Get-VpnConnection | Format-List" },
  { platform, names: ["w32tm-query-status"], read: w32tmStatus, typed: "w32tm /query /status" },
  { platform, names: ["whoami-groups", "whoami-all"], read: whoamiGroups, typed: "whoami /groups" },
  { platform, names: ["powercfg-q", "powercfg-qh", "powercfg-query"], read: powercfgWhole, typed: "powercfg /q" },
  // None of them shows the revision of the build, by which the age of what is installed is judged.
  { platform, names: ["systeminfo", "Get-HotFix", "Get-ComputerInfo", "wmic-qfe-list", "ver"], instead: "reg-current-version" },
  { platform, names: ["Get-Process"], instead: "tasklist" },
  { platform, names: ["Get-NetTCPConnection"], instead: "netstat" },
  // Which adapter carries what, only the machine itself can be asked; names of adapters prove nothing.
  { platform, names: ["Get-NetAdapter", "Get-NetIPConfiguration", "Get-NetRoute", "Get-ItemProperty"], instead: "recording" },
];
