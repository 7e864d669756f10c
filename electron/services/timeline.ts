import { type Light, lightSchema } from "../../shared/decision.ts";
import type { JournalDay, JournalKind, JournalLine, JournalState } from "../../shared/journal.ts";
import type { JournalReading } from "./journal.ts";
import { hostTimeOf } from "./journalEntry.ts";
import { daysUntil } from "./localDay.ts";

type Entry = JournalReading["entries"][number];
type DayOf = (at: Date) => string;

/** As many as one answer holds; what is more is counted. */
const mostLines = 2000;
const longestName = 200;
const worseFirst: readonly Light[] = ["stop", "caution", "go"];

function lightOf({ data }: Entry): Light | null {
  const light = lightSchema.safeParse(data["light"]);
  return light.success ? light.data : null;
}

/**
 * The lights of one day: of every run the last decision of that day, so that an exception granted later counts and the light before it does not.
 * What stands behind a break could be anybody's: it gives no light.
 */
function lightsOf(entries: readonly Entry[]): JournalDay["lights"] {
  const last = new Map<unknown, Light>();
  for (const entry of entries) {
    const light = entry.kind === "decision" && entry.trusted ? lightOf(entry) : null;
    if (light !== null) last.set(entry.data["runId"], light);
  }
  const count = (wanted: Light) => [...last.values()].filter((light) => light === wanted).length;
  return { go: count("go"), caution: count("caution"), stop: count("stop") };
}

function dayFrom(day: string, entries: readonly Entry[]): JournalDay {
  const lights = lightsOf(entries);
  const trusted = entries.filter((entry) => entry.trusted);
  return {
    day,
    runs: trusted.filter(({ kind }) => kind === "run").length,
    lights,
    worst: worseFirst.find((light) => lights[light] > 0) ?? null,
    entries: entries.length,
    untrusted: entries.length - trusted.length,
  };
}

export function journalState({ verification }: JournalReading): JournalState {
  const { ok, entries, brokenAt } = verification;
  return { ok, entries, brokenAt: brokenAt && { line: brokenAt.line, reason: brokenAt.reason.slice(0, 1000) } };
}

/** The last `count` days up to `now`, oldest first and without gaps. Pure. */
export function daysOfJournal(journal: JournalReading, count: number, now: Date, dayOf: DayOf): readonly JournalDay[] {
  const byDay = new Map<string, Entry[]>();
  for (const entry of journal.entries) {
    const day = dayOf(new Date(hostTimeOf(entry)));
    const same = byDay.get(day);
    if (same) same.push(entry);
    else byDay.set(day, [entry]);
  }
  return daysUntil(dayOf(now), count).map((day) => dayFrom(day, byDay.get(day) ?? []));
}

/** Members with a name that no version of ours writes are left out, and what stands elsewhere already; the file itself has them. */
function dataOf({ kind, data }: Entry): JournalLine["data"] {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name.length <= longestName && !(kind === "continued" && name === "carried")));
}

/** The entries of one day, newest first, of these kinds alone when some are named. Pure. */
export function linesOfDay(
  journal: JournalReading,
  { day, kinds }: { readonly day: string; readonly kinds?: readonly JournalKind[] | undefined },
  dayOf: DayOf,
): { readonly lines: JournalLine[]; readonly more: number } {
  const wanted: ReadonlySet<string> | null = kinds && kinds.length > 0 ? new Set(kinds) : null;
  const found = journal.entries
    .filter((entry) => (wanted === null || wanted.has(entry.kind)) && dayOf(new Date(hostTimeOf(entry))) === day)
    .reverse();
  const lines = found.slice(0, mostLines).map((entry) => {
    const { seq, kind, trusted } = entry;
    return { seq, at: hostTimeOf(entry), kind, data: dataOf(entry), trusted };
  });
  return { lines, more: found.length - lines.length };
}
