import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecisionInput, decide, evaluateCheck, type Judged } from "../../electron/checks/decide.ts";
import { levelFor } from "../../electron/checks/judge.ts";
import { checks } from "../../electron/checks/registry.ts";
import type { Verdict } from "../../shared/checks/verdict.ts";
import { decisionSchema, findingSchema, type Light } from "../../shared/decision.ts";
import { factIds, factsSchema } from "../../shared/facts/catalogue.ts";
import { checkInputs, decisionInputs, unknownObservation } from "../support/arbitraries.ts";
import { fact } from "../support/builders.ts";

const severity: Readonly<Record<Light, number>> = { go: 0, caution: 1, stop: 2 };
const runs = { numRuns: 400 };

/** No light of `after` is better than the same light of `before`. */
function expectNoBetter(before: Judged, after: Judged): void {
  expect(severity[after.decision.light]).toBeGreaterThanOrEqual(severity[before.decision.light]);
  for (const [index, clearance] of before.decision.clearances.entries()) {
    const later = after.decision.clearances[index];
    expect(later?.activityId).toBe(clearance.activityId);
    expect(severity[later?.light ?? "go"], `${clearance.activityId} was ${clearance.light}`).toBeGreaterThanOrEqual(severity[clearance.light]);
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

describe("the generated input", () => {
  it("has facts that fit their schemas, so that the laws are tried on what can really come", () => {
    fc.assert(
      fc.property(decisionInputs, ({ facts }) => {
        expect(factsSchema.safeParse(facts).error).toBeUndefined();
      }),
    );
  });

  it("reaches every light and every outcome", () => {
    const lights = new Set<string>();
    const outcomes = new Set<string>();
    for (const input of fc.sample(decisionInputs, { numRuns: 600, seed: 7 })) {
      const { decision, findings } = decide(checks, input);
      for (const { light } of decision.clearances) lights.add(light);
      for (const { outcome } of findings) outcomes.add(outcome);
    }
    expect([...lights].sort()).toEqual(["caution", "go", "stop"]);
    expect([...outcomes].sort()).toEqual(["block", "excepted", "grace", "ok", "skipped", "warn"]);
  });
});

describe("law 1: what could not be seen never helps", () => {
  it("an unknown under a required rule never gives go", () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const { findings, decision } = decide(checks, input);
        for (const [index, activity] of input.policy.activities.entries()) {
          const unseen = findings.some(({ checkId, verdict }) => {
            const rule = input.policy.rules[checkId];
            return verdict.status === "unknown" && rule !== undefined && levelFor(rule, activity, input.policy) === "required";
          });
          if (unseen) expect(decision.clearances[index]?.light).not.toBe("go");
        }
      }),
      runs,
    );
  });

  it("replacing any fact by unknown never improves a light", () => {
    fc.assert(
      fc.property(decisionInputs, fc.constantFrom(...factIds), unknownObservation, (input, id, observation) => {
        const at = input.facts[id]?.at ?? input.now.toISOString();
        expectNoBetter(decide(checks, input), decide(checks, { ...input, facts: { ...input.facts, [id]: fact(id, observation, { at }) } }));
      }),
      runs,
    );
  });

  // Directly on the verdicts: in a whole decision another check is nearly always worse than the one that got better.
  it.each(checks.filter(({ kind }) => kind === "measured"))("$id: no verdict gets better by not seeing a fact", (check) => {
    const facts = fc.constantFrom(...new Set([...check.needs, ...check.looksAt]));
    const rank = ({ status, ...verdict }: Verdict) => {
      if (status === "pass" || status === "not-applicable") return 0;
      return "minor" in verdict && verdict.minor ? 1 : 2;
    };
    let worse = 0;
    fc.assert(
      fc.property(checkInputs(check.id), facts, unknownObservation, (input, id, observation) => {
        const at = input.facts[id]?.at ?? input.now.toISOString();
        const before = rank(evaluateCheck(check, input));
        const after = rank(evaluateCheck(check, { ...input, facts: { ...input.facts, [id]: fact(id, observation, { at }) } }));
        expect(after).toBeGreaterThanOrEqual(before);
        if (after > before) worse++;
      }),
      { numRuns: 500 },
    );
    // Else the law was only tried where there was nothing to lose.
    expect(worse).toBeGreaterThan(10);
  });

  it("leaving a fact out is no better than any value of it", () => {
    fc.assert(
      fc.property(decisionInputs, fc.constantFrom(...factIds), (input, id) => {
        expectNoBetter(decide(checks, input), decide(checks, { ...input, facts: { ...input.facts, [id]: undefined } }));
      }),
      runs,
    );
  });

  it("with nothing measured every light is stop, whatever people declare and whatever is excepted", () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const { decision } = decide(checks, { ...input, facts: {} });
        expect(decision.light).toBe("stop");
        expect(new Set(decision.clearances.map(({ light }) => light))).toEqual(new Set(["stop"]));
        expect(decision.coverage.evaluated).toBe(0);
      }),
    );
  });

  it("without activities the light is stop", () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        expect(decide(checks, { ...input, policy: { ...input.policy, activities: [] } }).decision.light).toBe("stop");
      }),
    );
  });
});

