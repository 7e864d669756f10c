import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyJournal } from "../../electron/services/journal.ts";
import { bundleInto, runProgram } from "../unit/services/processes/bundle.ts";
import { start, temporaryFolder } from "../unit/services/world.ts";

// Needs Linux and the right to make a PID namespace (root, as test/setup has it).
let programs: Awaited<ReturnType<typeof temporaryFolder>>;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  programs = await temporaryFolder();
  place = await temporaryFolder();
  await bundleInto(programs.folder, ["runOnce"]);
}, 60_000);
afterAll(async () => {
  await programs.remove();
  await place.remove();
});

test("three containers on one home folder take no living process of another for dead", async () => {
  const program = [process.execPath, path.join(programs.folder, "runOnce.mjs"), place.folder, "5", start.toISOString()];
  // --mount-proc: each sees its own processes alone, numbered from 1.
  const inContainer = () => runProgram("/usr/bin/unshare", ["--pid", "--fork", "--mount-proc", ...program]);
  const ended = await Promise.all([inContainer(), inContainer(), inContainer()]);
  expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(ended.map(() => [0, ""]));
  // One change of policy, then a run and a decision for each of the fifteen runs.
  expect(await verifyJournal(path.join(place.folder, "state"))).toMatchObject({ ok: true, entries: 31 });
}, 60_000);
