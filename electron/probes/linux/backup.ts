import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, isThere, notParsed, type Parsed, parsed, type Refusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { flagOf, type Settings, textOf } from "./gsettingsParser.ts";
import { sessionSettings } from "./sessionSettings.ts";

type Source = FactValue<"backup">["sources"][number];
const dejaDupPrograms = ["/usr/bin/deja-dup", "/var/lib/flatpak/app/org.gnome.DejaDup/current/active/metadata", "/snap/bin/deja-dup"] as const;
const timeshiftFile = "/etc/timeshift/timeshift.json";
/** Units of programs that copy a user's files; dpkg's own copy of its database is no backup of these. */
const products = /^(borg|borgmatic|restic|duplicity|rsnapshot|kopia|backintime|vorta|pika-backup)[\w@.-]*\.timer$/;

/** Déjà Dup's settings: "periodic" and "last-backup" (ISO 8601, '' before the first one; GLib writes whole hours of a time zone as "+09"; only backups that ended well are written there). */
export function readDejaDup(settings: Settings, now: Date): Parsed<Source> {
  const periodic = flagOf(settings, "org.gnome.DejaDup periodic");
  const last = textOf(settings, "org.gnome.DejaDup last-backup");
  if (!periodic.ok) return periodic;
  if (!last.ok) return last;
  const at = /^\d{4}-\d{2}-\d{2}T/.test(last.value) ? Date.parse(last.value.replace(/([+-]\d{2})$/, "$1:00")) : Number.NaN;
  if (last.value !== "" && Number.isNaN(at)) return notParsed("deja-dup: last-backup is no time");
  // A backup in the future says nothing of the past.
  const lastAt = Number.isNaN(at) || at > now.getTime() + 86_400_000 ? null : new Date(at).toISOString();
  return parsed({ name: "Déjà Dup", enabled: periodic.value, lastAt });
}

const scheduleSchema = z.object({
  schedule_monthly: z.enum(["true", "false"]),
  schedule_weekly: z.enum(["true", "false"]),
  schedule_daily: z.enum(["true", "false"]),
  schedule_hourly: z.enum(["true", "false"]),
});

/** Timeshift's settings, in which true and false are strings. When it ran last only root can read. */
export function readTimeshift(bytes: Uint8Array): Parsed<Source> {
  let json: unknown;
  try {
    json = JSON.parse(decodeUtf8(bytes));
  } catch {
    return notParsed("timeshift: not JSON");
  }
  const schedule = scheduleSchema.safeParse(json);
  if (!schedule.success) return notParsed("timeshift: a schedule is missing");
  return parsed({ name: "Timeshift", enabled: Object.values(schedule.data).includes("true"), lastAt: null });
}

async function askDejaDup(host: Host, signal: AbortSignal): Promise<readonly (Source | Refusal)[]> {
  const there = await Promise.all(dejaDupPrograms.map((path) => isThere(host, path)));
  if (!there.includes(true)) return [];
  const answer = await sessionSettings(host, signal);
  if ("refusal" in answer) return [answer.refusal];
  const source = readDejaDup(answer.settings, host.now());
  return [source.ok ? source.value : unknown("unparsed", source.detail)];
}

async function askTimeshift(host: Host): Promise<readonly (Source | Refusal)[]> {
  const file = await host.readFile(timeshiftFile);
  if (file.outcome === "missing") return [];
  if (file.outcome !== "read") return [unknown("denied", `${timeshiftFile}: ${file.outcome}`)];
  const source = readTimeshift(file.bytes);
  return [source.ok ? source.value : unknown("unparsed", source.detail)];
}

async function timers(host: Host): Promise<readonly Source[]> {
  const home = host.homeFolder();
  const folders = ["/etc/systemd/system/timers.target.wants", ...(home === undefined ? [] : [`${home}/.config/systemd/user/timers.target.wants`])];
  const listings = await Promise.all(folders.map((path) => host.readFolder(path)));
  const names = listings.flatMap((listing) => (listing.outcome === "read" ? listing.names : [])).filter((name) => products.test(name));
  return [...new Set(names)].map((name) => ({ name: name.slice(0, -".timer".length).slice(0, 256), enabled: true, lastAt: null }));
}

/** Backup programs, whether they are switched on and, where they say so to the user, when they last succeeded. */
export const backup: Probe<"backup"> = {
  id: "linux.backup",
  fact: "backup",
  uses: ["gsettings"],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const [dejaDup, timeshift, timed] = await Promise.all([askDejaDup(host, signal), askTimeshift(host), timers(host)]);
    const answers = [...dejaDup, ...timeshift];
    const sources = [...answers.flatMap((answer) => ("kind" in answer ? [] : [answer])), ...timed];
    const refusal = answers.find((answer): answer is Refusal => "kind" in answer);
    const seen = [
      evidence(
        "Déjà Dup, Timeshift, timers of borg, restic and others",
        sources.length === 0
          ? "no backup program found"
          : sources.map(({ name, enabled, lastAt }) => `${name}: ${enabled ? "on" : "off"}, last ${lastAt ?? "not known"}`),
      ),
    ];
    // A program that is there and could not be asked may be the one that works.
    if (refusal !== undefined && !sources.some(({ enabled }) => enabled)) return couldNotSee(refusal, seen);
    return { observation: known({ sources: sources.slice(0, 16) }), evidence: seen };
  },
};
