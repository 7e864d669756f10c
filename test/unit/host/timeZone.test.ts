import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { timeZone } from "../../../electron/host/timeZone.ts";

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

it("agrees with what Node itself takes the zone to be, by whichever way it is found", () => {
  // UTC has several names; all others are compared as they are.
  const plain = (zone: string) => zone.replace(/^(Etc\/)?(UTC|UCT|Zulu|Universal|GMT)$/, "UTC");
  const unset = spawnSync(process.execPath, ["-p", "Intl.DateTimeFormat().resolvedOptions().timeZone"], { env: {}, encoding: "utf8" }).stdout.trim();
  expect(plain(timeZone(undefined))).toBe(plain(unset));
  expect(plain(timeZone(""))).toBe(plain(unset));
});

it("lets a TZ that is set go before the system's own, as the C library does", () => {
  expect(timeZone("Asia/Tokyo")).toBe(own);
});
