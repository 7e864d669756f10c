import { describe, expect, it } from "vitest";
import { notApplicable, unknown } from "../../../shared/observation.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import { companyPolicy, daysBefore, decideOn, exception, fact, factsInOrder, knownFact, now, withRules } from "../../support/builders.ts";

/** A policy with the rules of these checks alone, and one activity: confidential files on the PC. */
function policyOf(rules: Parameters<typeof withRules>[1]): Policy {
  const base = companyPolicy();
  const policy = withRules({ ...base, rules: {} }, rules);
  return { ...policy, activities: base.activities.filter(({ id }) => id === "confidential-files") };
}
const restart = knownFact("restart-pending", { pending: true, since: null, because: [] });
const diskOff = knownFact("disk-encryption", { volumes: [{ role: "system", mount: "/", state: "not-encrypted", method: null }] });
const required = { level: "required" } as const;

describe("what counts as measured", () => {
  const policy = policyOf({ "restart-pending": { level: "recommended" } });
  it("nothing but what does not apply is stop", () => {
    const facts = factsInOrder({ "restart-pending": fact("restart-pending", notApplicable("virtual")) });
    expect(decideOn({ policy, facts }).decision).toMatchObject({ light: "stop", coverage: { evaluated: 0, skipped: 1 } });
  });
  it("could not check is no measurement either, so that it cannot be better than does not apply", () => {
    const facts = factsInOrder({ "restart-pending": fact("restart-pending", unknown("timeout", "")) });
    expect(decideOn({ policy, facts }).decision).toMatchObject({ light: "stop", coverage: { evaluated: 0, unknown: 1 } });
    expect(decideOn({ policy, facts, exceptions: [exception("restart-pending")] }).decision.light).toBe("stop");
  });
  it("a declaration alone opens nothing", () => {
    expect(decideOn({ policy: policyOf({ surroundings: required }) }).decision).toMatchObject({
      light: "stop",
      coverage: { evaluated: 0, declared: 1 },
    });
  });
});

describe("grace", () => {
  const policy = policyOf({ "restart-pending": { ...required, graceDays: 3 } });
  const given = { policy, facts: factsInOrder(restart) };
  it("counts from the first failure, and its end ends the decision", () => {
    const since = daysBefore(2.99);
    const { findings, decision } = decideOn({ ...given, failingSince: { "restart-pending": since } });
    expect(findings).toMatchObject([{ outcome: "grace", since, resolveBefore: daysBefore(-0.01) }]);
    expect(decision).toMatchObject({ light: "caution", validUntil: daysBefore(-0.01) });
  });
  it("is over at its end", () => {
    expect(decideOn({ ...given, failingSince: { "restart-pending": daysBefore(3) } }).decision.light).toBe("stop");
  });
  it("is never for what could not be seen", () => {
    const facts = factsInOrder({ "restart-pending": fact("restart-pending", unknown("timeout", "")) });
    const more = { ...policy, rules: { ...policy.rules, ...policyOf({ firewall: required }).rules } };
    expect(decideOn({ policy: more, facts }).findings).toMatchObject([{ outcome: "block" }, { checkId: "firewall", outcome: "ok" }]);
  });
  it("begins now at the latest, whatever date was kept", () => {
    const { findings } = decideOn({ ...given, failingSince: { "restart-pending": daysBefore(-300) } });
    expect(findings).toMatchObject([{ outcome: "grace", since: now.toISOString(), resolveBefore: daysBefore(-3) }]);
  });
});

