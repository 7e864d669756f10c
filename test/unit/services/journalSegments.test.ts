import { copyFile, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { requestSteps } from "../../../electron/services/approvals/requestSteps.ts";
import { openDisputes } from "../../../electron/services/disputes.ts";
import { recallHistory } from "../../../electron/services/history.ts";
import { journalBytes, readJournal, readJournalSince, scanFolder, verifyJournal } from "../../../electron/services/journal.ts";
import { scanJournal } from "../../../electron/services/journalChain.ts";
import { type JournalRecord, openJournal } from "../../../electron/services/journalWriter.ts";
import { minutesAfter, start, temporaryFolder } from "./world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const file = (name: string) => path.join(place.folder, name);
const tiny = 2000;
const run = (count: number): JournalRecord => ({ kind: "run", data: { count, failingSince: {} } });
const moment = (minutes: number) => ({ at: minutesAfter(minutes), aheadMs: 0 });
const fill = async (count: number, from = 0) => {
  const journal = await openJournal(place.folder, tiny);
  for (let index = 0; index < count; index++) await journal.append([run(from + index)], moment(from + index));
  return journal;
};
const segments = async () => (await readdir(place.folder)).filter((name) => /^journal(-\d+)?\.jsonl$/.test(name));
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

describe("a long journal", () => {
  test("is one chain over several files, and what is exported is that chain", async () => {
    await fill(40);
    expect((await segments()).length).toBeGreaterThan(3);
    const { verification, entries } = await readJournal(place.folder);
    expect(verification).toMatchObject({ ok: true, brokenAt: null });
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.filter(({ kind }) => kind === "run").map(({ data }) => data["count"])).toEqual(Array.from({ length: 40 }, (_, index) => index));
    const bytes = await journalBytes(place.folder);
    expect(scanJournal(bytes ?? Buffer.alloc(0), verification.head ?? "absent").verification).toMatchObject({ ok: true, entries: entries.length });
  });

  test("costs a start its last file alone: the others are not opened", async () => {
    await fill(40);
    const last = (await segments()).length;
    const { proved, entries, verification } = await scanFolder(place.folder);
    expect(proved).toBeNull();
    expect(verification.entries).toBe((await readJournal(place.folder)).entries.length);
    expect(entries.length).toBeLessThan(40 / last + 12);
  });

  test("that an older version wrote in one file goes on in a second", async () => {
    const older = await openJournal(place.folder, Number.POSITIVE_INFINITY);
    for (let index = 0; index < 20; index++) await older.append([run(index)], moment(index));
    const kept = await readFile(file("journal.jsonl"));
    await fill(2, 20);
    expect(await readFile(file("journal.jsonl"))).toEqual(kept);
    expect(await verifyJournal(place.folder)).toMatchObject({ ok: true, entries: 23 });
  });

  test("gives the days that are asked for without the years before", async () => {
    await fill(40);
    const { entries, verification } = await readJournalSince(place.folder, minutesAfter(35));
    expect(verification.ok).toBe(true);
    expect(entries.length).toBeLessThan(30);
    expect(entries.filter(({ kind, at }) => kind === "run" && at >= minutesAfter(35).toISOString())).toHaveLength(5);
  });
});

describe("law 6 over files: found at the next start, and the journal stays broken", () => {
  const broken = async () => {
    expect((await verifyJournal(place.folder)).ok).toBe(false);
    expect((await scanFolder(place.folder)).verification.ok).toBe(false);
    const journal = await openJournal(place.folder, tiny);
    await journal.append([run(99)], moment(99));
    expect((await openJournal(place.folder, tiny)).reading().verification.ok).toBe(false);
  };
  beforeEach(() => fill(40));

  test.each(["journal.jsonl", "journal-2.jsonl", "journal-3.jsonl"])("%s is cut out", async (name) => {
    await rm(file(name));
    await broken();
  });

  test("the last file is cut off", async () => {
    await rm(file(`journal-${(await segments()).length}.jsonl`));
    await broken();
  });

  test("two files change places", async () => {
    await rename(file("journal-2.jsonl"), file("aside"));
    await rename(file("journal-3.jsonl"), file("journal-2.jsonl"));
    await rename(file("aside"), file("journal-3.jsonl"));
    await broken();
  });

  test("one file stands there twice", async () => {
    await copyFile(file("journal-2.jsonl"), file("journal-3.jsonl"));
    await broken();
  });

  test("a byte of a closed file is another, of the same size", async () => {
    const bytes = await readFile(file("journal-2.jsonl"));
    bytes.write("9", bytes.lastIndexOf('"count":') + 8);
    await writeFile(file("journal-2.jsonl"), bytes);
    await broken();
  });

  test("what a file brings along is changed", async () => {
    const name = `journal-${(await segments()).length}.jsonl`;
    await writeFile(file(name), (await readFile(file(name), "utf8")).replace('"count":', '"count":7'));
    await broken();
  });

  test("a closed file that only somebody touched is looked at again, and is whole", async () => {
    await writeFile(file("journal-2.jsonl"), await readFile(file("journal-2.jsonl")));
    expect((await scanFolder(place.folder)).proved).not.toBeNull();
    expect((await verifyJournal(place.folder)).ok).toBe(true);
  });
});

