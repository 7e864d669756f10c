import { describe, expect, it } from "vitest";
import { decide } from "../../../electron/checks/decide.ts";
import { checks } from "../../../electron/checks/registry.ts";
import { codedDay, dayMeant } from "../../../electron/services/helpdesk/codeDay.ts";
import { type CodeContent, writeCode } from "../../../electron/services/helpdesk/codeLayout.ts";
import { helpdeskCodeOf } from "../../../electron/services/helpdesk/helpdeskCode.ts";
import { readCode } from "../../../electron/services/helpdesk/readCode.ts";
import { checkNumbers, checkOfNumber, noCheck, ownRecords, unnumberedCheck } from "../../../shared/checks/numbers.ts";
import { questionsIn } from "../../../shared/findingOrder.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { decisionInput, fact, factsInOrder } from "../../support/builders.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const today = new Date("2026-11-24T12:00:00Z");
const content: CodeContent = {
  light: "stop",
  worst: [
    { number: 3, unseen: false },
    { number: 4, unseen: false },
    { number: 16, unseen: true },
  ],
  policyRevision: 12,
  // 23 November 2026: January to October have 304 days.
  day: 326,
  mark: 0x5a,
};

/** The product of two elements of GF(32), bit by bit, reduced by x⁵ + x² + 1 at the end. */
function product(a: number, b: number): number {
  let result = 0;
  for (let bit = 0; bit < 5; bit++) if ((b >> bit) & 1) result ^= a << bit;
  for (let bit = 8; bit >= 5; bit--) if ((result >> bit) & 1) result ^= 0b100101 << (bit - 5);
  return result;
}

describe("the layout of the code", () => {
  it("is what docs/helpdesk-guide.md says, bit by bit, with a check character over GF(32)", () => {
    const bits = ["0", "11", "000011", "0", "000100", "0", "010000", "1", "000000001100", "00101000110", "01011010"].join("");
    expect(bits).toHaveLength(55);
    const values = bits.match(/.{5}/g)?.map((five) => Number.parseInt(five, 2)) ?? [];
    // Powers of α (2): the last of the eleven has α¹, the first α¹¹.
    const powers = Array.from({ length: 11 }, (_, index) => Array.from({ length: 11 - index }).reduce<number>((power) => product(power, 2), 1));
    expect(new Set([1, ...powers]).size).toBe(12);
    const check = values.reduce((sum, value, index) => sum ^ product(value, powers[index] ?? 0), 0);
    const text = [...values, check].map((value) => alphabet[value]).join("");
    expect(writeCode(content)).toBe(text.replace(/^(....)(....)/, "$1-$2-"));
  });

  it("is read back", () => {
    expect(readCode(writeCode(content), today)).toEqual({
      ok: true,
      code: writeCode(content),
      light: "stop",
      worst: [
        { kind: "check", checkId: "wifi-security", unseen: false },
        { kind: "check", checkId: "vpn", unseen: false },
        { kind: "check", checkId: "firewall", unseen: true },
      ],
      policyRevision: 12,
      day: new Date("2026-11-23T00:00:00Z"),
    });
  });
});

describe("a code as it was said or typed", () => {
  // One that has a 1 and a 0, for the letters that are heard for them.
  const code = Array.from({ length: 256 }, (_, mark) => writeCode({ ...content, mark })).find((one) => one.includes("1") && one.includes("0")) ?? "";
  const plain = code.replaceAll("-", "");
  it.each([
    ["lower case", code.toLowerCase()],
    ["no hyphens", plain],
    ["spaces between", [...plain].join(" ")],
    [
      "other dashes, and the long vowel mark of a Japanese keyboard",
      `${plain.slice(0, 3)}—${plain.slice(3, 6)}ー${plain.slice(6, 9)}－${plain.slice(9)}`,
    ],
    ["full width", [...code].map((one) => (one === "-" ? "‐" : String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))).join("")],
    ["O for 0", code.replaceAll("0", "O")],
    ["I and l for 1", code.replace("1", "I").replaceAll("1", "l")],
  ])("is read: %s", (_name, typed) => {
    expect(typed).not.toBe(code);
    expect(readCode(typed, today)).toMatchObject({ ok: true, code });
  });

  it("says which kind of mistake it is", () => {
    expect(readCode(plain.slice(0, 11), today)).toEqual({ ok: false, mistake: "length", given: 11 });
    expect(readCode("", today)).toEqual({ ok: false, mistake: "length", given: 0 });
    expect(readCode(`${plain.slice(0, 2)}U${plain.slice(3)}`, today)).toEqual({ ok: false, mistake: "character", character: "U", place: 3 });
    expect(readCode(`${plain.slice(0, 2)}あ${plain.slice(3)}`, today)).toEqual({ ok: false, mistake: "character", character: "あ", place: 3 });
    // A sum that is right around no light at all, and the layout of a later version.
    expect(readCode("0000-0000-0000", today)).toEqual({ ok: false, mistake: "meaning" });
  });
});

