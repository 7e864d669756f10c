import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { readJsonFile, setAsideSpoilt } from "../../../electron/services/jsonFile.ts";
import { understand } from "../../../electron/services/keptFormat.ts";
import { openStateStore } from "../../../electron/services/stateStore.ts";
import { preflightIn, start, temporaryFolder } from "./world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

const format = {
  name: "x.json",
  family: "preflight-x",
  version: 3,
  schema: z.strictObject({ schema: z.literal("preflight-x/3"), words: z.array(z.string()) }),
  migrations: {
    1: (older: unknown) => ({ ...z.looseObject({ word: z.string() }).parse(older), schema: "preflight-x/2" }),
    2: (older: unknown) => ({ schema: "preflight-x/3", words: [z.looseObject({ word: z.string() }).parse(older).word] }),
  },
};
const said = (value: unknown) => understand(format, JSON.stringify(value));

describe("what an older version wrote", () => {
  test("is brought up step by step", () => {
    expect(said({ schema: "preflight-x/1", word: "a" })).toEqual({ kind: "value", value: { schema: "preflight-x/3", words: ["a"] } });
    expect(said({ schema: "preflight-x/2", word: "a" })).toEqual({ kind: "value", value: { schema: "preflight-x/3", words: ["a"] } });
  });

  test("and does not fit its own version is spoilt, not made up", () => {
    expect(said({ schema: "preflight-x/1", words: 7 })).toMatchObject({ kind: "spoilt" });
  });
});

describe("what a newer version wrote", () => {
  test("by its number, or by fields that were added without one, is not called damaged", () => {
    expect(said({ schema: "preflight-x/4", anything: 1 })).toMatchObject({ kind: "newer" });
    expect(said({ schema: "preflight-x/3", words: [], more: true })).toMatchObject({ kind: "newer" });
    expect(said({ schema: "preflight-y/4", words: [] })).toMatchObject({ kind: "spoilt" });
    expect(said({ schema: "preflight-x/3", words: 7, more: true })).toMatchObject({ kind: "spoilt" });
  });

  test.each(["history", "exceptions", "declarations", "networks", "requests"])(
    "%s.json stays byte for byte, and the light says why it is not green",
    async (name) => {
      const clock = { at: start };
      const first = await preflightIn(place.folder, clock);
      await first.run({});
      await first.close();
      const file = path.join(place.folder, "state", `${name}.json`);
      const content = `{"schema":"preflight-${name}/2","what":"only the later version knows"}`;
      writeFileSync(file, content);
      const service = await preflightIn(place.folder, clock);
      await service.run({});
      const kinds = service.snapshot().decision?.integrity.map(({ kind }) => kind);
      await service.declare("rules-accepted", true);
      await service.run({});
      await service.close();
      expect(kinds).toEqual(["state-newer"]);
      expect(readFileSync(file, "utf8")).toBe(content);
      expect(readdirSync(path.dirname(file)).filter((one) => one.includes("corrupt"))).toEqual([]);
    },
  );

  test("settings, the key of the pseudonyms and the cache stay as well", async () => {
    const state = path.join(place.folder, "state");
    const first = await preflightIn(place.folder, { at: start });
    await first.close();
    const contents = new Map(
      ["settings", "pseudonym.key", "facts.cache"].map((name) => [
        name,
        `{"schema":"preflight-${name.split(".")[0] === "pseudonym" ? "key" : name.split(".")[0]}/2"}`,
      ]),
    );
    for (const [name, content] of contents) writeFileSync(path.join(state, `${name}.json`), content);
    const service = await preflightIn(place.folder, { at: start });
    await service.run({});
    expect(await service.setSettings({ theme: "dark" })).toEqual({ ok: false, code: "state-unwritable" });
    await service.close();
    for (const [name, content] of contents) expect(readFileSync(path.join(state, `${name}.json`), "utf8")).toBe(content);
  });
});

describe("reading", () => {
  test("never writes: a damaged file is there until somebody who has the lock sets it aside", async () => {
    const file = path.join(place.folder, "x.json");
    writeFileSync(file, "{");
    expect(await readJsonFile(place.folder, format)).toMatchObject({ value: null, spoilt: true, replaceable: true });
    expect(readFileSync(file, "utf8")).toBe("{");
    // Another process has set it aside and written a good one meanwhile: nothing takes that one away.
    writeFileSync(file, JSON.stringify({ schema: "preflight-x/3", words: [] }));
    expect(await setAsideSpoilt(place.folder, format, start)).toBeNull();
    expect(existsSync(file)).toBe(true);
  });

  test("by a window beside a command takes nothing away either", async () => {
    const window = await openStateStore(place.folder, () => start);
    await window.exclusively(async () => undefined);
    writeFileSync(path.join(place.folder, "exceptions.json"), "{");
    const { issues } = await window.read();
    expect(issues).toMatchObject([{ kind: "state-unreadable", detail: "exceptions.json: not JSON" }]);
    expect(readFileSync(path.join(place.folder, "exceptions.json"), "utf8")).toBe("{");
    await window.exclusively(async () => undefined);
    expect((await window.read()).issues).toMatchObject([
      { detail: expect.stringMatching(/^exceptions\.json: not JSON; kept as exceptions\.json\.corrupt-/) },
    ]);
  });
});
