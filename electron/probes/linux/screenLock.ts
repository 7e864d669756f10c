import { known, notApplicable, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import type { Gathered, Probe } from "../probe.ts";
import { detectContainer } from "./container.ts";
import { desktopNames } from "./desktop.ts";
import { readCosmicIdle } from "./lockers/cosmicIdle.ts";
import { readGsettingsLocker } from "./lockers/gsettingsLocker.ts";
import { readHypridle } from "./lockers/hypridle.ts";
import { readKdeLocker } from "./lockers/kde.ts";
import type { LockerReading } from "./lockers/locker.ts";
import { readLxqtPower } from "./lockers/lxqtPower.ts";
import { readSwayidle } from "./lockers/swayidle.ts";
import { readXfceLocker } from "./lockers/xfce.ts";
import { readXIdleTools } from "./lockers/xIdleTools.ts";
import { readXscreensaver } from "./lockers/xscreensaver.ts";
import { readLoginSession } from "./loginSession.ts";
import { readSessionDesktop, type SessionDesktop } from "./sessionDesktop.ts";

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

/** What the desktop itself locks with; null: nothing, or it does not run. */
async function ownLocker(host: Host, session: SessionDesktop, signal: AbortSignal): Promise<LockerReading | null> {
  const { desktop, programs } = session;
  switch (desktop) {
    case "gnome":
    case "flashback":
    case "unity":
    case "budgie":
    case "pantheon":
    case "cinnamon":
    case "mate":
      return readGsettingsLocker(host, session, desktop, signal);
    case "kde":
      return readKdeLocker(host, programs);
    case "xfce":
      return readXfceLocker(host, programs);
    case "cosmic":
      return readCosmicIdle(host, programs);
    case "lxqt":
      return readLxqtPower(host, programs);
    case "compositor":
    case "other":
    case "none":
      return null;
  }
}

/** A program of X11 covers no screen of Wayland: what it is set to counts for nothing there. */
const onX11 =
  ({ wayland }: SessionDesktop) =>
  (reading: LockerReading | null): LockerReading | null =>
    reading === null || !wayland
      ? reading
      : {
          mechanisms: [],
          evidence: reading.evidence,
          refusal: unknown("not-supported", "a program of X11 runs, which cannot lock a session of Wayland"),
        };

/** Everything that could lock this session, whatever the desktop: programs that the user starts beside it count as much. */
async function readLockers(host: Host, session: SessionDesktop, signal: AbortSignal): Promise<Gathered<"screen-lock">> {
  const { programs } = session;
  const answers = await Promise.all([
    ownLocker(host, session, signal),
    readSwayidle(host, programs),
    readHypridle(host, programs),
    readXscreensaver(host, programs).then(onX11(session)),
    readXIdleTools(host, programs).then(onX11(session)),
  ]);
  const readings = answers.filter((reading) => reading !== null);
  const proof = [evidence("/proc, /run/systemd/sessions", `desktop: ${session.desktop}`), ...readings.flatMap((reading) => reading.evidence)];
  const mechanisms = readings.flatMap((reading) => reading.mechanisms).slice(0, 16);
  const refusal = readings.find((reading) => reading.refusal !== undefined)?.refusal;
  // One that locks is enough, and another could only do so sooner. Where none does, one that could not be read might.
  if (refusal !== undefined && !mechanisms.some(({ lockAfterSeconds }) => lockAfterSeconds !== null)) return couldNotSee(refusal, proof);
  const words = new Set(readings.map((reading) => reading.afterSleep));
  const afterSleep = words.has("locked") ? "locked" : words.has("open") ? "open" : null;
  if (mechanisms.length > 0) return { observation: known({ mechanisms, afterSleep }), evidence: proof };
  const name = desktopNames(host).slice(0, 100) || session.desktop;
  return couldNotSee(unknown("not-supported", `no program that locks this desktop (${name}) was found among those that run`), proof);
}

/**
 * When this session locks itself: the settings, and the program that obeys them. The lock of a session that somebody looks at from elsewhere guards no
 * desk, so it is not asked; only logind's word counts for that, because our own environment is in the hands of the user.
 */
export const screenLock: Probe<"screen-lock"> = {
  id: "linux.screen-lock",
  fact: "screen-lock",
  uses: ["gsettings"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const session = await readSessionDesktop(host);
    const login = "refusal" in session ? await readLoginSession(host) : session.login;
    if (login !== null && login.remote !== "none") {
      return {
        observation: notApplicable("remote-session"),
        evidence: [evidence("/run/systemd/sessions", `the session is remote: ${login.remote}`)],
      };
    }
    if ("refusal" in session) return couldNotSee(session.refusal);
    return session.desktop === "none" ? withoutDesktop(host) : readLockers(host, session, signal);
  },
};
