import fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "../../electron/checks/decide.ts";
import { standingOf } from "../../electron/checks/exceptionStanding.ts";
import { checks } from "../../electron/checks/registry.ts";
import { standingGroup } from "../../shared/exceptionStandings.ts";
import { decisionInputs } from "../support/arbitraries.ts";

it("is listed as valid exactly when the judge, given this exception alone, counts it for some activity", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(decisionInputs, (given) => {
      for (const exception of given.exceptions) {
        const input = { ...given, integrity: [], exceptions: [exception] };
        const { findings, decision } = decide(checks, input);
        const standing = standingOf(exception, input.policy, input.now, { findings, networkId: input.networkId });
        seen.add(standing);
        const counted = decision.clearances.some(({ exceptions }) => exceptions.includes(exception.id));
        expect(standing === "counts").toBe(counted);
        const listed = standingGroup({ standing, until: exception.endsAt }, input.now.getTime());
        expect(listed === "open").toBe(counted);
      }
    }),
    { numRuns: 400 },
  );
  expect(seen).toContain("counts");
  expect(seen.size).toBeGreaterThan(4);
});

it("may count at the next check wherever it would count for some verdict and network", () => {
  fc.assert(
    fc.property(decisionInputs, ({ exceptions, ...given }) => {
      for (const exception of exceptions) {
        const input = { ...given, integrity: [], exceptions: [exception] };
        const { findings, decision } = decide(checks, input);
        if (!decision.clearances.some((clearance) => clearance.exceptions.includes(exception.id))) continue;
        expect(findings.length).toBeGreaterThan(0);
        expect(standingOf(exception, input.policy, input.now, null)).toBe("unchecked");
      }
    }),
    { numRuns: 400 },
  );
});
