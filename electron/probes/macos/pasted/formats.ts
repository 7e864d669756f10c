import type { PastedFormat } from "../../pastedFormat.ts";
import { routeGet } from "./routeGet.ts";

const platform = "macos";

/** What people paste from a Mac beside the app's own commands. */
export const macosPasted: readonly PastedFormat[] = [
  { platform, names: ["route-n-get-default", "route-n-get", "route-get-default"], read: routeGet, typed: "route -n get default" },
  // ifconfig names interfaces; which port each is only this list tells.
  { platform, names: ["ifconfig"], instead: "networksetup-listallhardwareports" },
  { platform, names: ["diskutil-list", "diskutil-apfs-list"], instead: "fdesetup-status" },
  { platform, names: ["pmset-g"], instead: "pmset-g-custom" },
  { platform, names: ["sw_vers", "softwareupdate-l", "scutil-dns"], instead: "recording" },
];
