import { describe, expect, it } from "vitest";
import { checks } from "../../../electron/checks/registry.ts";
import { maxPolicyBytes } from "../../../electron/services/policy/limits.ts";
import { parsePolicy, policyDigest } from "../../../electron/services/policy/parsePolicy.ts";
import { bundledPolicyText } from "../../support/bundledPolicyText.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parsePolicy(bytes(text), checks);
/** The default policy with one piece of its text replaced; the piece must be there. */
function edited(from: string, to: string): string {
  if (!bundledPolicyText.includes(from)) throw new Error(`not in the default policy: ${from}`);
  return bundledPolicyText.replace(from, to);
}
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
function problemsOf(text: string) {
  const parsed = parse(text);
  if (parsed.ok) throw new Error("was accepted");
  return parsed;
}

describe("bytes that are no policy", () => {
  it("more than 1 MiB are not read, exactly 1 MiB are", () => {
    const padded = (size: number) => bytes(`${bundledPolicyText}\n#${" ".repeat(size - bytes(bundledPolicyText).byteLength - 2)}`);
    expect(padded(maxPolicyBytes).byteLength).toBe(1024 * 1024);
    expect(parsePolicy(padded(maxPolicyBytes), checks).ok).toBe(true);
    expect(parsePolicy(padded(maxPolicyBytes + 1), checks)).toMatchObject({ ok: false, code: "oversize" });
  });
  it("text that is not UTF-8 is refused", () => {
    expect(parsePolicy(new Uint8Array([0x73, 0x83, 0x65]), checks)).toMatchObject({ ok: false, code: "not-utf8" });
  });
  it.each([
    ["a broken bracket", "rules: [", "not-yaml"],
    ["two documents", "a: 1\n---\nb: 2\n", "not-yaml"],
    ["a tag of another program", "schema: !!js/function 'x'\n", "not-yaml"],
    ["a custom tag", "schema: !command 'x'\n", "not-yaml"],
    ["a YAML 1.1 directive", "%YAML 1.1\n---\nschema: x\n", "not-yaml"],
    ["nothing", "", "invalid"],
    ["a word", "hello", "invalid"],
    ["a list", "- 1\n", "invalid"],
  ])("%s is refused", (_name, text, code) => {
    expect(parse(text)).toMatchObject({ ok: false, code });
  });
  it("nesting deeper than any stack is refused, not thrown", () => {
    expect(parse("[".repeat(200_000))).toMatchObject({ ok: false, code: "not-yaml" });
  });
  it("a file that grows through aliases is refused", () => {
    const levels = Array.from(
      { length: 9 },
      (_, index) => `l${index + 1}: &l${index + 1} [${Array.from({ length: 9 }, () => `*l${index}`).join(", ")}]`,
    );
    expect(parse(`l0: &l0 [x, x]\n${levels.join("\n")}\n`)).toMatchObject({ ok: false, code: "not-yaml" });
  });
  it("a key that is there twice is refused, with its line", () => {
    const text = edited("revision: 1\n", "revision: 1\nrevision: 2\n");
    const { code, problems } = problemsOf(text);
    expect(code).toBe("not-yaml");
    expect(problems.map(({ line }) => line)).toContain(lineOf(text, "revision: 2"));
  });
});

