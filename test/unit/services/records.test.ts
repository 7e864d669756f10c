import { readFile, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PreflightService } from "../../../electron/services/preflight.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { reportSchema } from "../../../shared/report/schema.ts";
import { minutesAfter, neverLocks, preflightIn, probesAnswering, start, temporaryFolder } from "./world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let clock: { at: Date };
let service: PreflightService;
const file = () => path.join(place.folder, "state", "journal.jsonl");
/** Midnight in UTC is nine in the morning in the zone of this PC. */
const today = "2026-11-22";

beforeEach(async () => {
  place = await temporaryFolder();
  clock = { at: start };
  service = await preflightIn(place.folder, clock, { probes: probesAnswering(neverLocks) });
});
afterEach(async () => {
  await service.close();
  await place.remove();
});

const report = async (readable: Parameters<PreflightService["report"]>[0]["readable"] = []) => {
  const made = await service.report({ format: "json", language: "ja", readable });
  if (!made.ok) throw new Error(made.code);
  return { made, report: reportSchema.parse(JSON.parse(made.content)) };
};
const kindsToday = async () => (await service.journalEntries({ day: today })).lines.map(({ kind }) => kind);

describe("the journal as people see it", () => {
  test("before the first run there is none, and that is in order", async () => {
    expect(await service.journalFile()).toBeNull();
    const { days, state } = await service.journalDays(90);
    expect([days.length, days.at(-1)?.day, days.every(({ entries }) => entries === 0)]).toEqual([90, today, true]);
    expect(state).toEqual({ ok: true, entries: 0, brokenAt: null });
  });

  test("a run is a day with its light; the file is given as it is", async () => {
    await service.run({});
    expect((await service.journalDays(1)).days).toMatchObject([{ day: today, runs: 1, worst: "stop", untrusted: 0 }]);
    expect(Buffer.from((await service.journalFile()) ?? [])).toEqual(await readFile(file()));
  });

  test("a changed line is named, and what follows gives no light", async () => {
    await service.run({});
    await writeFile(file(), (await readFile(file(), "utf8")).replace('"kind":"policy-change"', '"kind":"policy-chance"'));
    const { days, state } = await service.journalDays(1);
    expect(state).toMatchObject({ ok: false, entries: 0, brokenAt: { line: 1 } });
    expect(days[0]).toMatchObject({ runs: 0, worst: null });
    expect(days[0]?.untrusted).toBeGreaterThan(0);
  });

  test("half a last line is no break and no entry", async () => {
    await service.run({});
    const whole = await readFile(file());
    await writeFile(file(), Buffer.concat([whole, Buffer.from('{"at":"2026-11-22T00')]));
    const { state } = await service.journalDays(1);
    expect(state.ok).toBe(true);
    expect((await service.journalEntries({ day: today })).lines).toHaveLength(state.entries);
    await truncate(file(), whole.length);
  });
});

describe("calling a finding wrong", () => {
  test("is kept, shown beside the finding and in the next report, and changes no verdict", async () => {
    await service.run({});
    const before = service.snapshot();
    expect(await service.dispute("screen-lock", "ロックは 5 分に設定しています")).toEqual({ ok: true });
    const after = service.snapshot();
    expect(after.disputes).toEqual([{ checkId: "screen-lock", at: start.toISOString() }]);
    expect([after.findings, after.decision]).toEqual([before.findings, before.decision]);
    expect((await report()).report.disputes).toEqual([{ checkId: "screen-lock", at: start.toISOString(), words: "ロックは 5 分に設定しています" }]);
    const line = (await service.journalEntries({ day: today, kinds: ["dispute"] })).lines[0];
    expect(line?.data).toMatchObject({ checkId: "screen-lock", words: "ロックは 5 分に設定しています", runId: after.run?.id, status: "fail" });
  });

  test("ends when the check says something else, and after 30 days", async () => {
    await service.run({});
    await service.dispute("screen-lock", "おかしい");
    const inOrder = await preflightIn(place.folder, { at: minutesAfter(120) });
    expect(inOrder.snapshot().disputes).toHaveLength(1); // not looked yet
    await inOrder.run({});
    expect(inOrder.snapshot().disputes).toEqual([]);
    await inOrder.close();
    const later = await preflightIn(place.folder, { at: minutesAfter(30 * 1440 + 1) }, { probes: probesAnswering(neverLocks) });
    await later.run({});
    expect(later.snapshot().disputes).toEqual([]);
    await later.close();
  });

  test("hides the personal values of this PC in the words, unless they are left readable", async () => {
    await service.run({});
    await service.dispute("screen-lock", "hanako の pc-0001 は設定済み");
    const words = async (readable: Parameters<typeof report>[0]) => (await report(readable)).report.disputes?.[0]?.words;
    expect(await words([])).toMatch(/^user-[0-9a-z]{8} の host-[0-9a-z]{8} は設定済み$/);
    expect(await words(["user", "host"])).toBe("hanako の pc-0001 は設定済み");
  });

  test("is refused for a check without a finding, and when nothing can be written", async () => {
    expect(await service.dispute("screen-lock", "x")).toEqual({ ok: false, code: "unknown-check" });
    await service.run({});
    expect(await service.dispute("no-such-check", "x")).toEqual({ ok: false, code: "unknown-check" });
    // A file where the folder of the state was: nothing can be written below it, as root neither.
    await place.remove();
    await writeFile(place.folder, "");
    expect(await service.dispute("screen-lock", "x")).toEqual({ ok: false, code: "state-unwritable" });
  });
});

describe("a report that leaves", () => {
  test("is in the journal once it has left, not when it was only looked at", async () => {
    await service.run({});
    const { made } = await report(["host"]);
    expect(await kindsToday()).not.toContain("report-export");
    await service.reportLeft(made.receipt);
    const line = (await service.journalEntries({ day: today, kinds: ["report-export"] })).lines[0];
    expect(line?.data).toEqual({
      digest: made.receipt.digest,
      helpdeskCode: made.receipt.helpdeskCode,
      format: "json",
      language: "ja",
      readable: ["host"],
    });
  });

  test("comes with what its switches stand for: the value of this PC and its pseudonym in the report", async () => {
    const wifi = { connected: true, interface: "wlan0", ssid: "Hanako-Home-5G", bssid: null, security: "wpa3-personal", signalPercent: 60 } as const;
    service = await preflightIn(place.folder, clock, {
      probes: probesAnswering({ "wifi-link": known(wifi), "device-identity": unknown("denied", "no") }),
    });
    await service.run({});
    const { made } = await report();
    expect(made.personal.map(({ field, value }) => [field, value])).toEqual([
      ["ssid", "Hanako-Home-5G"],
      ["user", "hanako"],
      ["host", "pc-0001"],
    ]);
    for (const { value } of made.personal) expect(made.content).not.toContain(value);
    expect(made.content).toContain(made.personal[0]?.pseudonym);
  });
});
