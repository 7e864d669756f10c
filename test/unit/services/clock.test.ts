import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clockSince, lastJump, type Moment } from "../../../electron/services/clock.ts";
import { readJournal } from "../../../electron/services/journal.ts";
import { known } from "../../../shared/observation.ts";
import { daysLater, measuredAlone, probesOfToday } from "../../support/clockedPc.ts";
import { minutesAfter, neverLocks, preflightIn, start, temporaryFolder } from "./world.ts";

const moment = (minutes: number, aheadMs = 0): Moment => ({ at: minutesAfter(minutes), aheadMs });
const dayMs = 86_400_000;

describe("the two times", () => {
  const at = (minutes: number, last: Moment) => clockSince(() => minutesAfter(minutes), { last, jump: null });

  test("are one while the PC's clock goes forward", () => {
    const clock = at(60, moment(0));
    expect([clock.now(), clock.host(), clock.aheadMs, clock.issue]).toEqual([minutesAfter(60), minutesAfter(60), 0, null]);
  });
  test("part where the PC's clock is behind the last record, quietly up to 5 minutes", () => {
    const clock = at(0, moment(5));
    expect([clock.now(), clock.host(), clock.issue]).toEqual([minutesAfter(5), start, null]);
    expect(at(0, moment(5.1)).issue?.kind).toBe("clock-went-back");
  });
  test("go on together after that: what began meanwhile does not wait for the PC's clock to catch up", () => {
    // The records were 1,000 minutes ahead when the PC's clock said minute 0; now it says 30.
    expect(at(30, moment(1000, 1000 * 60_000)).now()).toEqual(minutesAfter(1030));
  });
  test("are one again where the PC's clock is later than every record: it had been behind, and was set right", () => {
    expect(at(2000, moment(1000, 1000 * 60_000)).aheadMs).toBe(0);
  });
  test("a jump is found in the records themselves, and over when the clock has come to where it was, or after 7 days", () => {
    expect(lastJump([moment(0), moment(600), moment(601, 590 * 60_000), moment(700, 590 * 60_000)])).toEqual({
      from: minutesAfter(600).toISOString(),
      to: minutesAfter(11).toISOString(),
    });
    expect(lastJump([moment(0), moment(10), moment(10, 4 * 60_000)])).toBeNull();
    const jump = { from: minutesAfter(600).toISOString(), to: minutesAfter(11).toISOString() };
    const later = (minutes: number) => clockSince(() => minutesAfter(minutes), { last: moment(601, 590 * 60_000), jump });
    expect([later(500).issue?.kind, later(600).issue]).toEqual(["clock-went-back", null]);
    const far = { ...jump, from: minutesAfter(60 * 24 * 400).toISOString() };
    const weekLater = (days: number) => clockSince(() => minutesAfter(11 + days * 1440), { last: moment(601, 590 * 60_000), jump: far });
    expect([weekLater(6.9).issue?.kind, weekLater(7).issue, weekLater(7).settled]).toEqual(["clock-went-back", null, far]);
  });
});

