import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordingPlace } from "../../../electron/cli/recordingPlace.ts";
import { temporaryFolder } from "../services/world.ts";

let folder: string;
let remove: () => Promise<void>;
let said: string[];
const context = () =>
  ({ terminal: { complain: (line: string) => said.push(line) }, text: { own: (key: string) => key } }) as unknown as Parameters<
    typeof recordingPlace
  >[0];
beforeEach(async () => {
  said = [];
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

test("what was begun is taken away with the folders made for it, where a later file cannot be written", async () => {
  const place = await recordingPlace(context(), path.join(folder, "new/recording"));
  expect(await place?.write("machine.json", "{}")).toBe(true);
  await mkdir(path.join(folder, "new/recording/facts.json"));
  expect(await place?.write("facts.json", "{}")).toBe(false);
  expect(said).toEqual(["cli.record.unwritable"]);
  // What somebody else put there meanwhile stays, with what is above it.
  await writeFile(path.join(folder, "new/theirs"), "kept");
  await place?.undo();
  expect(await readdir(path.join(folder, "new/recording"))).toEqual(["facts.json"]);
  expect(await readFile(path.join(folder, "new/theirs"), "utf8")).toBe("kept");
});

test("nothing of it stays, and a folder that was there before does", async () => {
  const made = await recordingPlace(context(), path.join(folder, "new/recording"));
  await made?.write("machine.json", "{}");
  await made?.undo();
  expect(await readdir(folder)).toEqual([]);
  await mkdir(path.join(folder, "mine"));
  const given = await recordingPlace(context(), path.join(folder, "mine"));
  await given?.write("machine.json", "{}");
  await given?.undo();
  expect([await readdir(folder), await readdir(path.join(folder, "mine"))]).toEqual([["mine"], []]);
});