describe("killed while a new file was begun", () => {
  test.each([0, 1, 200, -1])("after %i bytes of it, nothing is lost and the journal goes on", async (length) => {
    await fill(40);
    const name = `journal-${(await segments()).length}.jsonl`;
    const before = await readJournal(place.folder);
    // Until exactly the first append of the last file: the head names the last entry of the one before.
    const bytes = await readFile(file(name));
    const [firstLine = ""] = bytes.toString().split("\n");
    const { seq, previous } = JSON.parse(firstLine);
    await writeFile(file("journal.head.json"), JSON.stringify({ schema: "preflight-journal-head/1", seq: seq - 1, digest: previous }));
    await truncate(file(name), length === -1 ? firstLine.length : length);
    expect((await scanFolder(place.folder)).verification.ok).toBe(true);
    await fill(30, 100);
    const { verification, entries } = await readJournal(place.folder);
    expect(verification).toMatchObject({ ok: true, tornTail: false });
    expect(entries.slice(0, seq - 1)).toEqual(before.entries.slice(0, seq - 1));
    expect(entries.filter(({ data }) => Number(data["count"]) >= 100)).toHaveLength(30);
    expect((await scanFolder(place.folder)).proved).toBeNull();
  });
});

test("the last file and what it brings along say the same as the whole journal", async () => {
  const id = fc.constantFrom("a", "b", "c");
  const record: fc.Arbitrary<JournalRecord> = fc.oneof(
    fc.constant<JournalRecord>({ kind: "run", data: { failingSince: { "os-support": start.toISOString() } } }),
    fc
      .record({ id, revision: fc.nat(9) })
      .map((data): JournalRecord => ({ kind: "policy-change", data: { ...data, origin: "managed", refused: null } })),
    fc.record({ code: id, type: fc.constantFrom("requested", "withdrawn", "approved") }).map((data): JournalRecord => ({ kind: "exception", data })),
    fc.record({ checkId: id, words: id, verdict: id }).map((data): JournalRecord => ({ kind: "dispute", data })),
    fc.record({ checkId: id, affirmed: fc.boolean() }).map((data): JournalRecord => ({ kind: "declaration", data })),
  );
  const nothing = { value: null, issue: null, replaceable: true, spoilt: false };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(record, fc.integer({ min: -30, max: 60 })), { minLength: 1, maxLength: 25 }), async (steps) => {
      const own = await temporaryFolder();
      try {
        const journal = await openJournal(own.folder, 700);
        let clock = start.getTime();
        let at = clock;
        for (const [one, minutes] of steps) {
          clock += minutes * 60_000;
          at = Math.max(at, clock);
          await journal.append([one], { at: new Date(at), aheadMs: at - clock });
        }
        const [recent, whole] = [await scanFolder(own.folder), await readJournal(own.folder)];
        expect(recallHistory(nothing, recent)).toEqual(recallHistory(nothing, whole));
        expect(requestSteps(recent)).toEqual(requestSteps(whole));
        expect(openDisputes(recent, [], new Date(at))).toEqual(openDisputes(whole, [], new Date(at)));
        const said = (reading: typeof whole) =>
          ["a", "b", "c"].map(
            (checkId) => reading.entries.findLast(({ kind, data }) => kind === "declaration" && data["checkId"] === checkId)?.digest,
          );
        expect(said(recent)).toEqual(said(whole));
        expect([recent.entries[0]?.digest, recent.verification]).toEqual([whole.entries[0]?.digest, whole.verification]);
      } finally {
        await own.remove();
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("160 000 entries end no check", () => {
  const entries = Array.from({ length: 160_000 }, (_, index) => {
    return {
      seq: index + 1,
      at: minutesAfter(index).toISOString(),
      kind: "run",
      data: { failingSince: {} },
      previous: "",
      digest: "",
      trusted: true,
    };
  });
  const verification = { ok: true, entries: entries.length, head: null, tornTail: false, brokenAt: null };
  const { past } = recallHistory({ value: null, issue: null, replaceable: true, spoilt: false }, { entries, verification });
  expect(past?.last.at).toEqual(minutesAfter(159_999));
});
