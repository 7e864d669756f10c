import { describe, expect, it } from "vitest";
import { checks } from "../../../electron/checks/registry.ts";
import { parsePolicy } from "../../../electron/services/policy/parsePolicy.ts";
import { yamlExcess } from "../../../electron/services/policy/yamlBounds.ts";
import { bundledPolicyText } from "../../support/bundledPolicyText.ts";

const mebibyte = 1024 * 1024;
const filled = (part: string, head = "") => head + part.repeat(Math.floor((mebibyte - head.length) / part.length));
const numbered = (part: (index: number) => string, count: number) => Array.from({ length: count }, (_, index) => part(index)).join("");

describe("a text that is larger than any policy", () => {
  it.each([
    ["brackets", filled("["), /deeper/],
    ["lists in lists", filled("- "), /deeper/],
    ["keys in keys", filled("? "), /deeper/],
    ["braces", filled("{a: "), /deeper/],
    ["indented maps", numbered((index) => `${" ".repeat(index)}a:\n`, 1400), /deeper/],
    ["90,000 keys", numbered((index) => `k${index}: 1\n`, 90_000), /500 keys/],
    ["90,000 keys between braces", `{${numbered((index) => `k${index}: 1, `, 70_000)}}`, /brackets/],
    ["keys with question marks", numbered((index) => `? k${index}\n`, 90_000), /500 keys/],
    ["a list without an end", filled("- 1\n"), /5000 items/],
    ["anchors", numbered((index) => `k${index}: &a${index} 1\n`, 30_000), /500 keys/],
    ["aliases", `a: &a 1\nb: [${filled("*a, ").slice(0, 4000)}]\n`, /100 aliases/],
    ["comments", filled("#\n"), /pieces/],
    ["empty lines", filled("\n"), /pieces/],
  ])("is refused at its place, before anything is made of it: %s", (_, text, expected) => {
    const excess = yamlExcess(text);
    expect(excess?.detail).toMatch(expected);
    const parsed = parsePolicy(Buffer.from(text), checks);
    expect(parsed).toMatchObject({ ok: false, code: "not-yaml" });
    if (!parsed.ok) expect(parsed.problems).toHaveLength(1);
  });

  it.each([
    ["a plain text of many lines", filled("x\n  ", "a: ")],
    ["a quoted text that does not end", filled("x\n", 'a: "')],
    ["a quoted text of many lines", `${filled("x\n", 'a: "').slice(0, -8)}"`],
    ["a block of text", filled(" x\n", "a: |\n")],
    ["spaces", `a:${" ".repeat(1_000_000)}b`],
    ["tabs", filled("\t")],
    ["one quoted text", `a: "${"\\n".repeat(500_000)}"`],
    ["one word", filled("a")],
  ])("or is no policy all the same: %s", (_, text) => {
    expect(parsePolicy(Buffer.from(text), checks).ok).toBe(false);
  });
});

describe("a tag", () => {
  it.each(['revision: !!int "3"', "a: !x 1", "a: !!str 1", "!!map {a: 1}", "- !<tag:yaml.org,2002:int> 3"])(
    "is refused, known or not: %s",
    (text) => {
      expect(yamlExcess(`# first\n${text}\n`)?.detail).toContain("tags are not read");
      expect(parsePolicy(Buffer.from(`# first\n${text}\n`), checks)).toMatchObject({ ok: false, problems: [{ code: "not-yaml", line: 2 }] });
    },
  );
  it("is none inside of a text", () => {
    expect(yamlExcess('a: "!!int"\nb: x !y\nc: |\n  !!int 3\nd: wow!\n# !!int\n')).toBeNull();
  });
});

it("the default policy is far from every bound", () => {
  expect(yamlExcess(bundledPolicyText)).toBeNull();
  expect(yamlExcess(`${bundledPolicyText}\n${numbered((index) => `x${index}:\n  - a: [1, 2, 3]\n    b: {c: d}\n`, 400)}`)).toBeNull();
});
