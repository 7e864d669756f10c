import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { preflightIn, start, temporaryFolder } from "./world.ts";

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

const service = () => preflightIn(folder, { at: start });
async function written(): Promise<readonly (readonly [string, unknown])[]> {
  const text = await readFile(path.join(folder, "state/journal.jsonl"), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { kind: string; data: { type?: string } })
    .map(({ kind, data }) => [kind, data.type] as const);
}

describe("the life of the app in the journal", () => {
  it("is a start and an end", async () => {
    const first = await service();
    await first.recordApp({ type: "started", atLogin: true });
    await first.recordApp({ type: "quit", light: "stop", blocked: true });
    await (await service()).recordApp({ type: "started", atLogin: false });
    expect(await written()).toEqual([
      ["app", "started"],
      ["app", "quit"],
      ["app", "started"],
    ]);
  });

  it.each(["screen-failed", "stepped-aside", "returned", "shut-down", null] as const)(
    "says that there was no end, whatever came last: %s",
    async (type) => {
      const first = await service();
      await first.recordApp({ type: "started", atLogin: false });
      if (type === "screen-failed") await first.recordApp({ type, reason: "crashed" });
      else if (type !== null) await first.recordApp({ type });
      await (await service()).recordApp({ type: "started", atLogin: false });
      expect((await written()).slice(-2)).toEqual([
        ["deviation", "app-ended-unexpectedly"],
        ["app", "started"],
      ]);
    },
  );

  it("keeps the order of what is told at the same time", async () => {
    const one = await service();
    const all = [one.recordApp({ type: "started", atLogin: false }), one.recordApp({ type: "ended", because: "system" })];
    expect(await Promise.all(all)).toEqual([true, true]);
    expect(await written()).toEqual([
      ["app", "started"],
      ["app", "ended"],
    ]);
  });

  it("says that it could not be written, and throws nothing", async () => {
    await writeFile(path.join(folder, "file"), "");
    const blocked = await preflightIn(folder, { at: start }, { stateFolder: path.join(folder, "file/state") });
    expect(await blocked.recordApp({ type: "started", atLogin: false })).toBe(false);
  });
});
