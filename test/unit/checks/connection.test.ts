import { describe, expect, it } from "vitest";
import type { LinkKind } from "../../../shared/facts/network.ts";
import { knownFact, verdictOf } from "../../support/builders.ts";

const leg = { target: "internet", address: "192.0.2.1", family: 4, via: { interface: "eth0", kind: "cable" } } as const;
const on = (kind: LinkKind) => knownFact("route", { legs: [leg], underlay: { interface: "eth0", kind } });

it.each(["cable", "wifi", "cellular"] as const)("a %s is named and passes", (kind) => {
  expect(verdictOf("connection", { facts: on(kind) })).toEqual({
    status: "pass",
    message: { key: "check.connection.connected", params: { kind: { key: `link.${kind}` } } },
  });
});

const named = (values: { readonly named: "home" | "tether" | null; readonly changes?: readonly ["other-gateway"] }) =>
  knownFact("network-history", { remembered: true, portalSeen: false, ...values, changes: [...(values.changes ?? [])] });

describe("what looks like a telephone", () => {
  it.each([
    ["nobody has named it", {}, undefined, "pass", "looksLikePhone"],
    ["the user named it", named({ named: "tether" }), undefined, "pass", "connected"],
    ["nobody has named it, and cables are refused", {}, ["tether"], "fail", "phoneUnproved"],
    ["the user named it, and cables are refused", named({ named: "tether" }), ["tether"], "pass", "connected"],
    ["the user named it, and it has changed", named({ named: "tether", changes: ["other-gateway"] }), ["tether"], "fail", "phoneUnproved"],
    ["the user named it home, and cables are refused", named({ named: "home" }), ["tether"], "fail", "phoneUnproved"],
    ["telephones are refused", named({ named: "tether" }), ["cable"], "fail", "refused"],
  ] as const)("%s", (_name, facts, acceptedKinds, status, key) => {
    const verdict = verdictOf("connection", { facts: { ...facts, ...on("tether") }, ...(acceptedKinds && { settings: { acceptedKinds } }) });
    expect(verdict).toMatchObject({ status, message: { key: `check.connection.${key}` }, ...(key === "phoneUnproved" && { minor: true }) });
  });
});

it.each([
  ["virtual", "virtual"],
  ["clear-tunnel", "unrecognised"],
  ["unrecognised", "unrecognised"],
  ["tunnel", "unrecognised"],
] as const)("a %s link is not taken for one that was recognised", (kind, message) => {
  expect(verdictOf("connection", { facts: on(kind) })).toMatchObject({ status: "unknown", message: { key: `check.connection.${message}` } });
});

it("accepts a virtual network where the policy says so", () => {
  expect(verdictOf("connection", { facts: on("virtual"), settings: { acceptedKinds: ["virtual"] } }).status).toBe("pass");
});

it("refuses a kind that the policy does not accept", () => {
  expect(verdictOf("connection", { facts: on("wifi"), settings: { acceptedKinds: ["cable"] } })).toMatchObject({
    status: "fail",
    message: { key: "check.connection.refused" },
    subject: "wifi",
  });
});

it("offline only warns: it is no danger by itself", () => {
  const facts = knownFact("route", { legs: [{ ...leg, via: null }], underlay: null });
  expect(verdictOf("connection", { facts })).toMatchObject({ status: "fail", minor: true, message: { key: "check.connection.offline" } });
});

it("traffic that leaves by a link nobody saw is could not check", () => {
  expect(verdictOf("connection", { facts: knownFact("route", { legs: [leg], underlay: null }) })).toMatchObject({
    status: "unknown",
    message: { key: "check.connection.hidden" },
  });
});
