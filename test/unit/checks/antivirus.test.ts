import { describe, expect, it } from "vitest";
import type { Facts, FactValue } from "../../../shared/facts/catalogue.ts";
import { unknown } from "../../../shared/observation.ts";
import { daysBefore, fact, knownFact, valuesInOrder, verdictOf } from "../../support/builders.ts";

type Product = FactValue<"antivirus">["products"][number];
const product = (state: Product["state"], age: number | null, name = "Guard"): Product => ({
  name,
  state,
  upToDate: null,
  definitionsAt: age === null ? null : daysBefore(age),
});
function on(...products: readonly Product[]) {
  const verdict = verdictOf("antivirus", { facts: knownFact("antivirus", { products: [...products] }) });
  return `${verdict.status}${verdict.status === "fail" && verdict.minor ? " (minor)" : ""}: ${verdict.message.key.replace("check.antivirus.", "")}`;
}

it("definitions: up to 3 days pass, up to 7 warn, older fail", () => {
  expect(on(product("on", 0))).toBe("pass: current");
  expect(on(product("on", 3))).toBe("pass: current");
  expect(on(product("on", 3.01))).toBe("fail (minor): aging");
  expect(on(product("on", 7))).toBe("fail (minor): aging");
  expect(on(product("on", 7.01))).toBe("fail: outdated");
});
it.each(["off", "passive"] as const)("a product that is %s does not count, however new", (state) => {
  expect(on(product(state, 0))).toBe("fail: off");
});
it("an expired product does not count, and it is said", () => {
  expect(on(product("expired", 0))).toBe("fail: expired");
});
it("one that is on and current is enough beside others that are not", () => {
  expect(on(product("off", 0), product("expired", 0), product("on", 1))).toBe("pass: current");
});
it("new definitions of a product that is off do not help one that is on with old ones", () => {
  expect(on(product("off", 0), product("on", 30))).toBe("fail: outdated");
});
it("a product that does not tell the age of its definitions warns, and never passes", () => {
  expect(on(product("on", null))).toBe("fail (minor): ageUnknown");
  expect(on(product("on", -30))).toBe("fail (minor): ageUnknown");
  expect(on(product("on", null), product("on", 1, "Other"))).toBe("pass: current");
});

it("where the age cannot be seen, its own word on being current counts", () => {
  const said = (upToDate: boolean, age: number | null = null, name = "Guard") => ({ ...product("on", age, name), upToDate });
  expect(on(said(true))).toBe("pass: upToDate");
  expect(on(said(false))).toBe("fail: notUpToDate");
  expect(on(said(false), said(true, null, "Other"))).toBe("pass: upToDate");
  expect(on(said(true, -30))).toBe("fail (minor): ageUnknown");
  expect(on(said(false, -30))).toBe("fail: notUpToDate");
});
it("its date goes before its own word, except that one which calls itself old is not current", () => {
  const said = (upToDate: boolean, age: number) => ({ ...product("on", age), upToDate });
  expect(on(said(true, 8))).toBe("fail: outdated");
  expect(on(said(true, 4))).toBe("fail (minor): aging");
  expect(on(said(false, 1))).toBe("fail (minor): aging");
});

it("XProtect, which Apple renews every few weeks, has limits of its own; beside another product it changes nothing", () => {
  expect(on(product("on", 45, "XProtect"))).toBe("pass: current");
  expect(on(product("on", 46, "XProtect"))).toBe("fail (minor): aging");
  expect(on(product("on", 90, "XProtect"))).toBe("fail (minor): aging");
  expect(on(product("on", 91, "XProtect"))).toBe("fail: outdated");
  expect(on(product("off", 1, "XProtect"))).toBe("fail: off");
  expect(on(product("on", 20, "XProtect 2"))).toBe("fail: outdated");
});

it("a product whose program is gone does not count, and it is said which", () => {
  expect(on(product("missing", 0))).toBe("fail: missing");
  expect(on(product("off", 0, "Other"), product("missing", 0))).toBe("fail: missing");
  expect(on(product("missing", 0), product("on", 0, "Other"))).toBe("pass: current");
  const facts = knownFact("antivirus", { products: [product("missing", 0, "Ghost"), product("off", 0, "Defender")] });
  expect(verdictOf("antivirus", { facts })).toMatchObject({ message: { params: { names: "Ghost" } } });
});

describe("none at all is what the rule says of the OS", () => {
  const release = (name: string) => knownFact("os-release", { ...valuesInOrder["os-release"], product: name });
  const none = (os: Facts, absent?: object) =>
    verdictOf("antivirus", { facts: { ...knownFact("antivirus", { products: [] }), ...os }, ...(absent ? { settings: { absent } } : {}) });
  it.each([
    ["windows-11", "fail"],
    ["windows-10", "fail"],
    ["macos", "fail"],
    ["debian", "not-applicable"],
    ["some-linux-of-tomorrow", "not-applicable"],
  ])("by default %s: %s", (name, status) => {
    expect(none(release(name)).status).toBe(status);
  });
  it("a rule that asks for one on Linux is not met, with a remedy", () => {
    expect(none(release("ubuntu"), { linux: "fail" })).toMatchObject({ status: "fail", message: { key: "check.antivirus.none" }, remedy: "install" });
    expect(none(release("macos"), { linux: "fail", macos: "not-applicable" }).message.key).toBe("check.antivirus.notAsked");
  });
  it("on an OS that could not be seen only what holds on all of them is certain", () => {
    const unseen: Facts = { "os-release": fact("os-release", unknown("timeout", "")) };
    expect(none(unseen)).toMatchObject({ status: "unknown", reason: "timeout" });
    expect(none(unseen, { linux: "fail" }).status).toBe("fail");
  });
});
