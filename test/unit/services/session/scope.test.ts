import { describe, expect, it } from "vitest";
import type { Check } from "../../../../electron/checks/check.ts";
import { checks } from "../../../../electron/checks/registry.ts";
import { scopeOf } from "../../../../electron/services/session/scope.ts";
import type { Facts } from "../../../../shared/facts/catalogue.ts";

const now = new Date("2026-11-24T09:00:00.000Z");
const made = [
  { id: "on-route", needs: ["route"], looksAt: [] },
  { id: "on-vpn", needs: ["firewall"], looksAt: ["vpn"] },
  { id: "on-disk", needs: ["disk-encryption"], looksAt: ["firewall"] },
  { id: "on-lock", needs: ["screen-lock"], looksAt: [] },
] as unknown as readonly Check[];
const fact = (minutesAgo: number, validForMinutes: number) => ({
  at: new Date(now.getTime() - minutesAgo * 60_000).toISOString(),
  validForMs: validForMinutes * 60_000,
});
const facts = { firewall: fact(1, 15), "disk-encryption": fact(20, 15), "screen-lock": fact(14, 15), route: fact(1, 10) } as unknown as Facts;
const scope = (...reasons: Parameters<typeof scopeOf>[0] extends Iterable<infer R> ? R[] : never) => scopeOf(reasons, { checks: made, facts, now });

describe("what is looked at again", () => {
  it.each([
    ["network", ["on-route", "on-vpn"]],
    ["vpn", ["on-route", "on-vpn"]],
    ["unlock", ["on-lock"]],
    ["time", ["on-disk"]],
    ["resume", "all"],
    ["policy", "all"],
    ["quit", []],
  ] as const)("because of %s is what that concerns", (because, expected) => {
    expect(scope(because)).toEqual(expected);
  });

  it("because of several reasons is what any of them concerns", () => {
    expect(scope("network", "unlock")).toEqual(["on-route", "on-vpn", "on-lock"]);
    expect(scope("network", "resume")).toBe("all");
    expect(scope()).toEqual([]);
  });

  it("because of the network is not what is slow and has nothing to do with it", () => {
    const asked = scopeOf(["network"], { checks, facts: {}, now });
    expect(asked).toEqual(expect.arrayContaining(["vpn", "wifi-security"]));
    expect(asked).not.toContain("os-patches");
    expect(asked).not.toContain("disk-encryption");
  });
});
