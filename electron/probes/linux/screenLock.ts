import { known, notApplicable, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, fileRefusal } from "../common/gather.ts";
import type { Gathered, Probe } from "../probe.ts";
import { detectContainer } from "./container.ts";
import { cinnamon, type GsettingsDesktop, gnome, gsettingsDesktops, mate, readGsettingsLock } from "./gsettingsLock.ts";
import { kdeLockAfter } from "./kscreenlockerParser.ts";

type Desktop = { readonly kind: "gsettings"; readonly desktop: GsettingsDesktop } | { readonly kind: "kde" } | { readonly kind: "other" };

/** Words of XDG_CURRENT_DESKTOP (a list with ":") and XDG_SESSION_DESKTOP, lower case. */
const gsettingsNames: ReadonlyMap<string, GsettingsDesktop> = new Map([
  ["gnome", gnome],
  ["gnome-classic", gnome],
  ["ubuntu", gnome],
  ["unity", gnome],
  ["budgie", gnome],
  ["budgie-desktop", gnome],
  ["x-cinnamon", cinnamon],
  ["cinnamon", cinnamon],
  ["mate", mate],
]);

export function desktopOf(names: string): Desktop {
  const words = names
    .toLowerCase()
    .split(":")
    .filter((word) => word !== "");
  // The first word is the desktop itself, the others are what it is built on ("Budgie:GNOME", "X-Cinnamon").
  for (const word of words) {
    if (word === "kde" || word === "plasma") return { kind: "kde" };
    const desktop = gsettingsNames.get(word);
    if (desktop) return { kind: "gsettings", desktop };
  }
  return { kind: "other" };
}

async function readKde(host: Host): Promise<Gathered<"screen-lock">> {
  const home = host.environment("HOME");
  const config = host.environment("XDG_CONFIG_HOME") ?? (home === undefined ? undefined : `${home}/.config`);
  if (config === undefined) return couldNotSee(unknown("failed", "neither HOME nor XDG_CONFIG_HOME is set"));
  const paths = ["/etc/xdg/kscreenlockerrc", `${config}/kscreenlockerrc`];
  const texts: string[] = [];
  for (const path of paths) {
    const file = await host.readFile(path);
    // A missing file means the defaults; any other failure hides a setting from us.
    if (file.outcome === "read") texts.push(decodeUtf8(file.bytes));
    else if (file.outcome !== "missing") return couldNotSee(fileRefusal(path, file) ?? unknown("failed", path));
  }
  const lockAfter = kdeLockAfter(texts);
  const seen = [evidence(paths.join(", "), texts.length === 0 ? "no such files: the defaults of KDE" : texts.join("\n"))];
  if (!lockAfter.ok) return couldNotSee(unknown("unparsed", lockAfter.detail), seen);
  return { observation: known({ mechanisms: [{ source: "KDE", power: "any", lockAfterSeconds: lockAfter.value }] }), evidence: seen };
}

/** Sessions that a display manager could start. None: nobody can log in to a desktop here. */
async function sessionsInstalled(host: Host): Promise<boolean> {
  const folders = await Promise.all(["/usr/share/xsessions", "/usr/share/wayland-sessions"].map((path) => host.readFolder(path)));
  return folders.some(
    (folder) => (folder.outcome === "read" && folder.names.some((name) => name.endsWith(".desktop"))) || folder.outcome === "denied",
  );
}

async function withoutDesktop(host: Host): Promise<Gathered<"screen-lock">> {
  const container = await detectContainer(host);
  if (container !== null) return { observation: notApplicable("virtual"), evidence: [evidence("container", container)] };
  const graphical = ["x11", "wayland"].includes(host.environment("XDG_SESSION_TYPE") ?? "");
  if (graphical || (await sessionsInstalled(host))) {
    return couldNotSee(unknown("not-supported", "a desktop is installed, but this program does not run inside its session"));
  }
  return {
    observation: notApplicable("os"),
    evidence: [evidence("/usr/share/xsessions, /usr/share/wayland-sessions", "no desktop session is installed")],
  };
}

/**
 * When the desktop locks itself. gsettings answers with the defaults of the schema on a machine without any desktop, so it is only asked when
 * the session names that desktop and has a bus.
 */
export const screenLock: Probe<"screen-lock"> = {
  id: "linux.screen-lock",
  fact: "screen-lock",
  uses: gsettingsDesktops.flatMap(({ enabled, disabled, idle, delay }) => [...enabled, disabled, idle, delay]),
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const names = host.environment("XDG_CURRENT_DESKTOP") || host.environment("XDG_SESSION_DESKTOP") || "";
    if (names === "") return withoutDesktop(host);
    const desktop = desktopOf(names);
    switch (desktop.kind) {
      case "kde":
        return readKde(host);
      case "other":
        return couldNotSee(unknown("not-supported", `the lock settings of the desktop ${names.slice(0, 100)} are not read`));
      case "gsettings":
        if (!host.environment("DBUS_SESSION_BUS_ADDRESS"))
          return couldNotSee(unknown("failed", "no session bus: gsettings would answer its defaults"));
        return readGsettingsLock(host, desktop.desktop, signal);
    }
  },
};
