import { expect, it } from "vitest";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { daysBefore, knownFact, verdictOf } from "../../support/builders.ts";

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
