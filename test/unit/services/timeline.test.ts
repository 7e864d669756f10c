import { describe, expect, test } from "vitest";
import type { JournalEntry, JournalReading } from "../../../electron/services/journal.ts";
import { dayIn, daysUntil } from "../../../electron/services/localDay.ts";
import { daysOfJournal, journalState, linesOfDay } from "../../../electron/services/timeline.ts";

type Given = readonly [at: string, kind: string, data?: JournalEntry["data"], trusted?: boolean];

function journalOf(...given: readonly Given[]): JournalReading {
  const digest = `sha256-${"0".repeat(64)}`;
  const entries = given.map(([at, kind, data = {}, trusted = true], index) => {
    return { seq: index + 1, at: new Date(at).toISOString(), kind, data, previous: digest, digest, trusted };
  });
  return { entries, verification: { ok: true, entries: entries.length, head: null, tornTail: false, brokenAt: null } };
}
const decision = (at: string, runId: string, light: string, trusted = true): Given => [at, "decision", { runId, light }, trusted];

describe("days of a time zone", () => {
  test("a moment belongs to the day that the clocks of the zone show", () => {
    // Tokyo is nine hours before UTC all year; Kathmandu five hours and three quarters.
    expect(dayIn("Asia/Tokyo")(new Date("2026-11-22T14:59:59Z"))).toBe("2026-11-22");
    expect(dayIn("Asia/Tokyo")(new Date("2026-11-22T15:00:00Z"))).toBe("2026-11-23");
    expect(dayIn("Asia/Kathmandu")(new Date("2026-11-22T18:14:00Z"))).toBe("2026-11-22");
    expect(dayIn("Asia/Kathmandu")(new Date("2026-11-22T18:15:00Z"))).toBe("2026-11-23");
  });

  test("summer time: the day of 23 hours and the day of 25 hours are one day each", () => {
    // Berlin, 2026: +1 until 29 March 01:00 UTC, then +2 until 25 October 01:00 UTC.
    const berlin = dayIn("Europe/Berlin");
    expect([berlin(new Date("2026-03-28T23:00:00Z")), berlin(new Date("2026-03-29T21:59:59Z"))]).toEqual(["2026-03-29", "2026-03-29"]);
    expect(berlin(new Date("2026-03-29T22:00:00Z"))).toBe("2026-03-30");
    expect([berlin(new Date("2026-10-24T22:00:00Z")), berlin(new Date("2026-10-25T22:59:59Z"))]).toEqual(["2026-10-25", "2026-10-25"]);
    expect(daysUntil("2026-03-30", 3)).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
    expect(daysUntil("2026-10-26", 3)).toEqual(["2026-10-24", "2026-10-25", "2026-10-26"]);
  });

  test("a zone that this machine does not know is counted in UTC", () => {
    expect(dayIn("Mars/Olympus")(new Date("2026-11-22T23:59:00Z"))).toBe("2026-11-22");
  });

  test("months, years and leap days have no gaps", () => {
    expect(daysUntil("2028-03-01", 3)).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    expect(daysUntil("2027-01-01", 2)).toEqual(["2026-12-31", "2027-01-01"]);
    expect(new Set(daysUntil("2026-11-22", 366)).size).toBe(366);
  });
});

const tokyo = dayIn("Asia/Tokyo");
const noon = new Date("2026-11-22T03:00:00Z");

describe("the picture of the last days", () => {
  test("has every day, oldest first, those without entries too", () => {
    const days = daysOfJournal(journalOf(["2026-11-20T03:00:00Z", "run"]), 4, noon, tokyo);
    expect(days.map(({ day, entries, worst }) => [day, entries, worst])).toEqual([
      ["2026-11-19", 0, null],
      ["2026-11-20", 1, null],
      ["2026-11-21", 0, null],
      ["2026-11-22", 0, null],
    ]);
  });

  test("takes the last decision of each run on the day, and the worst run of the day", () => {
    const journal = journalOf(
      ["2026-11-22T00:00:00Z", "run", { runId: "a" }],
      decision("2026-11-22T00:00:01Z", "a", "stop"),
      decision("2026-11-22T00:05:00Z", "a", "caution"),
      ["2026-11-22T01:00:00Z", "run", { runId: "b" }],
      decision("2026-11-22T01:00:01Z", "b", "go"),
    );
    expect(daysOfJournal(journal, 1, noon, tokyo)).toEqual([
      { day: "2026-11-22", runs: 2, lights: { go: 1, caution: 1, stop: 0 }, worst: "caution", entries: 5, untrusted: 0 },
    ]);
  });

  test("what stands behind a break gives no light and no run: it could be anybody's", () => {
    const journal = journalOf(
      decision("2026-11-22T00:00:00Z", "a", "stop"),
      ["2026-11-22T01:00:00Z", "run", { runId: "b" }, false],
      decision("2026-11-22T01:00:01Z", "b", "go", false),
    );
    expect(daysOfJournal(journal, 1, noon, tokyo)).toEqual([
      { day: "2026-11-22", runs: 0, lights: { go: 0, caution: 0, stop: 1 }, worst: "stop", entries: 3, untrusted: 2 },
    ]);
  });

  test("a decision in a word that we do not know is no light", () => {
    const journal = journalOf(decision("2026-11-22T00:00:00Z", "a", "green"), ["2026-11-22T00:00:00Z", "decision", {}]);
    expect(daysOfJournal(journal, 1, noon, tokyo)[0]).toMatchObject({ worst: null, lights: { go: 0, caution: 0, stop: 0 }, entries: 2 });
  });

  test("says where the chain broke", () => {
    const { entries } = journalOf(["2026-11-22T00:00:00Z", "run"]);
    const brokenAt = { line: 2, reason: `x${"y".repeat(2000)}` };
    const state = journalState({ entries, verification: { ok: false, entries: 1, head: null, tornTail: false, brokenAt } });
    expect([state.ok, state.entries, state.brokenAt?.line, state.brokenAt?.reason.length]).toEqual([false, 1, 2, 1000]);
  });
});

describe("the entries of a day", () => {
  const journal = journalOf(
    ["2026-11-21T14:59:00Z", "run", { n: 1 }],
    ["2026-11-21T15:00:00Z", "run", { n: 2 }],
    ["2026-11-22T01:00:00Z", "decision", { n: 3 }, false],
    ["2026-11-22T02:00:00Z", "from-tomorrow", { ["k".repeat(201)]: 1, n: 4 }],
  );

  test("newest first, of that day alone, each with whether it can be relied on", () => {
    const { lines, more } = linesOfDay(journal, { day: "2026-11-22" }, tokyo);
    expect(lines.map(({ seq, trusted }) => [seq, trusted])).toEqual([
      [4, true],
      [3, false],
      [2, true],
    ]);
    expect(more).toBe(0);
    expect(lines[0]).toMatchObject({ kind: "from-tomorrow", data: { n: 4 } });
  });

  test("of the kinds that are asked for; an empty list asks for all", () => {
    expect(linesOfDay(journal, { day: "2026-11-22", kinds: ["run"] }, tokyo).lines.map(({ seq }) => seq)).toEqual([2]);
    expect(linesOfDay(journal, { day: "2026-11-22", kinds: [] }, tokyo).lines).toHaveLength(3);
  });

  test("2000 at most, and how many more there are", () => {
    const many = journalOf(...Array.from({ length: 2003 }, (): Given => ["2026-11-22T00:00:00Z", "run"]));
    const { lines, more } = linesOfDay(many, { day: "2026-11-22" }, tokyo);
    expect([lines.length, lines[0]?.seq, more]).toEqual([2000, 2003, 3]);
  });
});
