import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { interfaceOf, sharedForAMoment } from "../../../electron/host/ways.ts";

const entry = (name: string, address: string) => ({
  interface: name,
  address,
  family: 4 as const,
  prefix: 24,
  mac: "00:00:00:00:00:00",
  internal: false,
});

it("an address belongs to the one interface that holds it; on two of them it tells nothing", () => {
  const list = [
    entry("eth0", "192.0.2.1"),
    entry("eth0", "192.0.2.1"),
    entry("wlan0", "192.0.2.2"),
    entry("tun0", "192.0.2.3"),
    entry("tun1", "192.0.2.3"),
  ];
  expect(["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"].map((address) => interfaceOf(address, list))).toEqual(["eth0", "wlan0", null, null]);
});

it("an answer is shared for a moment and asked anew after it", async () => {
  let asked = 0;
  const shared = sharedForAMoment(() => ++asked, 30);
  expect([shared(), shared(), shared()]).toEqual([1, 1, 1]);
  await sleep(60);
  expect(shared()).toBe(2);
});
