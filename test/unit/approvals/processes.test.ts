import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyJournal } from "../../../electron/services/journal.ts";
import { bundleInto, runProgram } from "../services/processes/bundle.ts";
import { temporaryFolder } from "../services/world.ts";
import { deskIn, exceptionSteps, misspoken, opened } from "./desk.ts";

let programs: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  programs = await temporaryFolder();
  await bundleInto(programs.folder, ["answerOnce"]);
}, 60_000);
afterAll(() => programs.remove());

test("processes that try codes at the same moment share the same tries and the same wait", async () => {
  const place = await temporaryFolder();
  const desk = await deskIn(place.folder);
  const pending = await opened(await desk.open());
  const at = desk.clock.at;
  const wrong = misspoken(pending.code, at);
  const run = () => runProgram(process.execPath, [path.join(programs.folder, "answerOnce.mjs"), place.folder, at.toISOString(), wrong, wrong]);
  const ended = await Promise.all([run(), run(), run()]);
  expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(Array(3).fill([0, ""]));
  const said = ended.flatMap(({ stdout }) => JSON.parse(stdout) as string[]).sort();
  // One was heard; for the others, at the same moment, the second of waiting has not passed.
  expect(said).toEqual([...Array(5).fill("too-soon"), "wrong-code"]);
  expect((await exceptionSteps(desk.state)).filter(({ counted }) => counted === true)).toHaveLength(1);
  expect((await verifyJournal(desk.state)).ok).toBe(true);
  await place.remove();
}, 60_000);
