import { describe, expect, it } from "vitest";
import { opensEverything } from "../../../electron/probes/windows/firewallRules.ts";
import { isThere } from "../../../electron/probes/windows/securityProducts.ts";

// The shape of [MS-GPFAS] 2.2.2: a version, then fields between bars.
const rule = (fields: string, from: "local" | "policy" | "mdm" = "local") => [
  { from, rule: `v2.31|Action=Allow|Active=TRUE|Dir=In|${fields}Name=x|` },
];

describe("a rule that lets everything in", () => {
  it.each([
    ["", ["domain", "private", "public"]],
    ["Profile=Public|", ["public"]],
    ["Profile=Private|Profile=Public|", ["private", "public"]],
    ["Protocol=6|", ["domain", "private", "public"]],
    ["Protocol=17|Profile=Domain|", ["domain"]],
    ["RA4=0.0.0.0-255.255.255.255|Profile=Public|", ["public"]],
    ["RA42=LocalSubnet|RA62=LocalSubnet|", ["public"]],
    ["Edge=TRUE|Profile=Public|Desc=x=y|", ["public"]],
    ["Protocol=1|", []],
    ["LPort=22|Protocol=6|", []],
    ["App=C:\\\\x.exe|", []],
    ["RA4=192.0.2.7|", []],
    ["LUAuth=O:LSD:|", []],
    ["SomethingNew=1|", []],
  ])("%s is one for %j", (fields, expected) => {
    const found = (["domain", "private", "public"] as const).filter((scope) => opensEverything(rule(fields), scope, true));
    expect(found).toEqual(expected);
  });
  it("counts only while it is active, allows and is about what comes in", () => {
    for (const text of [
      "v2.31|Action=Block|Active=TRUE|Dir=In|",
      "v2.31|Action=Allow|Active=FALSE|Dir=In|",
      "v2.31|Action=Allow|Active=TRUE|Dir=Out|",
      "",
    ]) {
      expect(opensEverything([{ from: "local", rule: text }], "public", true)).toBe(false);
    }
  });
  it("of the PC itself counts only where the policy lets such rules count", () => {
    expect(opensEverything(rule(""), "public", false)).toBe(false);
    expect(opensEverything(rule("", "policy"), "public", false)).toBe(true);
    expect(opensEverything(rule("", "mdm"), "public", false)).toBe(true);
  });
});

describe("the program of a registered product", () => {
  const product = (productThere: boolean | null | undefined, reportingThere: boolean | null | undefined) =>
    isThere({
      name: "x",
      state: 266_240,
      ...(productThere === undefined ? {} : { productThere }),
      ...(reportingThere === undefined ? {} : { reportingThere }),
    });
  it.each([
    [true, true, true],
    [true, null, true],
    [null, true, true],
    [false, false, false],
    [null, false, false],
    [true, false, null],
    [false, true, null],
    [null, null, null],
    [undefined, undefined, undefined],
  ])("product %s, reporting %s: %s", (productThere, reportingThere, expected) => {
    expect(product(productThere, reportingThere)).toBe(expected);
  });
});