describe("a person's word", () => {
  const bound = checks.filter(({ holdsHere }) => holdsHere);
  it("given on another network or before this log-in is worth no more than none", () => {
    fc.assert(
      fc.property(decisionInputs, fc.constantFrom(...bound), fc.boolean(), (input, { id }, otherNetwork) => {
        const others = input.declarations.filter(({ checkId }) => checkId !== id);
        const logIn = otherNetwork ? input.logIn : { id: "log-in-of-yesterday", bootedAt: null };
        const place = { networkId: otherNetwork ? "net-elsewhere" : input.networkId, logIn };
        const foreign = { checkId: id, affirmed: true, at: input.now.toISOString(), policyRevision: input.policy.revision, place };
        const without = decide(checks, { ...input, declarations: others });
        const { decision } = decide(checks, { ...input, declarations: [...others, foreign] });
        expect(decision).toEqual(without.decision);
      }),
      runs,
    );
  });

  it("about a place is never green where no network is known", () => {
    fc.assert(
      fc.property(decisionInputs, fc.constantFrom(...bound), (input, { id }) => {
        const { findings } = decide(checks, { ...input, networkId: null });
        expect(findings.find(({ checkId }) => checkId === id)?.verdict.status).not.toBe("pass");
      }),
      runs,
    );
  });

  it("without the subject of a lesson never makes the lessons better", () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const yes = { checkId: "lessons-current", affirmed: true, at: input.now.toISOString(), policyRevision: input.policy.revision };
        expect(decide(checks, { ...input, declarations: [...input.declarations, yes] })).toEqual(decide(checks, input));
      }),
      runs,
    );
  });
});

describe("law 3: the end of an exception, and time, never help", () => {
  it("removing any exception never improves a light", () => {
    fc.assert(
      fc.property(decisionInputs, fc.nat(7), (input, index) => {
        const fewer = input.exceptions.filter((_, at) => at !== index % Math.max(input.exceptions.length, 1));
        expectNoBetter(decide(checks, input), decide(checks, { ...input, exceptions: fewer }));
      }),
      runs,
    );
  });

  it("letting time pass never improves a light", () => {
    const later = fc.oneof(
      fc.integer({ min: 1, max: 7_200_000 }),
      fc.integer({ min: 1, max: 40 }).map((days) => days * 86_400_000),
      fc.integer({ min: 1, max: 4000 }).map((days) => days * 86_400_000),
    );
    fc.assert(
      fc.property(decisionInputs, later, fc.boolean(), (input, ms, factsHold) => {
        const facts = Object.fromEntries(Object.entries(input.facts).map(([id, one]) => [id, one && factsHold ? { ...one, validForMs: 1e12 } : one]));
        const start = { ...input, facts };
        expectNoBetter(decide(checks, start), decide(checks, { ...start, now: new Date(input.now.getTime() + ms) }));
      }),
      { numRuns: 800 },
    );
  });

  it("a decision ends no later than the exceptions, the grace and the facts that hold it up", () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const before = decide(checks, input);
        for (const [index, { validUntil, light }] of before.decision.clearances.entries()) {
          const end = new Date(validUntil);
          expect(end.getTime()).toBeGreaterThanOrEqual(input.now.getTime());
          expect(end.getTime()).toBeLessThanOrEqual(input.now.getTime() + input.policy.validity.minutes * 60_000);
          // Until just before its end no exception, no grace and no fact may have run out.
          if (light === "stop" || end.getTime() <= input.now.getTime() + 1) continue;
          const almost = decide(checks, { ...input, now: new Date(end.getTime() - 1) });
          const lost = almost.findings.filter(({ verdict }) => verdict.status === "unknown" && verdict.message.key === "unknown.stale");
          const lostBefore = before.findings.filter(({ verdict }) => verdict.status === "unknown" && verdict.message.key === "unknown.stale");
          expect(lost).toHaveLength(lostBefore.length);
          const blockedLater = almost.decision.clearances[index]?.blockedBy ?? [];
          const sameVerdicts = almost.findings.every(({ verdict }, at) => verdict.status === before.findings[at]?.verdict.status);
          if (sameVerdicts) expect(blockedLater).toEqual([]);
        }
      }),
      runs,
    );
  });
});

