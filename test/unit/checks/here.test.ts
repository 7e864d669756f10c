import { describe, expect, it } from "vitest";
import { hereOf } from "../../../electron/checks/here.ts";
import type { Facts, FactValue } from "../../../shared/facts/catalogue.ts";
import type { LinkKind } from "../../../shared/facts/network.ts";
import { unknown } from "../../../shared/observation.ts";
import { fact, factsInOrder, here, knownFact, valuesInOrder } from "../../support/builders.ts";

const history = (named: FactValue<"network-history">["named"], changes: FactValue<"network-history">["changes"] = []) =>
  knownFact("network-history", { remembered: true, named, portalSeen: false, changes });
const on = (kind: LinkKind) =>
  knownFact("route", { legs: [{ target: "internet", address: "192.0.2.1", family: 4, via: null }], underlay: { interface: "if0", kind } });
const iphone = knownFact("gateway", {
  ...valuesInOrder.gateway,
  gateways: [{ interface: "if0", address: "172.20.10.1", mac: "a4:12:42:00:53:01" }],
});
const stands = (facts: Facts, networkId: string | null = "net-home") => hereOf({ ...here, facts: factsInOrder(facts), networkId }).standsStill;

describe("the same network proves the same place", () => {
  it("where the network stays where it is", () => {
    for (const kind of ["wifi", "cable", "virtual"] as const) expect(stands({ ...on(kind), ...history(null) })).toBe(true);
    const { "network-history": _, ...others } = factsInOrder(on("wifi"));
    expect(hereOf({ ...here, facts: others })).toEqual({ ...here, standsStill: true });
  });
  it("not on a line that comes along into the café", () => {
    expect(stands({ ...on("cellular"), ...history("home") })).toBe(false);
    expect(stands({ ...on("tether"), ...history(null) })).toBe(false);
    expect(stands({ ...on("wifi"), ...history("tether") })).toBe(false);
    expect(stands({ ...on("wifi"), ...iphone, ...history(null) })).toBe(false);
  });
  it("when the person named it home: a dock looks like a telephone", () => {
    expect(stands({ ...on("tether"), ...history("home") })).toBe(true);
    expect(stands({ ...on("tether"), ...history("home", ["other-gateway"]) })).toBe(false);
  });
  it("not where what would show a line that moves could not be seen, nor where no network is known", () => {
    expect(stands(history(null), null)).toBe(false);
    for (const id of ["route", "gateway", "network-history"] as const)
      expect(stands({ ...on("wifi"), [id]: fact(id, unknown("failed", "")) })).toBe(false);
  });
});
