import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { readHint } from "../common/gather.ts";
import { lastValue, parseSections } from "./sectionFile.ts";

const folder = "/run/systemd/sessions";

/** How somebody sits at a session, as systemd-logind wrote it down (the file is root's: no environment of ours can change it). */
export interface LoginSession {
  readonly id: string;
  readonly remote: "none" | "remote-desktop" | "ssh" | "other";
  /** The PAM service that let the person in, which names the login manager ("gdm-password", "lightdm"); empty: not written down. */
  readonly service: string;
  /** What the login manager called the desktop when it started the session (DESKTOP=); empty: not written down. */
  readonly desktop: string;
  /** "x11", "wayland", "tty"; empty: not written down. */
  readonly type: string;
}

/**
 * One file of /run/systemd/sessions; null for sessions of other users and of services. A graphical session without a seat has no screen of this PC:
 * somebody looks at it from elsewhere (xrdp, GNOME's remote login, VNC).
 */
export function parseLoginSession(id: string, text: string, user: string): LoginSession | null {
  const file = parseSections(text);
  const value = (key: string) => lastValue([file], "", key) ?? "";
  if (value("USER") !== user || !value("CLASS").startsWith("user") || value("STATE") === "closing") return null;
  const type = value("TYPE");
  const graphical = ["x11", "wayland", "mir"].includes(type);
  const service = value("SERVICE");
  const session = { id, service, type, desktop: value("DESKTOP") };
  if (service === "sshd") return { ...session, remote: "ssh" };
  if (/^(xrdp|gdm-remote|gnome-remote)/.test(service)) return { ...session, remote: "remote-desktop" };
  if (graphical && value("SEAT") === "") return { ...session, remote: value("REMOTE") === "1" || /^gdm/.test(service) ? "remote-desktop" : "other" };
  return { ...session, remote: value("REMOTE") === "1" ? "other" : "none" };
}

/** The session that runs this program. What sessions of this user disagree about is empty. null: logind says nothing of a session of this user. */
export async function readLoginSession(host: Host): Promise<Omit<LoginSession, "id"> | null> {
  const [listing, control] = await Promise.all([host.readFolder(folder), readHint(host, "/proc/self/cgroup")]);
  if (listing.outcome !== "read") return null;
  const ids = listing.names.filter((name) => /^[\w-]+$/.test(name)).slice(0, 64);
  const files = await Promise.all(ids.map(async (id) => ({ id, file: await host.readFile(`${folder}/${id}`) })));
  const sessions = files.flatMap(({ id, file }) =>
    file.outcome === "read" ? (parseLoginSession(id, decodeUtf8(file.bytes), host.userName()) ?? []) : [],
  );
  // Programs of a text session live in its own scope; those of a desktop often in the user's manager, which serves all of the user's sessions.
  const [, own] = /\/session-([\w-]+)\.scope/.exec(control ?? "") ?? [];
  const mine = sessions.find(({ id }) => id === own);
  if (mine) return mine;
  const ways = [...new Set(sessions.map(({ remote }) => remote))];
  const [only] = ways;
  if (only === undefined) return null;
  // The desk may be in use, and somebody logged in from elsewhere too: which of the two runs this program is not known.
  const remote = ways.length === 1 ? only : ways.includes("none") ? "none" : "other";
  const likely = sessions.filter((one) => one.remote === remote);
  const agreed = (values: readonly string[]) => (new Set(values).size === 1 ? (values[0] ?? "") : "");
  return {
    remote,
    service: agreed(likely.map(({ service }) => service)),
    desktop: agreed(likely.map(({ desktop }) => desktop)),
    type: agreed(likely.map(({ type }) => type)),
  };
}
