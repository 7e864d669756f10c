import { describe, expect, it } from "vitest";
import { checks } from "../../../electron/checks/registry.ts";
import { parsePolicy } from "../../../electron/services/policy/parsePolicy.ts";
import { bundledPolicyText } from "../../support/bundledPolicyText.ts";

const problemsOf = (text: string) => {
  const parsed = parsePolicy(new TextEncoder().encode(text), checks);
  return parsed.ok ? parsed.doubts : parsed.problems;
};
function edited(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`not in the default policy: ${from}`);
  return text.replace(from, to);
}
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
/** Each edit with a piece of text on the line that must be named. */
const eight = [
  { from: "validity:\n", to: "validty: 1\nvalidity:\n", at: "validty:", kind: "unknown-key", suggestion: "validity" },
  { from: "  firewall:\n", to: "  firewal:\n", at: "  firewal:\n", kind: "unknown-check", suggestion: "firewall" },
  {
    from: "  connection:\n    level: recommended",
    to: "  connection:\n    level: recomended",
    at: "recomended",
    kind: "choice",
    suggestion: "recommended",
  },
  { from: "maxMinutes: 15", to: "maxMinutes: 5", at: "warnMinutes: 10", kind: "contradiction", suggestion: undefined },
  { from: "warnDays: 3", to: "warnDay: 3", at: "warnDay: 3", kind: "unknown-key", suggestion: "warnDays" },
  { from: "warnDays: 14", to: "warnDays: soon", at: "warnDays: soon", kind: "type", suggestion: undefined },
  { from: "revision: 1\n", to: "revision: 0\n", at: "revision: 0", kind: "least", suggestion: undefined },
] as const;

describe("the mistakes of a policy", () => {
  it("are named all at once, each at its own line and with the word that was meant", () => {
    const withVpn = `${bundledPolicyText.replace(/^network:\n(?: .*\n|\n)*/m, "")}\nnetwork:\n  vpnProducts: ["Globalprotec"]\n`;
    const text = eight.reduce((result, { from, to }) => edited(result, from, to), withVpn);
    const expected = [
      ...eight.map(({ at, kind, suggestion }) => ({ line: lineOf(text, at), kind, suggestion })),
      { line: lineOf(text, "Globalprotec"), kind: "unknown-product", suggestion: "GlobalProtect" },
    ].sort((a, b) => a.line - b.line);
    expect(problemsOf(text).map(({ line, mistake }) => ({ line, kind: mistake?.kind, suggestion: mistake?.suggestion }))).toEqual(expected);
  });
  it("are none in the default policy", () => {
    expect(problemsOf(bundledPolicyText)).toEqual([]);
  });
  it("are one for one tab", () => {
    const text = edited(bundledPolicyText, "  firewall:\n    level", "  firewall:\n\tlevel");
    const problems = problemsOf(text);
    expect(problems.map(({ line, mistake }) => [line, mistake?.kind])).toEqual([[lineOf(text, "\tlevel"), "tab"]]);
  });
  it("are only that it is newer where it was made for a newer version", () => {
    const text = edited(bundledPolicyText, "schema: preflight-policy/1", "schema: preflight-policy/2\nnovelty: 1");
    expect(problemsOf(text)).toEqual([expect.objectContaining({ path: "schema", mistake: expect.objectContaining({ kind: "newer" }) })]);
  });
  it.each([
    ["warnDays: 3\n      failDays: 7", "warnDays: 8\n      failDays: 7", "rules.antivirus.settings.warnDays", "contradiction"],
    ["builtInWarnDays: 45", "builtInWarnDays: 91", "rules.antivirus.settings.builtInWarnDays", "contradiction"],
    ["maxMinutes: 15", "maxMinutes: 61", "rules.screen-lock.settings.maxMinutes", "most"],
    ["revision: 1\n", "", "revision", "missing"],
    ["revision: 1\n", "revision: 1\nrevision: 1\n", "", "duplicate-key"],
    [
      "validity:\n",
      "guardedApps:\n  - { id: mail, title: { ja: あ, en: a }, activity: mobile-mial, programs: [a] }\nvalidity:\n",
      "guardedApps.0.activity",
      "unknown-activity",
    ],
  ])("say what is wrong where %j becomes %j", (from, to, path, kind) => {
    expect(problemsOf(edited(bundledPolicyText, from, to))).toContainEqual(
      expect.objectContaining({ path, mistake: expect.objectContaining({ kind }) }),
    );
  });
  it("do not take a policy in use away where it only contradicts itself", () => {
    const text = edited(bundledPolicyText, "maxMinutes: 15", "maxMinutes: 5");
    expect(parsePolicy(new TextEncoder().encode(text), checks)).toMatchObject({
      ok: true,
      doubts: [{ path: "rules.screen-lock.settings.warnMinutes" }],
    });
  });
  it("are compared with what was meant a hundred times at most, however many there are", () => {
    const many = Array.from({ length: 4_900 }, (_, index) => `antivirus-${index}`).join(", ");
    expect(problemsOf(edited(bundledPolicyText, "checks: [antivirus,", `checks: [${many}, antivirus,`))).toHaveLength(100);
    const guarded = Array.from({ length: 2_000 }, (_, index) => `  - { activity: mobile-${index} }`).join("\n");
    const doubts = problemsOf(`${bundledPolicyText}\nguardedApps:\n${guarded}\n`).filter(({ mistake }) => mistake?.kind === "unknown-activity");
    expect(doubts).toHaveLength(32);
  });
});
