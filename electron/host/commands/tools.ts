import type { Monitor } from "./monitors.ts";

const system = "%SystemRoot%\\System32";
const linux = (file: string | readonly [string, ...string[]], ...args: readonly string[]): Monitor => ({
  platform: "linux",
  files: typeof file === "string" ? [file] : file,
  args,
});
const gnome = (...panel: readonly string[]) => linux("/usr/bin/gnome-control-center", ...panel);
const cinnamon = (panel: string) => linux("/usr/bin/cinnamon-settings", panel);
const kde = (module: string) => linux(["/usr/bin/systemsettings", "/usr/bin/systemsettings5"], module);

/**
 * Programs that are started because a person pressed "open", and left alone: settings and updaters of Linux desktops, which have no addresses
 * as Windows and macOS do. Fixed arguments, no shell. Panels are those that a desktop has had for years: one that it does not know opens its overview.
 */
export const tools = {
  "gnome-network": gnome("network"),
  "gnome-wifi": gnome("wifi"),
  "gnome-privacy": gnome("privacy"),
  "gnome-sharing": gnome("sharing"),
  // Where date and users lie changed with GNOME 46: the overview is right in all versions, and the steps name the rest.
  "gnome-settings": gnome(),
  "cinnamon-network": cinnamon("network"),
  "cinnamon-lock": cinnamon("screensaver"),
  "cinnamon-users": cinnamon("user"),
  "cinnamon-date": cinnamon("calendar"),
  "mate-lock": linux("/usr/bin/mate-screensaver-preferences"),
  "mate-settings": linux("/usr/bin/mate-control-center"),
  "kde-network": kde("kcm_networkmanagement"),
  "kde-lock": kde("kcm_screenlocker"),
  "kde-users": kde("kcm_users"),
  "kde-date": kde("kcm_clock"),
  "xfce-lock": linux("/usr/bin/xfce4-screensaver-preferences"),
  "xfce-settings": linux("/usr/bin/xfce4-settings-manager"),
  "network-connections": linux("/usr/bin/nm-connection-editor"),
  "update-manager": linux("/usr/bin/update-manager"),
  "gnome-software-updates": linux("/usr/bin/gnome-software", "--mode=updates"),
  "discover-updates": linux("/usr/bin/plasma-discover", "--mode", "Update"),
  "mint-updates": linux("/usr/bin/mintupdate"),
  "pamac-updates": linux("/usr/bin/pamac-manager", "--updates"),
} as const satisfies Record<string, Monitor>;
export type ToolId = keyof typeof tools;

/** What opens an address where no window of ours can: the OS's own way to the program that is set for it. The last argument is the address. */
export const addressOpeners = {
  windows: { platform: "windows", files: [`${system}\\rundll32.exe`], args: ["url.dll,FileProtocolHandler"] },
  macos: { platform: "macos", files: ["/usr/bin/open"], args: [] },
  linux: { platform: "linux", files: ["/usr/bin/xdg-open"], args: [] },
} as const satisfies Record<Monitor["platform"], Monitor>;

/** Asks a program of Windows to close its windows; without /F nothing is forced. The last argument is the number of the process. */
export const politeEnd: Monitor = { platform: "windows", files: [`${system}\\taskkill.exe`], args: ["/PID"] };
