import { describe, expect, it } from "vitest";
import type { Place } from "../../../shared/declarations.ts";
import type { Facts } from "../../../shared/facts/catalogue.ts";
import { riskIds } from "../../../shared/risks.ts";
import { daysBefore, declaration, here, knownFact, valuesInOrder, verdictOf } from "../../support/builders.ts";

const on = (id: string, declarations: Parameters<typeof declaration>[1][], settings?: Record<string, unknown>, revision = 1) => {
  const verdict = verdictOf(id, { declarations: declarations.map((parts) => declaration(id, parts)), revision, ...(settings ? { settings } : {}) });
  return `${verdict.status}: ${verdict.message.key.replace(`check.${id}.`, "")}`;
};

describe.each([
  ["surroundings", { validHours: 8 }, 8 / 24],
  ["assigned-device", { validDays: 90 }, 90],
  ["sole-user", { validHours: 8 }, 8 / 24],
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

describe("rules are accepted in their very words", () => {
  const rule = (text: string) => ({ id: "wifi", title: { ja: "外の Wi-Fi", en: "Wi-Fi outside" }, text: { ja: text, en: "Use your own phone." } });
  const other = { id: "loss", title: { ja: "紛失", en: "Loss" }, text: { ja: "すぐに連絡します。", en: "Call at once." } };
  const inForce = { conduct: [rule("自分のスマートフォンを\n使います。"), other] };
  const word = (said: Parameters<typeof declaration>[1], revision = 2) => {
    const declarations = [declaration("rules-accepted", { policyRevision: 1, ...said })];
    return verdictOf("rules-accepted", { declarations, revision, policy: inForce }).message.key.replace("check.rules-accepted.", "");
  };
  it("a revision that leaves the words alone asks nobody again, however they are ordered and broken", () => {
    expect(word({ rules: inForce.conduct })).toBe("yes");
    expect(word({ rules: [other, { ...rule(" 自分のスマートフォンを 使います。\r\n"), id: "own-line" }] })).toBe("yes");
  });
  it("other words, one rule more or less, and a change in one language alone ask again, also under the same revision", () => {
    for (const rules of [
      [rule("会社のスマートフォンを使います。"), other],
      [other],
      [...inForce.conduct, { ...other, text: null }],
      [{ ...rule("自分のスマートフォンを\n使います。"), title: { ja: "外の Wi-Fi", en: "Wi-Fi" } }, other],
      [],
    ])
      expect(word({ rules, policyRevision: 2 })).toBe("changed");
  });
  it("the same words under another policy are not accepted", () => {
    expect(word({ rules: inForce.conduct, policyId: "company" })).toBe("other");
  });
  it("an answer of an older version counts for its revision of the very policy alone", () => {
    expect(word({ policyRevision: 2 })).toBe("yes");
    for (const policyRevision of [1, 3]) expect(word({ policyRevision })).toBe("changed");
    const { policyId: _, ...unknown } = declaration("rules-accepted", { policyRevision: 2 });
    expect(verdictOf("rules-accepted", { declarations: [unknown], revision: 2 }).message.key).toBe("check.rules-accepted.other");
    expect(word({ policyRevision: 2, policyId: "company" })).toBe("other");
  });
});

it("an answer to another question is none", () => {
  expect(verdictOf("surroundings", { declarations: [declaration("assigned-device")] }).status).toBe("fail");
});

const mobile = knownFact("route", { ...valuesInOrder.route, underlay: { interface: "wwan0", kind: "cellular" } });

// A "yes" of this morning at home.
describe.each(["surroundings", "sole-user"])("%s holds in one network and under one log-in", (id) => {
  const said = (then: Place | undefined, now: Place, affirmed = true, facts: Facts = {}) => {
    const { message } = verdictOf(id, { declarations: [declaration(id, { place: then, affirmed })], place: now, facts });
    return message.key.replace(`check.${id}.`, "");
  };
  it("holds where it was given", () => {
    expect(said(here, here)).toBe("yes");
  });
  it("does not hold on another network, nor where the network is known at one of the two times only", () => {
    expect(said(here, { ...here, networkId: "net-cafe" })).toBe("elsewhere");
    expect(said(here, { ...here, networkId: null })).toBe("elsewhere");
    expect(said({ ...here, networkId: null }, here)).toBe("elsewhere");
  });
  it("is amber, never green and never red by itself, where nothing shows which network it is", () => {
    const unknown = { ...here, networkId: null };
    expect(said(unknown, unknown)).toBe("unrecognised");
    expect(verdictOf(id, { declarations: [declaration(id, { place: unknown })], place: unknown })).toMatchObject({ status: "fail", minor: true });
    expect(said(unknown, unknown, false)).toBe("no");
    expect(said(here, here, true, mobile)).toBe("unrecognised");
    expect(said(here, { ...here, networkId: "net-cafe" }, true, mobile)).toBe("elsewhere");
    expect(said(unknown, { networkId: null, logIn: { id: "log-in-later", bootedAt: null } })).toBe("elsewhere");
  });
  it("does not hold after another start or log-in", () => {
    expect(said(here, { ...here, logIn: { id: "log-in-later", bootedAt: null } })).toBe("elsewhere");
    expect(said(here, { ...here, logIn: { id: null, bootedAt: null } })).toBe("elsewhere");
  });
  it("goes by the time of the start where the log-in alone does not tell one start from another", () => {
    const at = (bootedAt: string, name: string | null = null): Place => ({ ...here, logIn: { id: name, bootedAt } });
    // Two minutes: what a clock is set right by.
    expect(said(at(daysBefore(0.2)), at(daysBefore(0.2 + 1 / 1440)))).toBe("yes");
    expect(said(at(daysBefore(0.2)), at(daysBefore(0.2 + 3 / 1440)))).toBe("elsewhere");
    // The same number of a sign-in, counted again after a start.
    expect(said(at(daysBefore(0.2), "S-1"), at(daysBefore(0.05), "S-1"))).toBe("elsewhere");
    // Given before this start, whatever the two times say.
    expect(said(at(daysBefore(0.0995)), at(daysBefore(0.099)))).toBe("elsewhere");
  });
  it("does not hold when nothing shows which start it was, or when it was given without a place", () => {
    const nothing = { networkId: "net-home", logIn: { id: null, bootedAt: null } };
    expect(said(nothing, nothing)).toBe("elsewhere");
    expect(said(undefined, here)).toBe("elsewhere");
  });
  it("a no of another place is asked again as well", () => {
    expect(said(here, here, false)).toBe("no");
    expect(said({ ...here, networkId: "net-cafe" }, here, false)).toBe("elsewhere");
  });
});

it("whose PC it is, and the rules, hold anywhere", () => {
  for (const id of ["assigned-device", "rules-accepted"])
    expect(on(id, [{ place: { networkId: "net-cafe", logIn: { id: "log-in-before", bootedAt: null } } }])).toBe("pass: yes");
});

describe("lessons-current", () => {
  const id = "lessons-current";
  const passed = (subjects: readonly string[], parts: Parameters<typeof declaration>[1] = {}) =>
    subjects.map((subject) => declaration(id, { subject, ...parts }));
  const verdict = (declarations: ReturnType<typeof passed>) => verdictOf(id, { declarations, settings: { validDays: 365 } });
  const word = (declarations: ReturnType<typeof passed>) => verdict(declarations).message.key.replace(`check.${id}.`, "");
  const butLoss = riskIds.filter((risk) => risk !== "loss");
  it("passes with every lesson, and names those that are due", () => {
    expect(verdict(passed(riskIds))).toEqual({ status: "pass", message: { key: "check.lessons-current.current" } });
    expect(verdict(passed(butLoss))).toMatchObject({
      status: "fail",
      remedy: "learn",
      message: { key: "check.lessons-current.due1", params: { a: { key: "check.lessons-current.risk-loss" } } },
    });
    expect(word(passed(["malware", "loss"]))).toBe("due4");
    expect(word([])).toBe("due6");
  });
  it("a mere yes, a stranger's subject and an answer to another check count for nothing", () => {
    expect(word([declaration(id)])).toBe("due6");
    expect(word([...passed(butLoss), declaration(id), ...passed(["lost", "malware"])])).toBe("due1");
    expect(word([...passed(butLoss), declaration("surroundings", { subject: "loss" })])).toBe("due1");
  });
  it("each lesson counts for its days, and not before it was passed", () => {
    expect(word([...passed(butLoss), ...passed(["loss"], { at: daysBefore(364.9) })])).toBe("current");
    expect(word([...passed(butLoss), ...passed(["loss"], { at: daysBefore(365) })])).toBe("due1");
    expect(word([...passed(butLoss), ...passed(["loss"], { at: daysBefore(-1) })])).toBe("due1");
  });
  it("a passed lesson is no answer to a check that is answered with yes or no", () => {
    expect(on("surroundings", [{ subject: "loss" }])).toBe("fail: missing");
  });
});
