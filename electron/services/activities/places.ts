import { assertNever } from "../../../shared/assertNever.ts";
import type { Opening } from "../../../shared/openings.ts";
import type { Platform } from "../../../shared/platform.ts";
import type { ToolId } from "../../host/commands/tools.ts";
import type { Desktop } from "../../probes/linux/desktop.ts";

/** Where things are put right, whatever the OS calls it. */
export const placeIds = [
  "updates",
  "network",
  "wifi",
  "vpn",
  "portal",
  "location",
  "lock",
  "sign-in",
  "users",
  "auto-login",
  "date",
  "sharing",
  "remote-access",
  "antivirus",
  "firewall",
  "encryption",
  "protection",
  "backup",
  "startup-apps",
] as const;
export type PlaceId = (typeof placeIds)[number];

export type Target =
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "tool"; readonly tool: ToolId }
  | { readonly kind: "program"; readonly program: string; readonly arguments: readonly string[] };

type Pages = { readonly [P in PlaceId]: string | null };

/** https://learn.microsoft.com/windows/apps/develop/launch/launch-settings ; `windowsdefender:` is Windows Security itself. */
const windowsPages: Pages = {
  updates: "ms-settings:windowsupdate",
  network: "ms-settings:network-status",
  wifi: "ms-settings:network-wifi",
  vpn: "ms-settings:network-vpn",
  // The page that Windows itself opens when a sign-in page stands in the way.
  portal: "http://www.msftconnecttest.com/redirect",
  location: "ms-settings:privacy-location",
  lock: "ms-settings:signinoptions",
  "sign-in": "ms-settings:signinoptions",
  users: "ms-settings:otherusers",
  // netplwiz, which has no page in Settings.
  "auto-login": null,
  date: "ms-settings:dateandtime",
  sharing: "ms-settings:remotedesktop",
  "remote-access": "ms-settings:remotedesktop",
  antivirus: "windowsdefender:",
  firewall: "windowsdefender:",
  encryption: "ms-settings:deviceencryption",
  // User Account Control has no page in Settings.
  protection: null,
  backup: "ms-settings:backup",
  "startup-apps": "ms-settings:startupapps",
};

const pane = (name: string) => `x-apple.systempreferences:com.apple.${name}`;
/** Extensions of System Settings (macOS 13 and later). An anchor that a version does not know opens the pane itself. */
const macosPages: Pages = {
  updates: pane("Software-Update-Settings.extension"),
  network: pane("Network-Settings.extension"),
  wifi: pane("wifi-settings-extension"),
  vpn: pane("NetworkExtensionSettingsUI.NESettingsUIExtension"),
  portal: "http://captive.apple.com/hotspot-detect.html",
  // The list of location services does not know us (decision 0122): where the name and the lock of the Wi-Fi are shown.
  location: pane("wifi-settings-extension"),
  lock: pane("Lock-Screen-Settings.extension"),
  "sign-in": pane("Touch-ID-Settings.extension"),
  users: pane("Users-Groups-Settings.extension"),
  "auto-login": pane("Users-Groups-Settings.extension"),
  date: pane("Date-Time-Settings.extension"),
  sharing: pane("Sharing-Settings.extension"),
  "remote-access": pane("Sharing-Settings.extension"),
  // Somebody else's program, of which we do not know where it is.
  antivirus: null,
  firewall: pane("Network-Settings.extension?Firewall"),
  encryption: pane("settings.PrivacySecurity.extension?FileVault"),
  protection: pane("settings.PrivacySecurity.extension?Security"),
  backup: pane("Time-Machine-Settings.extension"),
  "startup-apps": pane("LoginItems-Settings.extension"),
};

type Family = "gnome" | "cinnamon" | "mate" | "kde" | "xfce" | "other";

/** Whose tools a desktop has: those that are built on GNOME have its settings. */
function familyOf(desktop: Exclude<Desktop, "none">): Family {
  switch (desktop) {
    case "gnome":
    case "cinnamon":
    case "mate":
    case "kde":
    case "xfce":
      return desktop;
    case "flashback":
    case "unity":
    case "budgie":
      return "gnome";
    case "pantheon":
    case "lxqt":
    case "cosmic":
    case "compositor":
    case "other":
      return "other";
    default:
      return assertNever(desktop);
  }
}

type Tools = { readonly [F in Family]: readonly ToolId[] };
const everywhere = (...ids: readonly ToolId[]): Tools => ({ gnome: ids, cinnamon: ids, mate: ids, kde: ids, xfce: ids, other: ids });
const none = everywhere();
const connections = { mate: ["network-connections"], xfce: ["network-connections"], other: ["network-connections"] } as const;
const networks: Tools = { gnome: ["gnome-network"], cinnamon: ["cinnamon-network"], kde: ["kde-network"], ...connections };
const users: Tools = {
  gnome: ["gnome-settings"],
  cinnamon: ["cinnamon-users"],
  mate: ["mate-settings"],
  kde: ["kde-users"],
  xfce: ["xfce-settings"],
  other: [],
};
const updaters: readonly ToolId[] = ["update-manager", "mint-updates", "gnome-software-updates", "discover-updates", "pamac-updates"];

/** Programs by desktop; the first that is installed. */
const linuxTools: { readonly [P in PlaceId]: Tools } = {
  updates: { ...everywhere(...updaters), kde: ["discover-updates", ...updaters] },
  network: networks,
  wifi: { ...networks, gnome: ["gnome-wifi"] },
  vpn: networks,
  portal: none,
  location: { ...none, gnome: ["gnome-privacy"] },
  lock: {
    gnome: ["gnome-privacy"],
    cinnamon: ["cinnamon-lock"],
    mate: ["mate-lock"],
    kde: ["kde-lock"],
    xfce: ["xfce-lock", "xfce-settings"],
    other: [],
  },
  "sign-in": users,
  users,
  "auto-login": users,
  date: { ...users, cinnamon: ["cinnamon-date"], kde: ["kde-date"] },
  sharing: { ...none, gnome: ["gnome-sharing"] },
  "remote-access": { ...none, gnome: ["gnome-sharing"] },
  antivirus: none,
  firewall: none,
  encryption: none,
  protection: none,
  backup: none,
  "startup-apps": none,
};
/** The page with which NetworkManager of GNOME looks for a sign-in page. */
const linuxPortal = "http://nmcheck.gnome.org/check_network_status.txt";

const addressTarget = (address: string | null): readonly Target[] => (address === null ? [] : [{ kind: "address", address }]);

/** What could open this place, the best first. Pure. @param desktop of the session; counts on Linux alone */
export function targetsOf(place: PlaceId, platform: Platform, desktop: Desktop): readonly Target[] {
  switch (platform) {
    case "windows":
      return addressTarget(windowsPages[place]);
    case "macos":
      return addressTarget(macosPages[place]);
    case "linux":
      if (desktop === "none") return [];
      if (place === "portal") return addressTarget(linuxPortal);
      return linuxTools[place][familyOf(desktop)].map((tool) => ({ kind: "tool", tool }));
    default:
      return assertNever(platform);
  }
}

export function kindOf(place: PlaceId): Opening["kind"] {
  return place === "portal" || place === "vpn" || place === "updates" ? place : "settings";
}