describe("a policy that says something wrong", () => {
  it.each([
    ["a check that does not exist", "  firewall:\n", "  fire-wall:\n", "rules.fire-wall", "unknown-check"],
    [
      "a check that does not exist, in a measure",
      "checks: [antivirus, os-protection,",
      "checks: [anti-virus, os-protection,",
      "measures.0.answer.0.checks",
      "unknown-check",
    ],
    ["a setting of the wrong type", "maxMinutes: 15", "maxMinutes: soon", "rules.screen-lock.settings.maxMinutes", "settings"],
    ["a setting out of its limits", "maxMinutes: 15", "maxMinutes: 0", "rules.screen-lock.settings.maxMinutes", "settings"],
    ["a setting that the check does not know", "maxMinutes: 15", "maxminutes: 15", "rules.screen-lock.settings.maxminutes", "settings"],
    ["work on a forbidden class", "    class: public\n", "    class: restricted\n", "activities.0.class", "forbidden-class"],
    ["approvals that nobody could sign", "exceptions:\n", "exceptions:\n  approval: { by: [signed] }\n", "exceptions.approval.by", "no-effect"],
    ["an id used twice", "- id: mobile-mail", "- id: public-research", "activities.2.id", "duplicate-id"],
    [
      "grace where nothing is required",
      "  device-identity:\n    level: recommended",
      "  device-identity:\n    level: recommended\n    graceDays: 3",
      "rules.device-identity.graceDays",
      "no-effect",
    ],
    [
      "a condition where nothing is required",
      "  device-identity:\n    level: recommended",
      "  device-identity:\n    level: recommended\n    requiredFor: { dataOnDevice: true }",
      "rules.device-identity.requiredFor",
      "no-effect",
    ],
    ["a level that does not exist", "level: recommended", "level: nice", "rules.connection.level", "shape"],
    ["a command", "validity:\n", "command: rm\nvalidity:\n", "command", "shape"],
    ["a missing risk", "  human-error:\n    title", "  human-errors:\n    title", "risks.human-error", "shape"],
    ["off as YAML 1.1 writes it is still the word off", 'otherwise: "off"', "otherwise: false", "rules.vpn.otherwise", "shape"],
  ])("%s is refused, and where is said", (_name, from, to, path, code) => {
    const { code: outcome, problems } = problemsOf(edited(from, to));
    expect(outcome).toBe("invalid");
    expect(problems).toContainEqual(expect.objectContaining({ path, code }));
  });
  it("every problem has the line of its field", () => {
    const text = edited("maxMinutes: 15", "maxMinutes: soon");
    expect(problemsOf(text).problems).toEqual([expect.objectContaining({ line: lineOf(text, "maxMinutes: soon") })]);
    const activity = edited("    class: public\n", "    class: restricted\n");
    expect(problemsOf(activity).problems).toEqual([expect.objectContaining({ line: lineOf(activity, "class: restricted") })]);
  });
  it("all problems are named at once", () => {
    expect(problemsOf(edited("maxMinutes: 15", "maxMinutes: soon").replace("warnMinutes: 10", "warnMinutes: 0")).problems).toHaveLength(2);
  });
  it("a policy under which nothing would be measured is refused", () => {
    const text = bundledPolicyText.replace(/^rules:\n[\s\S]*?^exceptions:/m, "rules:\n  surroundings: { level: required }\n\nexceptions:");
    expect(problemsOf(text).problems).toEqual([expect.objectContaining({ code: "nothing-checked", path: "rules" })]);
  });
});

describe("a policy that is fine", () => {
  it("comes with the digest of exactly its bytes", () => {
    const parsed = parse(bundledPolicyText);
    // sha256 of "abc" from FIPS 180-4, example B.1.
    expect(policyDigest(bytes("abc"))).toBe("sha256-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(parsed).toMatchObject({ ok: true, digest: policyDigest(bytes(bundledPolicyText)) });
  });
  it("may begin with a byte order mark, as Windows editors write it", () => {
    expect(parsePolicy(bytes(`\uFEFF${bundledPolicyText}`), checks).ok).toBe(true);
  });
  it("may leave checks out: they are off, and settings have their values", () => {
    const text = bundledPolicyText.replace(/^ {2}firewall:\n(?: {4}.*\n)+/m, "").replace("      maxMinutes: 15\n", "");
    const parsed = parse(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.policy.rules["firewall"]).toMatchObject({ level: "off" });
    expect(parsed.policy.rules["screen-lock"]?.settings).toEqual({ maxMinutes: 15, warnMinutes: 10 });
  });
});
