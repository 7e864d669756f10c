import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyJournal } from "../../../electron/services/journal.ts";
import { openLock } from "../../../electron/services/lock.ts";
import { bundleInto, runProgram } from "./processes/bundle.ts";
import { minutesAfter, start, temporaryFolder } from "./world.ts";

let programs: Awaited<ReturnType<typeof temporaryFolder>>;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
const program = (name: string) => path.join(programs.folder, `${name}.mjs`);
const runOnce = (times: number, at: Date) => runProgram(process.execPath, [program("runOnce"), place.folder, String(times), at.toISOString()]);

beforeAll(async () => {
  programs = await temporaryFolder();
  await bundleInto(programs.folder, ["runOnce", "holdLock"]);
}, 60_000);
afterAll(() => programs.remove());
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

describe("two processes at once", () => {
  test("both finish and the chain of the journal stays whole", async () => {
    const ended = await Promise.all([runOnce(4, start), runOnce(4, start), runOnce(4, start)]);
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ""],
      [0, ""],
      [0, ""],
    ]);
    for (const { stdout } of ended) expect(JSON.parse(stdout).integrity).toEqual([]);
    const verification = await verifyJournal(path.join(place.folder, "state"));
    // One change of policy, then a run and a decision for each of the twelve runs.
    expect(verification).toMatchObject({ ok: true, entries: 25 });
  }, 60_000);

  test("the lock of a process that was killed is taken over", async () => {
    const holder = spawn(process.execPath, [program("holdLock"), place.folder], { stdio: ["ignore", "pipe", "inherit"] });
    await once(holder.stdout, "data");
    const waiting = openLock(place.folder).run(async () => "mine");
    holder.kill("SIGKILL");
    expect(await waiting).toBe("mine");
  }, 30_000);

  test("a living holder is waited for, and nobody else is let in meanwhile", async () => {
    let inside = 0;
    let most = 0;
    const one = openLock(place.folder);
    const work = (_: unknown, index: number) =>
      // Callers of one lock object, and lock objects of their own.
      (index % 2 === 0 ? one : openLock(place.folder)).run(async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside--;
      });
    await Promise.all(Array.from({ length: 20 }, work));
    expect(most).toBe(1);
    expect((await readdir(place.folder)).length).toBe(1);
  });
});

test("a process after the first finds the grace begun and does not begin it again", async () => {
  const first = JSON.parse((await runOnce(1, start)).stdout);
  const later = JSON.parse((await runOnce(1, minutesAfter(60 * 24 * 4))).stdout);
  expect([first.outcomes["restart-pending"], later.outcomes["restart-pending"]]).toEqual(["grace", "block"]);
}, 30_000);

test("a lock file with garbage in it holds nobody up", async () => {
  await writeFile(path.join(place.folder, "lock-7"), "\u0000\u0000garbage");
  expect(await openLock(place.folder).run(() => readFile(path.join(place.folder, "lock-8"), "utf8"))).toContain(String(process.pid));
});
