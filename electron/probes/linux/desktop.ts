import type { Host } from "../../host/host.ts";

/** Desktops that lock in ways of their own. "compositor": a window manager alone, where a program that the user starts locks. */
export const desktops = [
  ...(["gnome", "flashback", "unity", "budgie", "pantheon", "cinnamon", "mate", "kde", "xfce", "lxqt", "cosmic", "compositor"] as const),
  "other",
  "none",
] as const;
export type Desktop = (typeof desktops)[number];

/** Window managers that lock nothing by themselves, as their programs and their sessions are called, lower case. */
export const compositors = [
  ...[
    "sway",
    "hyprland",
    "niri",
    "river",
    "labwc",
    "wayfire",
    "i3",
    "bspwm",
    "awesome",
    "qtile",
    "openbox",
    "herbstluftwm",
    "xmonad",
    "dwm",
    "fluxbox",
  ],
  ...["icewm", "miracle-wm", "mango", "scroll"],
] as const;

/** Words of XDG_CURRENT_DESKTOP (a list with ":") and of the names of sessions, lower case. */
const words: ReadonlyMap<string, Desktop> = new Map<string, Desktop>([
  ["gnome", "gnome"],
  ["gnome-classic", "gnome"],
  ["gnome-xorg", "gnome"],
  ["gnome-wayland", "gnome"],
  ["ubuntu", "gnome"],
  ["ubuntu-xorg", "gnome"],
  ["ubuntu-wayland", "gnome"],
  ["gnome-flashback", "flashback"],
  ["gnome-flashback-metacity", "flashback"],
  ["unity", "unity"],
  ["budgie", "budgie"],
  ["budgie-desktop", "budgie"],
  ["pantheon", "pantheon"],
  ["x-cinnamon", "cinnamon"],
  ["cinnamon", "cinnamon"],
  ["cinnamon2d", "cinnamon"],
  ["cinnamon-wayland", "cinnamon"],
  ["mate", "mate"],
  ["kde", "kde"],
  ["plasma", "kde"],
  ["plasmax11", "kde"],
  ["plasmawayland", "kde"],
  ["xfce", "xfce"],
  ["xubuntu", "xfce"],
  ["xfce-wayland", "xfce"],
  ["lxqt", "lxqt"],
  ["lubuntu", "lxqt"],
  ["cosmic", "cosmic"],
  ...compositors.map((name): [string, Desktop] => [name, "compositor"]),
  ["hyprland-uwsm", "compositor"],
  ["swayfx", "compositor"],
]);

/** The desktop that these names mean. The first word is the desktop itself, the others are what it is built on ("Budgie:GNOME", "X-Cinnamon"). */
export function desktopOf(names: string): Desktop {
  const list = names
    .toLowerCase()
    .split(":")
    .filter((word) => word !== "");
  const [known] = list.flatMap((word) => words.get(word) ?? []);
  return known ?? (list.length === 0 ? "none" : "other");
}

/** What the session calls its desktop; empty outside a session. In the hands of the user: never proof by itself. */
export function desktopNames(host: Host): string {
  return host.environment("XDG_CURRENT_DESKTOP") || host.environment("XDG_SESSION_DESKTOP") || "";
}

/** Desktops whose settings lie in dconf. */
export function keepsGsettings(desktop: Desktop): boolean {
  return keepsGnomeSettings(desktop) || desktop === "cinnamon" || desktop === "mate";
}

/** Desktops that obey the schemas org.gnome.desktop. */
export function keepsGnomeSettings(desktop: Desktop): boolean {
  return ["gnome", "flashback", "unity", "budgie", "pantheon"].includes(desktop);
}