describe("law 4: an exception is seen", () => {
  it("changes no verdict, and is never green", () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const withThem = decide(checks, input);
        const without = decide(checks, { ...input, exceptions: [] });
        expect(withThem.findings.map(({ verdict }) => verdict)).toEqual(without.findings.map(({ verdict }) => verdict));
        for (const clearance of withThem.decision.clearances) if (clearance.exceptions.length > 0) expect(clearance.light).not.toBe("go");
        for (const { outcome, exceptionId, verdict } of withThem.findings) {
          expect(outcome === "excepted").toBe(exceptionId !== undefined);
          if (outcome === "excepted") expect(["fail", "unknown"]).toContain(verdict.status);
        }
      }),
      runs,
    );
  });

  it("is named only while it is running, for its check, its activity and its network, and where the policy allows it", () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const { decision } = decide(checks, input);
        for (const { activityId, exceptions } of decision.clearances) {
          for (const id of exceptions) {
            const used = input.exceptions.find((one) => one.id === id);
            if (used === undefined) throw new Error(`${id} was never given`);
            const rule = input.policy.rules[used.checkId];
            expect(used.revokedAt).toBeUndefined();
            expect(Date.parse(used.endsAt)).toBeGreaterThan(input.now.getTime());
            expect(rule?.exceptions.allowed).toBe(true);
            const days = (input.now.getTime() - Date.parse(used.createdAt)) / 86_400_000;
            expect(days).toBeLessThan(Math.min(input.policy.exceptions.maxDays, rule?.exceptions.maxDays ?? 1000));
            expect([undefined, activityId]).toContain(used.activityId);
            expect([undefined, input.networkId]).toContain(used.networkId);
            expect(input.integrity.map(({ kind }) => kind)).not.toContain("journal-broken");
          }
        }
      }),
      runs,
    );
  });
});

describe("law 5: a decision is a pure function of its input", () => {
  it("comes out the same again, from a frozen input, and after a journey through JSON", () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const first = decide(checks, deepFreeze(input));
        expect(decide(checks, input)).toEqual(first);
        const { now, ...rest } = JSON.parse(JSON.stringify(input)) as Omit<DecisionInput, "now"> & { now: string };
        expect(decide(checks, { ...rest, now: new Date(now) })).toEqual(first);
      }),
      { numRuns: 150 },
    );
  });

  it("fits the schemas that reports and screens use", () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const { decision, findings } = decide(checks, input);
        expect(decisionSchema.safeParse(decision).error).toBeUndefined();
        for (const finding of findings) expect(findingSchema.safeParse(finding).error).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});

describe("doubt about our own records", () => {
  it("never makes a light better, and a refused policy stops everything", () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const clean = decide(checks, { ...input, integrity: [] });
        const doubted = decide(checks, input);
        expectNoBetter(clean, doubted);
        if (input.integrity.length > 0) expect(doubted.decision.clearances.map(({ light }) => light)).not.toContain("go");
        if (input.integrity.some(({ kind }) => kind === "policy-refused")) {
          expect(new Set(doubted.decision.clearances.map(({ light }) => light))).toEqual(new Set(["stop"]));
        }
      }),
      runs,
    );
  });
});
