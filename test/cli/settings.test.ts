import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

const defaults = { language: null, theme: "system", textSize: 100, startAtLogin: true, introduced: false };
const shown = async (home: string) => JSON.parse((await preflight(["settings", "show", "--json"], { home })).stdout);
const folderOf = (home: string) => {
  const found = readdirSync(home, { recursive: true, encoding: "utf8" }).find((name) => path.basename(name) === "settings.json");
  return path.join(home, path.dirname(found ?? "?"));
};

it("shows and changes one setting, and leaves the others", async () => {
  const home = temporaryFolder();
  expect(await shown(home)).toEqual(defaults);
  expect((await preflight(["settings", "set", "theme", "dark", "--lang", "en"], { home })).stdout.trim()).toBe("theme is now dark.");
  await preflight(["settings", "set", "textSize", "150"], { home });
  await preflight(["settings", "set", "language", "en"], { home });
  expect(await shown(home)).toEqual({ ...defaults, theme: "dark", textSize: 150, language: "en" });
  await preflight(["settings", "set", "language", "system"], { home });
  expect((await shown(home)).language).toBeNull();
  expect((await preflight(["settings", "show"], { home })).stdout).toMatch(/language +system[\s\S]*theme +dark/);
});

it("says in one sentence which values there are", async () => {
  const home = temporaryFolder();
  expectOneSentence(await preflight(["settings", "set", "theme", "blue"], { home }), 64, "system, light, dark");
  expect((await preflight(["settings", "set", "colour", "blue"], { home })).code).toBe(64);
  expect((await preflight(["settings", "set", "constructor", "x"], { home })).code).toBe(64);
});

it.each([
  ["cut", '{"schema":"preflight-settings/1","settings":{"lang'],
  ["foreign", '{"hello":"world"}'],
])(
  "says of a file that is %s that it cannot be read, goes on with the defaults, and sets it aside with all its content at the next choice",
  async (_name, text) => {
    const home = temporaryFolder();
    await preflight(["settings", "set", "theme", "dark"], { home });
    const folder = folderOf(home);
    writeFileSync(path.join(folder, "settings.json"), text);
    const run = await preflight(["settings", "show", "--json", "--lang", "en"], { home });
    expect([run.code, JSON.parse(run.stdout)]).toEqual([0, defaults]);
    expect(run.stderr).toContain("could not be read");
    expect(readFileSync(path.join(folder, "settings.json"), "utf8")).toBe(text);
    expect((await preflight(["settings", "set", "theme", "light"], { home })).code).toBe(0);
    const aside = readdirSync(folder).filter((name) => name.startsWith("settings.json.corrupt-"));
    expect(aside).toHaveLength(1);
    expect(readFileSync(path.join(folder, aside[0] ?? ""), "utf8")).toBe(text);
    expect((await shown(home)).theme).toBe("light");
  },
);

it("leaves a file of a later version as it is, says that it cannot be read, and goes on with the defaults", async () => {
  const home = temporaryFolder();
  await preflight(["settings", "set", "theme", "dark"], { home });
  const file = path.join(folderOf(home), "settings.json");
  const text = JSON.stringify({ schema: "preflight-settings/1", settings: { ...defaults, theme: "dark", sound: true } });
  writeFileSync(file, text);
  const run = await preflight(["settings", "show", "--json", "--lang", "en"], { home });
  expect([run.code, JSON.parse(run.stdout)]).toEqual([0, defaults]);
  expect(run.stderr).toContain("could not be read");
  expect((await preflight(["settings", "set", "theme", "light"], { home })).code).toBe(70);
  expect(readFileSync(file, "utf8")).toBe(text);
});