describe("exceptions", () => {
  const policy = policyOf({ "disk-encryption": required });
  const facts = factsInOrder(diskOff);
  const lightWith = (parts: Parameters<typeof exception>[1], changed: Parameters<typeof decideOn>[0] = {}) =>
    decideOn({ policy, facts, exceptions: [exception("disk-encryption", parts)], ...changed }).decision.light;

  it("cover a failure with caution, and their end ends the decision", () => {
    const { findings, decision } = decideOn({ policy, facts, exceptions: [exception("disk-encryption", { endsAt: daysBefore(-0.05) })] });
    expect(findings).toMatchObject([{ outcome: "excepted", exceptionId: "EX-0000000A", verdict: { status: "fail" } }]);
    expect(decision.clearances).toMatchObject([{ light: "caution", exceptions: ["EX-0000000A"], cautionedBy: ["disk-encryption"], blockedBy: [] }]);
    expect(decision.validUntil).toBe(daysBefore(-0.05));
  });
  it("are held to this run's policy: one without an approver or with too short a reason opens nothing, whatever policy it was made under", () => {
    expect(lightWith({ approver: undefined, ticket: "T-1" })).toBe("caution");
    expect(lightWith({ approver: undefined, ticket: undefined })).toBe("stop");
    expect(lightWith({ reason: "x".repeat(policy.exceptions.minReasonLength) })).toBe("caution");
    expect(lightWith({ reason: `  ${"x".repeat(policy.exceptions.minReasonLength - 1)}  ` })).toBe("stop");
  });
  it("end at the policy's maximum even when the file says later, and so does the decision", () => {
    expect(lightWith({ createdAt: daysBefore(13.99), endsAt: daysBefore(-300) })).toBe("caution");
    expect(lightWith({ createdAt: daysBefore(14), endsAt: daysBefore(-300) })).toBe("stop");
    const { decision } = decideOn({
      policy,
      facts,
      exceptions: [exception("disk-encryption", { createdAt: daysBefore(13.99), endsAt: daysBefore(-300) })],
    });
    expect(decision.validUntil).toBe(daysBefore(-0.01));
  });
  it.each([
    ["that was revoked", { revokedAt: daysBefore(0.1) }],
    ["that ends now", { endsAt: now.toISOString() }],
    ["that was made after now", { createdAt: daysBefore(-0.01), endsAt: daysBefore(-2) }],
    ["under another policy", { policy: { id: "other", revision: 1 } }],
    ["for another activity", { activityId: "documents" }],
    ["for another network", { networkId: "net-cafe" }],
    ["for another subject", { subject: "/home" }],
  ])("one %s does not hold", (_name, parts) => {
    expect(lightWith(parts)).toBe("stop");
  });
  it.each([
    ["this activity", { activityId: "confidential-files" }],
    ["this network", { networkId: "net-home" }],
    ["this subject", { subject: "/" }],
  ])("one for exactly %s holds", (_name, parts) => {
    expect(lightWith(parts)).toBe("caution");
  });
  it("do not hold while the journal that shows how they came about is broken", () => {
    expect(lightWith({}, { integrity: [{ kind: "journal-broken", detail: "line 3" }] })).toBe("stop");
    expect(lightWith({}, { integrity: [{ kind: "journal-unwritable", detail: "" }] })).toBe("caution");
  });
  it("cover what could not be checked only without a subject, and only where the policy lets them", () => {
    const unseen = { facts: factsInOrder({ "disk-encryption": fact("disk-encryption", unknown("needs-admin", "")) }) };
    const more = policyOf({ "disk-encryption": required, firewall: required });
    expect(lightWith({}, { ...unseen, policy: more })).toBe("caution");
    expect(lightWith({ subject: "/" }, { ...unseen, policy: more })).toBe("stop");
    expect(lightWith({}, { ...unseen, policy: { ...more, exceptions: { ...more.exceptions, mayCoverUnknown: false } } })).toBe("stop");
  });
});

describe("how long a decision holds", () => {
  it("at most as long as the policy says, and no longer than its shortest-lived fact", () => {
    expect(decideOn().decision.validUntil).toBe(new Date(now.getTime() + 240 * 60_000).toISOString());
    const facts = factsInOrder({
      firewall: {
        ...fact("firewall", {
          kind: "known",
          value: { active: true, services: [{ name: "ufw", active: true, scope: "all" }], excludedInterfaces: [] },
        }),
        validForMs: 60_000,
      },
    });
    expect(decideOn({ facts }).decision.validUntil).toBe(new Date(now.getTime() + 60_000).toISOString());
  });
});

describe("the level of a rule for an activity", () => {
  const light = (requiredFor: Policy["rules"][string]["requiredFor"], otherwise: "recommended" | "off" = "recommended") =>
    decideOn({ policy: policyOf({ "disk-encryption": { ...required, requiredFor, otherwise }, firewall: required }), facts: factsInOrder(diskOff) })
      .decision.light;
  it("all conditions of one entry must hold", () => {
    expect(light({ classes: ["confidential"], dataOnDevice: true })).toBe("stop");
    expect(light({ classes: ["public"], dataOnDevice: true })).toBe("caution");
    expect(light({ methods: ["cloud-app"] })).toBe("caution");
    expect(light({})).toBe("stop");
  });
  it("one entry of a list is enough", () => {
    expect(light([{ classes: ["public"] }, { methods: ["take-home-pc"] }])).toBe("stop");
    expect(light([{ classes: ["public"] }, { dataOnDevice: false }])).toBe("caution");
  });
  it("otherwise off is not looked at", () => {
    expect(light({ classes: ["public"] }, "off")).toBe("go");
  });
});
