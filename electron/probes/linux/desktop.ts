import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { commandRefusal, complaint, type Refusal } from "../common/gather.ts";
import { parseGsettings, type Settings } from "./gsettingsParser.ts";

export const desktops = ["gnome", "cinnamon", "mate", "kde", "xfce", "other", "none"] as const;
export type Desktop = (typeof desktops)[number];

/** Words of XDG_CURRENT_DESKTOP (a list with ":") and XDG_SESSION_DESKTOP, lower case. */
const words: ReadonlyMap<string, Desktop> = new Map([
  ["gnome", "gnome"],
  ["gnome-classic", "gnome"],
  ["ubuntu", "gnome"],
  ["unity", "gnome"],
  ["budgie", "gnome"],
  ["budgie-desktop", "gnome"],
  ["x-cinnamon", "cinnamon"],
  ["cinnamon", "cinnamon"],
  ["mate", "mate"],
  ["kde", "kde"],
  ["plasma", "kde"],
  ["xfce", "xfce"],
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

/** What the session calls its desktop; empty outside a session. */
export function desktopNames(host: Host): string {
  return host.environment("XDG_CURRENT_DESKTOP") || host.environment("XDG_SESSION_DESKTOP") || "";
}

/** Desktops whose settings lie in dconf. */
export function keepsGsettings(desktop: Desktop): boolean {
  return desktop === "gnome" || desktop === "cinnamon" || desktop === "mate";
}

/**
 * The settings of the person in whose session this runs. gsettings answers with the defaults of the schemas on a machine without any desktop,
 * so without a session that names such a desktop and has a bus it is not asked.
 */
export async function sessionSettings(host: Host, signal: AbortSignal): Promise<{ readonly settings: Settings } | { readonly refusal: Refusal }> {
  if (!keepsGsettings(desktopOf(desktopNames(host)))) return { refusal: unknown("not-supported", "this session keeps no settings in dconf") };
  if (!host.environment("DBUS_SESSION_BUS_ADDRESS")) return { refusal: unknown("failed", "no session bus: gsettings would answer its defaults") };
  const result = await host.run("gsettings", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  if (result.code !== 0) return { refusal: unknown("failed", complaint(result)) };
  const settings = parseGsettings(result.stdout);
  return settings.ok ? { settings: settings.value } : { refusal: unknown("unparsed", settings.detail) };
}
