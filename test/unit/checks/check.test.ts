import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCheck } from "../../../electron/checks/check.ts";
import { onEveryOs } from "../../../electron/checks/texts.ts";
import { notApplicable, unknown } from "../../../shared/observation.ts";
import { companyPolicy, fact, factsInOrder, here, now } from "../../support/builders.ts";

const texts = { title: "t", why: "w", messages: { both: "b" }, remedies: { act: onEveryOs("a") } };
const twoNeeds = defineCheck({
  id: "two-needs",
  group: "technology",
  kind: "measured",
  risks: ["malware"],
  needs: ["firewall", "antivirus"],
  settings: z.strictObject({}),
  texts: { ja: texts, en: texts },
  evaluate: (_input, say) => say.pass("both"),
});
const on = (changed: Parameters<typeof factsInOrder>[0]) =>
  twoNeeds.evaluate({
    facts: factsInOrder(changed),
    settings: {},
    declarations: [],
    here: { ...here, standsStill: true },
    policy: companyPolicy(),
    network: companyPolicy().network,
    now,
  });

describe("a check that needs two facts", () => {
  const absent = { firewall: fact("firewall", notApplicable("virtual")) };
  const unseen = { antivirus: fact("antivirus", unknown("timeout", "")) };
  it("is asked only when both are known", () => {
    expect(on({})).toEqual({ status: "pass", message: { key: "check.two-needs.both" } });
  });
  it("does not apply when one of them does not", () => {
    expect(on(absent)).toEqual({ status: "not-applicable", message: { key: "not-applicable.virtual" } });
  });
  it("could not check goes before does not apply: not seeing must not skip it", () => {
    expect(on({ ...absent, ...unseen })).toEqual({ status: "unknown", reason: "timeout", message: { key: "unknown.timeout" } });
  });
});
