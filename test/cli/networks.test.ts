import { expect, it } from "vitest";
import { z } from "zod";
import { rememberedNetworkSchema } from "../../shared/networks.ts";
import { expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

const listed = z.array(rememberedNetworkSchema);

it("remembers the network of a check, names it, and forgets it again, where it can be told", async () => {
  const home = temporaryFolder();
  const empty = await preflight(["networks", "list", "--lang", "en"], { home });
  expect([empty.code, empty.stdout.trim()]).toEqual([0, "No network is remembered."]);

  const named = await preflight(["networks", "name", "home", "--lang", "en"], { home });
  const kept = listed.parse(JSON.parse((await preflight(["networks", "list", "--json"], { home })).stdout));
  if (named.code === 20) {
    // A container or a PC whose network shows neither a name nor a router of its own.
    expectOneSentence(named, 20, /cannot be named/);
    expect(kept.every((network) => network.named === null)).toBe(true);
  } else {
    expect([named.code, named.stderr]).toEqual([0, ""]);
    expect(named.stdout).toContain("is now named your home");
    expect(kept.filter((network) => network.named === "home")).toHaveLength(1);
    expect((await preflight(["networks", "list", "--lang", "en"], { home })).stdout).toMatch(/NW-[0-9A-Z]{8} {2}.*home/);
  }
  for (const { id } of kept) expect((await preflight(["networks", "forget", id], { home })).code).toBe(0);
  expect(JSON.parse((await preflight(["networks", "list", "--json"], { home })).stdout)).toEqual([]);
  expect((await preflight(["journal", "verify"], { home })).code).toBe(0);
});

it("says in one sentence what cannot be done", async () => {
  const home = temporaryFolder();
  expectOneSentence(await preflight(["networks", "forget", "NW-00000000"], { home }), 20, "覚えていません");
  expect((await preflight(["networks", "name", "office"], { home })).code).toBe(64);
  expect((await preflight(["networks", "name"], { home })).code).toBe(64);
});
