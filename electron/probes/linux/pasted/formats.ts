import type { PastedFormat } from "../../pastedFormat.ts";
import { ipRouteGet } from "./ipRouteGet.ts";
import { kscreenlockerrc } from "./kscreenlockerrc.ts";
import { ssListening } from "./ssListening.ts";

const platform = "linux";

/** What people paste from Linux beside the app's own commands. */
export const linuxPasted: readonly PastedFormat[] = [
  { platform, names: ["ss-ltn", "ss-lntu", "ss-tuln", "ss-tulpn", "ss"], read: ssListening, typed: "ss -lntu" },
  { platform, names: ["ip-route-get"], read: ipRouteGet, typed: "ip route get 1.1.1.1" },
  { platform, names: ["kscreenlockerrc"], read: kscreenlockerrc, typed: "cat ~/.config/kscreenlockerrc" },
  // The tree and the mounts do not tell what a layer is made of.
  { platform, names: ["lsblk", "lsblk-f", "df", "df-h", "mount", "blkid"], instead: "lsblk-mountpoints" },
  { platform, names: ["ip-addr", "ip-a", "ifconfig"], instead: "ip-link" },
  { platform, names: ["apt-upgradable", "apt-get-upgrade"], instead: "apt-list-upgradable" },
  // Rules, tables and marks decide together: only asking the kernel itself for the way tells.
  { platform, names: ["ip-rule", "ip-route", "ip-route-show", "route", "netstat-rn"], instead: "recording" },
];
