import { known, notApplicable, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, fileRefusal } from "../common/gather.ts";
import type { Gathered, Probe } from "../probe.ts";
import { detectContainer } from "./container.ts";
import { desktopNames, desktopOf, sessionSettings } from "./desktop.ts";
import { type GsettingsDesktop, gsettingsDesktops, gsettingsLockAfter, lockSettingsSeen } from "./gsettingsLock.ts";
import { kdeLockAfter } from "./kscreenlockerParser.ts";
import { readLoginSession } from "./loginSession.ts";
import { readXfceLock } from "./xfceLock.ts";

async function readGsettings(host: Host, desktop: GsettingsDesktop, signal: AbortSignal): Promise<Gathered<"screen-lock">> {
  const answer = await sessionSettings(host, signal);
  if ("refusal" in answer) return couldNotSee(answer.refusal);
  const proof = [evidence(`gsettings (${desktop.name})`, lockSettingsSeen(answer.settings, desktop))];
  const lockAfter = gsettingsLockAfter(answer.settings, desktop);
  if (!lockAfter.ok) return couldNotSee(unknown("unparsed", lockAfter.detail), proof);
  return { observation: known({ mechanisms: [{ source: desktop.name, power: "any", lockAfterSeconds: lockAfter.value }] }), evidence: proof };
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
 * When the desktop locks itself. The lock of a session that somebody looks at from elsewhere guards no desk, so it is not asked; only logind's
 * word counts for that, because our own environment is in the hands of the user.
 */
export const screenLock: Probe<"screen-lock"> = {
  id: "linux.screen-lock",
  fact: "screen-lock",
  uses: ["gsettings"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const remote = await readLoginSession(host);
    if (remote !== null && remote !== "none") {
      return { observation: notApplicable("remote-session"), evidence: [evidence("/run/systemd/sessions", `the session is remote: ${remote}`)] };
    }
    const names = desktopNames(host);
    const desktop = desktopOf(names);
    switch (desktop) {
      case "none":
        return withoutDesktop(host);
      case "kde":
        return readKde(host);
      case "xfce":
        return readXfceLock(host);
      case "other":
        return couldNotSee(unknown("not-supported", `the lock settings of the desktop ${names.slice(0, 100)} are not read`));
      default:
        return readGsettings(host, gsettingsDesktops[desktop], signal);
    }
  },
};