describe("a PC whose clock was ahead for one check", () => {
  let place: Awaited<ReturnType<typeof temporaryFolder>>;
  let clock: { at: Date };
  const state = () => path.join(place.folder, "state");
  const open = async (changed: Parameters<typeof probesOfToday>[1] = {}) => {
    const service = await preflightIn(place.folder, clock, {
      probes: probesOfToday(clock, changed),
      openedPolicy: await measuredAlone(place.folder),
    });
    await service.run({});
    return service;
  };
  const seen = async (changed: Parameters<typeof probesOfToday>[1] = {}) => {
    const { decision, exceptions, findings } = (await open(changed)).snapshot();
    const outcome = findings.find(({ checkId }) => checkId === "screen-lock")?.outcome;
    return { light: decision?.light, why: decision?.integrity.map(({ kind }) => kind), exceptions, outcome };
  };
  const except = async (days: number, changed: Parameters<typeof probesOfToday>[1] = neverLocks) => {
    const service = await open(changed);
    const words = {
      reason: "The new lock setting is rolled out tomorrow.",
      compensatingMeasure: "The PC is locked by hand.",
      approver: "A. Manager",
    };
    const answer = await service.requestException({ checkId: "screen-lock", ...words, endsAt: daysLater(clock.at, days).toISOString() });
    if (!answer.ok) throw new Error(answer.code);
    return answer.exception;
  };

  beforeEach(async () => {
    place = await temporaryFolder();
    clock = { at: start };
  });
  afterEach(() => place.remove());

  test.each([8, 16, 40, 400])("by %i days is amber, never stop, and in order again after a week, all in the journal", async (days) => {
    expect((await seen()).light).toBe("go");
    clock.at = daysLater(start, days);
    await seen();
    const lights: (string | undefined)[] = [];
    for (let day = 1; day <= 9; day++) {
      clock.at = daysLater(start, day);
      const { light, why } = await seen();
      lights.push(light);
      expect(why).toEqual(light === "go" ? [] : ["clock-went-back"]);
    }
    // A clock 8 days ahead is caught up with after 8 days; the others are let rest after 7.
    expect(lights).toEqual([...Array(7).fill("caution"), "go", "go"]);
    const deviations = (await readJournal(state())).entries.filter(({ kind }) => kind === "deviation").map(({ data }) => data["type"]);
    expect(deviations).toEqual(["clock-went-back", "clock-settled"]);
  });

  test("lets a new exception be made, shows its end on the PC's clock, and ends it then", async () => {
    await seen();
    clock.at = daysLater(start, 40);
    await seen();
    clock.at = daysLater(start, 1);
    const made = await except(3);
    expect(made.endsAt).toBe(daysLater(start, 4).toISOString());
    expect((await seen(neverLocks)).exceptions[0]).toMatchObject({ createdAt: made.createdAt, endsAt: made.endsAt });
    clock.at = daysLater(start, 3.9);
    expect((await seen(neverLocks)).outcome).toBe("excepted");
    clock.at = daysLater(start, 4.1);
    expect((await seen(neverLocks)).outcome).toBe("block");
  });

  test("gains nothing by it: what was excepted while it was ahead lasts as long as it was asked for, and what ended stays ended", async () => {
    const before = await except(2);
    clock.at = daysLater(start, 350);
    const ahead = await except(14);
    clock.at = daysLater(start, 1);
    // The first one ended by the clock that was ahead; the second one covers.
    const shown = (await seen(neverLocks)).exceptions;
    expect(shown.map(({ id }) => id)).toEqual([ahead.id, before.id]);
    expect(Date.parse(shown[1]?.endsAt ?? "")).toBeLessThan(clock.at.getTime());
    clock.at = daysLater(start, 14.9);
    expect((await seen(neverLocks)).outcome).toBe("excepted");
    clock.at = daysLater(start, 15.1);
    expect((await seen(neverLocks)).outcome).toBe("block");
  });

  test("gains nothing by losing history.json either", async () => {
    clock.at = daysLater(start, 350);
    await except(14);
    clock.at = start;
    await seen(neverLocks);
    await rm(path.join(state(), "history.json"));
    clock.at = daysLater(start, 14.1);
    expect((await seen(neverLocks)).outcome).toBe("block");
  });

  test("keeps its grace where it was, and a clock that was years behind until it was set right costs nothing", async () => {
    const both = { ...neverLocks, "restart-pending": known({ pending: true, since: null, because: [] }) };
    const outcome = async () => (await open(both)).snapshot().findings.find(({ checkId }) => checkId === "restart-pending");
    const first = await outcome();
    expect(first?.outcome).toBe("grace");
    const made = await except(3, both);
    // The battery of the clock is empty: 2015 at the start, until a time server is heard.
    clock.at = new Date("2015-01-01T00:00:00.000Z");
    await seen(both);
    clock.at = daysLater(start, 1);
    expect(await outcome()).toMatchObject({ outcome: "grace", resolveBefore: first?.resolveBefore });
    const after = await seen(both);
    expect(after).toMatchObject({ outcome: "excepted", why: [] });
    expect(after.exceptions[0]?.endsAt).toBe(made.endsAt);
    const grace = Date.parse(first?.resolveBefore ?? "") - start.getTime();
    clock.at = new Date(start.getTime() + grace + dayMs / 10);
    expect((await outcome())?.outcome).toBe("block");
  });

  test("shows its journal by the PC's own days, and reads one of an older version, which knew one time only", async () => {
    await seen();
    clock.at = daysLater(start, 40);
    await seen();
    clock.at = daysLater(start, 1);
    const service = await open();
    const { days } = await service.journalDays(2);
    expect(days.map(({ runs }) => runs)).toEqual([1, 1]);
    await expect(readFile(path.join(state(), "journal.jsonl"), "utf8")).resolves.toContain('"ahead":');

    const older = await temporaryFolder();
    try {
      clock.at = start;
      const oldPc = await preflightIn(older.folder, clock, { probes: probesOfToday(clock), openedPolicy: await measuredAlone(older.folder) });
      await oldPc.run({});
      const history = path.join(older.folder, "state/history.json");
      // What 0.1.0 wrote after a clock that was ahead: one time, the later one, and no word of the other.
      const kept = JSON.parse(await readFile(history, "utf8")) as Record<string, unknown>;
      await writeFile(history, JSON.stringify({ ...kept, lastSeenAt: daysLater(start, 40).toISOString() }));
      clock.at = daysLater(start, 1);
      await oldPc.run({});
      expect(oldPc.snapshot().decision?.light).toBe("caution");
      clock.at = daysLater(start, 8.1);
      await oldPc.run({});
      expect(oldPc.snapshot().decision?.light).toBe("go");
    } finally {
      await older.remove();
    }
  });
});
