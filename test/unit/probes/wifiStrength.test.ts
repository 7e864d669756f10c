import { describe, expect, it } from "vitest";
import { isWeakerThan, worstOf } from "../../../electron/probes/common/wifiStrength.ts";
import type { WifiSecurity } from "../../../shared/facts/network.ts";

describe("how strong a Wi-Fi is", () => {
  it.each<[WifiSecurity, WifiSecurity, boolean]>([
    ["open", "wep", true],
    ["wep", "wpa", true],
    ["wpa", "wpa2-personal", true],
    ["wpa2-personal", "wpa2-wpa3-personal", false],
    ["wpa2-wpa3-personal", "wpa2-personal", false],
    ["wpa2-personal", "wpa3-personal", true],
    ["wpa3-personal", "enterprise", true],
    ["enterprise", "enterprise", false],
    // TKIP can be broken; OWE can be offered by anybody: each lacks what the other one has.
    ["wpa", "owe", true],
    ["owe", "wpa", true],
    ["owe", "open", false],
    ["owe", "wep", false],
    ["owe", "wpa2-personal", true],
  ])("%s in place of %s is weaker: %s", (now, then, weaker) => {
    expect(isWeakerThan(now, then)).toBe(weaker);
  });

  it("of several links the one that others read most easily counts", () => {
    const links = (["wpa3-personal", "owe", "wpa"] as const).map((security) => ({ security }));
    expect(worstOf(links)).toEqual({ security: "wpa" });
    expect(worstOf(links.slice(0, 2))).toEqual({ security: "owe" });
    expect(worstOf([])).toBeUndefined();
  });
});
