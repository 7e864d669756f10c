import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readJournal } from "../../electron/services/journal.ts";
import { bundleInto } from "../unit/services/processes/bundle.ts";
import { temporaryFolder } from "../unit/services/world.ts";

/** `npm run test:long` asks for 1,000. */
const kills = Number(process.env["PREFLIGHT_KILLS"] ?? "100");
const atOnce = 2;
let programs: Awaited<ReturnType<typeof temporaryFolder>>;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  programs = await temporaryFolder();
  place = await temporaryFolder();
  await bundleInto(programs.folder, ["writeUntilKilled"]);
}, 60_000);
afterAll(async () => {
  await programs.remove();
  await place.remove();
});

/** @returns the entries that it said were written, before it was killed at any moment */
async function killed(name: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [path.join(programs.folder, "writeUntilKilled.mjs"), place.folder, name], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child.stdout, "data");
  await sleep(Math.random() * 40);
  const ended = once(child, "close");
  child.kill("SIGKILL");
  await ended;
  return said.split("\n").slice(0, -1);
}

test(
  `${kills} writers are killed at any moment: no entry is lost that was acknowledged, and the chain is whole`,
  async () => {
    const acknowledged: string[] = [];
    for (let count = 0; count < kills; count += atOnce) {
      const names = Array.from({ length: Math.min(atOnce, kills - count) }, (_, index) => `${count + index}`);
      acknowledged.push(...(await Promise.all(names.map(killed))).flat());
    }
    const { verification, entries } = await readJournal(place.folder);
    expect(verification).toMatchObject({ ok: true, brokenAt: null });
    const there = new Set(entries.map(({ data }) => data["id"]));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
    // What the killed ones were about to write is not left for ever.
    expect((await readdir(place.folder)).filter((name) => name.endsWith(".part")).length).toBeLessThan(5);
  },
  Math.max(120_000, kills * 3000),
);
