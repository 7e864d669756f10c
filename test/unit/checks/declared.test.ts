import { describe, expect, it } from "vitest";
import { daysBefore, declaration, verdictOf } from "../../support/builders.ts";

const on = (id: string, declarations: Parameters<typeof declaration>[1][], settings?: Record<string, unknown>, revision = 1) => {
  const verdict = verdictOf(id, { declarations: declarations.map((parts) => declaration(id, parts)), revision, ...(settings ? { settings } : {}) });
  return `${verdict.status}: ${verdict.message.key.replace(`check.${id}.`, "")}`;
};

describe.each([
  ["surroundings", { validHours: 8 }, 8 / 24],
  ["assigned-device", { validDays: 90 }, 90],
  ["lessons-current", { validDays: 365 }, 365],
  ["rules-accepted", { validDays: 365 }, 365],
] as const)("%s", (id, settings, days) => {
  it("fails without an answer, passes with yes, fails with no", () => {
    expect(on(id, [], settings)).toBe("fail: missing");
    expect(on(id, [{}], settings)).toBe("pass: yes");
    expect(on(id, [{ affirmed: false }], settings)).toBe("fail: no");
  });
  it("a yes holds until its time is over, not at it", () => {
    expect(on(id, [{ at: daysBefore(days - 0.001) }], settings)).toBe("pass: yes");
    expect(on(id, [{ at: daysBefore(days) }], settings)).toBe("fail: expired");
  });
  it("a no holds until another answer", () => {
    expect(on(id, [{ affirmed: false, at: daysBefore(2000) }], settings)).toBe("fail: no");
  });
  it("the newest answer counts, wherever it stands", () => {
    expect(on(id, [{ affirmed: false, at: daysBefore(0.01) }, { at: daysBefore(0.1) }], settings)).toBe("fail: no");
    expect(on(id, [{ affirmed: false, at: daysBefore(0.1) }, { at: daysBefore(0.01) }], settings)).toBe("pass: yes");
  });
  it("an answer from the future is none", () => {
    expect(on(id, [{ at: daysBefore(-1) }], settings)).toBe("fail: missing");
  });
});

it("rules are accepted in the revision that is in force", () => {
  expect(on("rules-accepted", [{ policyRevision: 1 }], undefined, 2)).toBe("fail: changed");
  expect(on("rules-accepted", [{ policyRevision: 2 }], undefined, 2)).toBe("pass: yes");
  expect(on("rules-accepted", [{ policyRevision: 3 }], undefined, 2)).toBe("fail: changed");
});

it("an answer to another question is none", () => {
  expect(verdictOf("surroundings", { declarations: [declaration("assigned-device")] }).status).toBe("fail");
});
