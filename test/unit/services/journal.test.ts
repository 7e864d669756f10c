import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readJournal, verifyJournal } from "../../../electron/services/journal.ts";
import { type JournalWriter, openJournal } from "../../../electron/services/journalWriter.ts";
import { minutesAfter, start, temporaryFolder } from "./world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let journal: JournalWriter;
const moment = (minutes: number) => ({ at: minutesAfter(minutes), aheadMs: 0 });
const file = () => path.join(place.folder, "journal.jsonl");
const lines = async () => (await readFile(file(), "utf8")).split("\n").slice(0, -1);

beforeEach(async () => {
  place = await temporaryFolder();
  journal = await openJournal(place.folder);
  for (const count of [1, 2, 3]) await journal.append([{ kind: "run", data: { count } }], moment(count));
});
afterEach(() => place.remove());

describe("the chain", () => {
  test("counts from 1, names the entry before and is whole", async () => {
    const { entries, verification } = await readJournal(place.folder);
    expect(verification).toMatchObject({ ok: true, entries: 3, tornTail: false, brokenAt: null });
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(entries[0]?.previous).toBe(`sha256-${"0".repeat(64)}`);
    expect(entries[2]?.previous).toBe(entries[1]?.digest);
    expect(verification.head).toEqual({ seq: 3, digest: entries[2]?.digest });
  });

  test("a folder without a journal is empty and ok", async () => {
    expect(await verifyJournal(path.join(place.folder, "nowhere"))).toMatchObject({ ok: true, entries: 0, head: null });
  });

  test("an edited entry is named by its line", async () => {
    await writeFile(file(), (await readFile(file(), "utf8")).replace('"count":2', '"count":7'));
    expect((await verifyJournal(place.folder)).brokenAt?.line).toBe(2);
  });

  test("a removed last entry is found through the head file", async () => {
    await writeFile(file(), `${(await lines()).slice(0, 2).join("\n")}\n`);
    expect((await verifyJournal(place.folder)).brokenAt).toEqual({ line: 3, reason: "entries are missing: the head file names 3" });
  });

  test("a journal without its head file is broken, since nothing tells whether its end is there", async () => {
    await writeFile(path.join(place.folder, "journal.head.json"), "{");
    expect((await verifyJournal(place.folder)).ok).toBe(false);
  });

  test("an append by another process is seen and continued", async () => {
    const other = await openJournal(place.folder);
    await other.append([{ kind: "run", data: { count: 4 } }], moment(4));
    await journal.append([{ kind: "run", data: { count: 5 } }], moment(5));
    expect(await verifyJournal(place.folder)).toMatchObject({ ok: true, entries: 5 });
  });
});

describe("after a power cut", () => {
  test("half a last line is not a break; the next append sets it aside, records it and loses no complete line", async () => {
    await appendFile(file(), '{"at":"2026-11-22T00:04:00.000Z","data":{"cou');
    expect(await verifyJournal(place.folder)).toMatchObject({ ok: true, entries: 3, tornTail: true });
    const next = await openJournal(place.folder);
    await next.append([{ kind: "run", data: { count: 4 } }], moment(4));
    const { entries, verification } = await readJournal(place.folder);
    expect(verification).toMatchObject({ ok: true, entries: 5, tornTail: false });
    expect(entries[3]).toMatchObject({ kind: "deviation", data: { type: "half-line-set-aside", bytes: 45 } });
    const aside = (await readdir(place.folder)).find((name) => name.startsWith("journal.jsonl.corrupt-"));
    expect(await readFile(path.join(place.folder, aside ?? ""), "utf8")).toContain('"cou');
  });

  test("an entry that lost only its line feed before the head was written is kept", async () => {
    const head = await readFile(path.join(place.folder, "journal.head.json"));
    await journal.append([{ kind: "run", data: { count: 4 } }], moment(4));
    await writeFile(path.join(place.folder, "journal.head.json"), head);
    await truncate(file(), (await readFile(file())).length - 1);
    const next = await openJournal(place.folder);
    await next.append([{ kind: "run", data: { count: 5 } }], moment(5));
    expect(await verifyJournal(place.folder)).toMatchObject({ ok: true, entries: 5 });
  });

  test("a line that the head file knows as complete cannot be half there: that is a break", async () => {
    await truncate(file(), (await readFile(file())).length - 10);
    expect((await verifyJournal(place.folder)).brokenAt?.line).toBe(3);
  });
});

describe("behind a break", () => {
  test("appending goes on after a marker, nothing is deleted, and the journal stays broken", async () => {
    const edited = (await readFile(file(), "utf8")).replace('"count":2', '"count":7');
    await writeFile(file(), edited);
    const next = await openJournal(place.folder);
    await next.append([{ kind: "run", data: { count: 4 } }], moment(4));
    await next.append([{ kind: "run", data: { count: 5 } }], moment(5));
    expect((await readFile(file(), "utf8")).startsWith(edited)).toBe(true);
    const { entries, verification } = await readJournal(place.folder);
    expect(verification.brokenAt?.line).toBe(2);
    expect(entries.filter(({ data }) => data["type"] === "chain-restarted")).toHaveLength(1);
    expect(entries.filter(({ trusted }) => trusted).map(({ seq }) => seq)).toEqual([1]);
    expect(entries.at(-1)?.data).toEqual({ count: 5 });
  });

  test("entries after a cut end do not heal it", async () => {
    await writeFile(file(), `${(await lines()).slice(0, 1).join("\n")}\n`);
    const next = await openJournal(place.folder);
    await next.append([{ kind: "run", data: { count: 4 } }], { at: start, aheadMs: 0 });
    expect((await verifyJournal(place.folder)).ok).toBe(false);
  });

  test("a journal that cannot be read is broken, not empty", async () => {
    const folder = path.join(place.folder, "other");
    await mkdir(path.join(folder, "journal.jsonl"), { recursive: true });
    expect((await verifyJournal(folder)).ok).toBe(false);
  });
});
