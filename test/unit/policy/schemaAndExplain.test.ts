import { describe, expect, it } from "vitest";
import { checks } from "../../../electron/checks/registry.ts";
import { bundledPolicy } from "../../../electron/services/policy/bundledPolicy.ts";
import { explainCheck } from "../../../electron/services/policy/explain.ts";
import { policyJsonSchema } from "../../../electron/services/policy/jsonSchema.ts";

interface Schema {
  readonly $schema?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly description?: string;
  readonly default?: unknown;
}
const schema = policyJsonSchema(checks) as Schema;
const { policy } = bundledPolicy(checks);

describe("the JSON Schema of a policy", () => {
  it("is one that editors know, refuses unknown fields and asks for what the policy must have", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).toEqual(
      expect.arrayContaining(["schema", "id", "revision", "issued", "title", "risks", "activities", "rules", "exceptions", "validity"]),
    );
    expect(schema.required).not.toContain("contacts");
  });
  it("names every field of the default policy", () => {
    expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(policy)));
  });
  it.each(checks)("has the settings of $id with descriptions, and no others", ({ id, settings }) => {
    const rules = schema.properties?.["rules"];
    expect(rules?.additionalProperties).toBe(false);
    const own = rules?.properties?.[id]?.properties?.["settings"];
    expect(Object.keys(own?.properties ?? {}).sort()).toEqual(Object.keys(settings.parse({}) as object).sort());
    expect(own?.additionalProperties).toBe(false);
    for (const property of Object.values(own?.properties ?? {})) expect(property.description).toBeTruthy();
  });
});

describe("the explanation of a check", () => {
  it("says what it is for, what it is set to and what to do", () => {
    const explained = explainCheck("screen-lock", checks, policy, "en");
    expect(explained).toMatchObject({
      title: "Screen lock",
      group: "technology",
      kind: "measured",
      risks: ["loss", "intrusion"],
      facts: ["screen-lock"],
      rule: { level: "required", otherwise: "recommended" },
      settings: [
        {
          name: "maxMinutes",
          description: "longer, or never: not met",
          default: 15,
          current: 15,
          schema: { type: "integer", minimum: 1, maximum: 60 },
        },
        { name: "warnMinutes", default: 10, current: 10 },
      ],
    });
    expect(explained?.rule.source).toContain("ism-2012");
    expect(explained?.remedies[0]?.steps.macos).toHaveLength(3);
  });
  it("shows the current value beside the default", () => {
    const changed = { ...policy, rules: { "screen-lock": { ...policy.rules["screen-lock"], settings: { maxMinutes: 5 } } } } as typeof policy;
    expect(explainCheck("screen-lock", checks, changed, "ja")?.settings.map((setting) => [setting.default, setting.current])).toEqual([
      [15, 5],
      [10, 10],
    ]);
  });
  it("of a check that the policy does not name says that it is off", () => {
    expect(explainCheck("vpn", checks, { ...policy, rules: {} }, "ja")?.rule.level).toBe("off");
  });
  it("of a check that does not exist is null", () => {
    expect(explainCheck("constructor", checks, policy, "ja")).toBeNull();
  });
});
