import { unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import type { Host } from "../../../host/host.ts";
import { askedSince } from "../../common/askedSince.ts";
import { evidence, fileRefusal, notParsed, type Parsed, parsed } from "../../common/gather.ts";
import type { SessionPrograms } from "../sessionPrograms.ts";
import { always, type LockerReading } from "./locker.ts";

type Settings = ReadonlyMap<string, string>;

/** Lines "name: value"; those of the X resource file have "*" or "XScreenSaver." before the name. */
export function parseSettings(text: string): Settings {
  const found = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [, name, value = ""] = /^(?:\*|XScreenSaver\.|xscreensaver\.)?([A-Za-z]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) found.set(name, value);
  }
  return found;
}

function secondsOf(text: string | undefined, otherwise: number): number | null {
  if (text === undefined) return otherwise;
  // "0:10:00", "10:00" or minutes: https://www.jwz.org/xscreensaver/man1.html
  const [, hours = "0", minutes, seconds = "0"] = /^(?:(\d{1,2}):(?=\d{1,2}:))?(\d{1,4})(?::(\d{1,2}))?$/.exec(text) ?? [];
  return minutes === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function flagOf(text: string | undefined, otherwise: boolean): boolean | null {
  if (text === undefined) return otherwise;
  const word = text.toLowerCase();
  if (["true", "on", "yes"].includes(word)) return true;
  return ["false", "off", "no"].includes(word) ? false : null;
}

/** Seconds until XScreenSaver asks for a password, null for never. Its own standards: 10 minutes, no lock, and where it locks, at once. */
export function xscreensaverLockAfter(settings: Settings): Parsed<number | null> {
  const locks = flagOf(settings.get("lock"), false);
  const timeout = secondsOf(settings.get("timeout"), 600);
  const delay = secondsOf(settings.get("lockTimeout"), 0);
  if (locks === null || timeout === null || delay === null) return notParsed("xscreensaver: a value is not of its kind");
  return parsed(locks && timeout > 0 && settings.get("mode") !== "off" ? timeout + delay : null);
}

/** XScreenSaver, with the user's settings over those of the distribution. null: it does not run. */
export async function readXscreensaver(host: Host, programs: SessionPrograms): Promise<LockerReading | null> {
  if (programs.own("xscreensaver").length === 0) return null;
  const merged = new Map<string, string>();
  const seen: string[] = [];
  for (const path of ["/etc/X11/app-defaults/XScreenSaver", `${host.homeFolder()}/.xscreensaver`]) {
    const file = await askedSince(2, () => host.readFile(path));
    if (file === undefined || file.outcome === "missing") continue;
    if (file.outcome !== "read")
      return { mechanisms: [], evidence: [evidence("xscreensaver", "runs")], refusal: fileRefusal(path, file) ?? unknown("failed", path) };
    for (const [name, value] of parseSettings(decodeUtf8(file.bytes))) merged.set(name, value);
    seen.push(path);
  }
  const proof = [
    evidence(
      seen.join(", ") || "xscreensaver",
      ["mode", "timeout", "lock", "lockTimeout"].map((name) => `${name}: ${(merged.get(name) ?? "(standard)").slice(0, 100)}`),
    ),
  ];
  const lockAfter = xscreensaverLockAfter(merged);
  return lockAfter.ok
    ? { mechanisms: [always("XScreenSaver", lockAfter.value)], evidence: proof }
    : { mechanisms: [], evidence: proof, refusal: unknown("unparsed", lockAfter.detail) };
}
