import { mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emptyContext, type Probe } from "../../../electron/probes/probe.ts";
import { openFactCache } from "../../../electron/services/factCache.ts";
import { witnessState } from "../../../electron/services/witnesses.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { hostAt, minutesAfter, start, temporaryFolder } from "./world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const long = () => Date.now() + 60_000;
const file = (name: string) => path.join(place.folder, name);

beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

describe("witnesses", () => {
  test("of the same files are the same; a change of content, time, name or existence is another state", async () => {
    await mkdir(file("lists"));
    await writeFile(file("lists/a"), "1");
    const files = [file("lists"), file("missing")];
    const first = await witnessState(files, long());
    expect(first).not.toBeNull();
    expect(await witnessState(files, long())).toBe(first);
    await writeFile(file("lists/a"), "2");
    const second = await witnessState(files, long());
    await writeFile(file("lists/b"), "");
    const third = await witnessState(files, long());
    await writeFile(file("missing"), "");
    const fourth = await witnessState(files, long());
    await utimes(file("lists/a"), 1, 1);
    const fifth = await witnessState(files, long());
    expect(new Set([first, second, third, fourth, fifth]).size).toBe(5);
  });

  test("that changed a moment ago prove nothing: the next change could leave the same times", async () => {
    await writeFile(file("a"), "");
    expect(await witnessState([file("a")])).toBeNull();
  });
});

describe("the cache", () => {
  let calls: number;
  const clock = { at: start };
  const probe = (
    witness: string,
    observation = known({ manager: "apt", total: 1, security: 0, names: ["x"], listsAt: start.toISOString(), lastInstalledAt: null }),
  ): Probe<"pending-updates"> => ({
    id: "test.pending-updates",
    fact: "pending-updates",
    uses: [],
    validForMs: 1000,
    witnesses: [witness],
    collect: async () => {
      calls++;
      return { observation, evidence: [{ source: "apt", seen: "1" }] };
    },
  });
  const cache = (appVersion = "0.1.0") => openFactCache({ folder: place.folder, appVersion, platform: "linux", now: () => clock.at });
  const ask = async (from: Probe<"pending-updates">, { anew = false, appVersion = "0.1.0" } = {}) => {
    const opened = await cache(appVersion);
    const gathered = await opened.through(from, anew).collect(hostAt(clock), emptyContext, new AbortController().signal);
    await opened.save();
    return gathered;
  };

  beforeEach(() => {
    calls = 0;
    clock.at = start;
  });

  test("answers from the last run while its witness is unchanged, and says since when", async () => {
    await ask(probe("/etc/hostname"));
    clock.at = minutesAfter(30);
    const again = await ask(probe("/etc/hostname"));
    expect(calls).toBe(1);
    expect(again.evidence).toEqual([
      { source: "apt", seen: "1" },
      { source: "preflight", seen: `measured at ${start.toISOString()}; its inputs are unchanged since` },
    ]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["when it is asked to look anew", () => ask(probe("/etc/hostname"), { anew: true })],
    ["with another version of the app", () => ask(probe("/etc/hostname"), { appVersion: "0.1.1" })],
    ["with another witness", () => ask(probe("/etc/passwd"))],
    [
      "after a day, whatever the witnesses say",
      () => {
        clock.at = minutesAfter(60 * 24 + 1);
        return ask(probe("/etc/hostname"));
      },
    ],
    [
      "when its file was changed so that the value does not follow the schema",
      async () => {
        const text = await readFile(file("facts.cache.json"), "utf8");
        await writeFile(file("facts.cache.json"), text.replace('"total":1', '"total":-1'));
        return ask(probe("/etc/hostname"));
      },
    ],
    ["when its file is garbage", () => writeFile(file("facts.cache.json"), "{").then(() => ask(probe("/etc/hostname")))],
    ["when its file is gone", () => rm(file("facts.cache.json")).then(() => ask(probe("/etc/hostname")))],
  ])("looks again %s", async (_name, second) => {
    await ask(probe("/etc/hostname"));
    await second();
    expect(calls).toBe(2);
  });

  test("never keeps what could not be seen", async () => {
    await ask(probe("/etc/hostname", unknown("denied", "x") as never));
    await ask(probe("/etc/hostname"));
    expect(calls).toBe(2);
  });
});
