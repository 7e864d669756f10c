import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import type { Refusal } from "../common/gather.ts";
import { compositors, type Desktop, desktopNames, desktopOf } from "./desktop.ts";
import { lockerPrograms } from "./lockers/programs.ts";
import { type LoginSession, readLoginSession } from "./loginSession.ts";
import { readSessionPrograms, type SessionPrograms } from "./sessionPrograms.ts";

/** Programs without which a desktop does not run. A window manager alone may also be a part of one of these. */
const signs: readonly (readonly [Desktop, readonly string[]])[] = [
  ["gnome", ["gnome-shell"]],
  ["flashback", ["gnome-flashback"]],
  ["unity", ["unity-panel-service"]],
  ["budgie", ["budgie-panel", "budgie-wm", "budgie-daemon"]],
  ["pantheon", ["gala"]],
  ["cinnamon", ["cinnamon", "cinnamon-session"]],
  ["mate", ["mate-session"]],
  ["kde", ["plasmashell", "ksmserver", "plasma_session"]],
  ["xfce", ["xfce4-session"]],
  ["lxqt", ["lxqt-session"]],
  ["cosmic", ["cosmic-session"]],
];
/** Every program that tells which desktop runs and what locks it. */
export const desktopPrograms: readonly string[] = [...signs.flatMap(([, programs]) => programs), ...compositors, ...lockerPrograms];

export interface SessionDesktop {
  readonly desktop: Desktop;
  readonly login: Omit<LoginSession, "id"> | null;
  readonly programs: SessionPrograms;
  /** Programs of X11 cannot lock here, however they are set. An older version did not weigh that. */
  readonly wayland: boolean;
}

function runningDesktops(programs: SessionPrograms): readonly Desktop[] {
  const whole = signs.flatMap(([desktop, names]) => (programs.own(...names).length > 0 ? [desktop] : []));
  if (whole.length > 0) return whole;
  return programs.own(...compositors).length > 0 ? ["compositor"] : [];
}

const isNamed = (desktop: Desktop) => desktop !== "other" && desktop !== "none";

/**
 * The desktop of this session: what runs, as root's record of the session and the environment name it. The environment alone is no proof, and where the
 * three disagree, or two desktops run, nobody knows whose settings count.
 */
export async function readSessionDesktop(host: Host): Promise<SessionDesktop | { readonly refusal: Refusal }> {
  const [programs, login] = await Promise.all([readSessionPrograms(host, desktopPrograms), readLoginSession(host)]);
  if (programs === null) return { refusal: unknown("failed", "/proc: the programs of this session could not be listed") };
  const named = desktopOf(desktopNames(host));
  const [running, second] = runningDesktops(programs);
  if (second !== undefined) return { refusal: unknown("failed", `programs of two desktops run: ${running} and ${second}`) };
  if (running === undefined && isNamed(named) && programs.whole !== undefined) {
    const why = programs.whole ? `none of its programs runs` : `/proc does not list this user's programs`;
    return { refusal: unknown("failed", `the environment names the desktop ${named}, but ${why}`) };
  }
  const desktop = running ?? named;
  const recorded = desktopOf(login?.desktop ?? "");
  const contradiction = [
    ["the environment", named],
    ["logind", recorded],
  ].find(([, one]) => isNamed(one as Desktop) && isNamed(desktop) && one !== desktop);
  if (contradiction) return { refusal: unknown("failed", `${contradiction[0]} names the desktop ${contradiction[1]}, but ${desktop} is in use`) };
  return { desktop, login, programs, wayland: login?.type === "wayland" && programs.whole !== undefined };
}