describe("the table of numbers", () => {
  it("has a number of its own for every check, from 1 to 61", () => {
    for (const { id } of checks) expect(checkNumbers[id], id).toBeDefined();
    const numbers = Object.values(checkNumbers);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => Number.isInteger(number) && number > noCheck && number < ownRecords)).toBe(true);
  });

  it("still gives the numbers of the first code that went out", () => {
    expect([1, 3, 19, 28].map(checkOfNumber)).toEqual(["connection", "wifi-security", "disk-encryption", "rules-accepted"]);
    expect([checkOfNumber(unnumberedCheck), checkOfNumber(61)]).toEqual([null, null]);
  });
});

describe("the day", () => {
  it("is the newest one that the code can mean, tomorrow at the latest", () => {
    expect(codedDay(new Date("2026-01-01T23:59:59Z"))).toBe(0);
    expect(dayMeant(codedDay(new Date("2026-11-25T01:00:00Z")), today)).toEqual(new Date("2026-11-25T00:00:00Z"));
    // 2048 days after 1 January 2026 the numbers begin again.
    expect(codedDay(new Date("2031-08-11T00:00:00Z"))).toBe(0);
    expect(dayMeant(0, new Date("2031-08-12T00:00:00Z"))).toEqual(new Date("2031-08-11T00:00:00Z"));
    expect(dayMeant(0, new Date("2031-08-09T00:00:00Z"))).toEqual(new Date("2026-01-01T00:00:00Z"));
  });

  it("is no day when it would lie before the first or too far ahead", () => {
    expect(dayMeant(codedDay(new Date("2026-11-26T00:00:00Z")), today)).toBeNull();
  });
});

describe("the code of a run", () => {
  const isQuestion = questionsIn(checks);
  const policy = { digest: `sha256-${"1".repeat(64)}`, revision: 4097 };
  const judged = (facts = {}, integrity: Parameters<typeof decisionInput>[0] = {}) =>
    decide(checks, decisionInput({ facts: factsInOrder(facts), ...integrity }));
  const now = new Date("2026-11-22T00:00:00.000Z");
  const spoiled = {
    "disk-encryption": fact(
      "disk-encryption",
      known({ volumes: [{ role: "system", mount: "/", state: "not-encrypted", method: null }], removable: [] }),
    ),
    firewall: fact("firewall", unknown("needs-admin", "nft")),
  } as const;

  it("names the light, what is wrong before what could not be seen, the policy and the day", () => {
    const read = readCode(helpdeskCodeOf({ id: "one" }, now, policy, judged(spoiled), isQuestion), today);
    expect(read).toMatchObject({ ok: true, light: "stop", policyRevision: 1, day: new Date("2026-11-22T00:00:00Z") });
    expect(read.ok ? read.worst : []).toEqual([
      { kind: "check", checkId: "disk-encryption", unseen: false },
      { kind: "check", checkId: "firewall", unseen: true },
    ]);
  });

  it("names nothing when all is in order, and own records in doubt before everything", () => {
    expect(readCode(helpdeskCodeOf({ id: "one" }, now, policy, judged(), isQuestion), today)).toMatchObject({ light: "go", worst: [] });
    const doubt = judged(spoiled, { integrity: [{ kind: "policy-refused", detail: "" }] });
    expect(readCode(helpdeskCodeOf({ id: "one" }, now, policy, doubt, isQuestion), today)).toMatchObject({
      light: "stop",
      worst: [{ kind: "own-records" }, { kind: "check", checkId: "disk-encryption" }, { kind: "check", checkId: "firewall" }],
    });
  });

  it("tells a check without a number from none", () => {
    const { findings, decision } = judged(spoiled);
    const renamed = findings.map((finding) => (finding.checkId === "disk-encryption" ? { ...finding, checkId: "brand-new" } : finding));
    expect(readCode(helpdeskCodeOf({ id: "one" }, now, policy, { findings: renamed, decision }, isQuestion), today)).toMatchObject({
      worst: [{ kind: "other", unseen: false }, { checkId: "firewall" }],
    });
  });

  it("is another one for another run of the same day, mostly", () => {
    const codes = new Set(Array.from({ length: 40 }, (_, run) => helpdeskCodeOf({ id: `run-${run}` }, now, policy, judged(spoiled), isQuestion)));
    expect(codes.size).toBeGreaterThan(30);
  });
});
