import { describe, expect, test } from "vitest";
import { recallHistory } from "../../../electron/services/history.ts";
import type { JournalReading } from "../../../electron/services/journal.ts";

const at = "2026-11-23T00:00:00.000Z";
const noFile = { value: null, issue: null, replaceable: true } as Parameters<typeof recallHistory>[0];

function journal(kinds: readonly string[], data: Readonly<Record<string, unknown>> = {}): JournalReading {
  const entries = kinds.map((kind, index) => ({ seq: index + 1, at, kind, data, previous: "", digest: "", trusted: true }));
  const verification = { ok: true, entries: entries.length, head: null, tornTail: false, brokenAt: null };
  return { entries, verification } as unknown as JournalReading;
}

describe("whether the days of grace can be counted", () => {
  test("on the first start nothing is lost", () => {
    expect(recallHistory(noFile, journal([])).complete).toBe(true);
  });
  test("a question answered before the first check does not cost the days of grace", () => {
    expect(recallHistory(noFile, journal(["declaration", "declaration"])).complete).toBe(true);
  });
  test("a run whose failures nobody knows any more does", () => {
    expect(recallHistory(noFile, journal(["policy-change", "run", "decision"])).complete).toBe(false);
  });
  test("a run that the journal still holds does not", () => {
    const reading = journal(["run"], { failingSince: { "os-patches": at } });
    expect(recallHistory(noFile, reading)).toMatchObject({ complete: true, failingSince: { "os-patches": at } });
  });
});
