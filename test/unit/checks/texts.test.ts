import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checks } from "../../../electron/checks/registry.ts";
import { checkTexts } from "../../../electron/checks/texts.ts";
import { checkIdSchema } from "../../../shared/checks/verdict.ts";
import { riskIds } from "../../../shared/risks.ts";

const ja = checkTexts(checks, "ja");
const en = checkTexts(checks, "en");
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe("the texts of all checks", () => {
  it("have the same keys in both languages", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
  });
  it.each(Object.keys(ja))("%s has the same parameters in both, and words in both", (key) => {
    expect(new Set(placeholders(en[key] ?? ""))).toEqual(new Set(placeholders(ja[key] ?? "")));
    expect(ja[key]).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(en[key]).toMatch(/^[^ぁ-んァ-ヶ一-龠]+$/);
  });
  it("have steps without empty lines or spaces at the ends", () => {
    for (const [key, text] of [...Object.entries(ja), ...Object.entries(en)]) {
      for (const line of text.split("\n")) expect(line, key).toBe(line.trim());
      for (const line of text.split("\n")) expect(line, key).not.toBe("");
    }
  });
  it("are plain: Japanese sentences end with a full stop", () => {
    for (const check of checks)
      for (const step of Object.values(check.texts.ja.remedies).flatMap((os) => Object.values(os).flatMap((text) => text.split("\n"))))
        expect(step).toMatch(/。$/);
  });
});

describe("the registry", () => {
  it("has checks with different, well-formed ids that never collide with a text key", () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    for (const { id, texts } of checks) {
      expect(checkIdSchema.safeParse(id).success).toBe(true);
      for (const reserved of ["title", "why", "remedy"]) expect(Object.keys(texts.ja.messages)).not.toContain(reserved);
    }
  });
  it.each(checks)("$id has settings that need nothing, mean the same when read twice, and are described", ({ settings }) => {
    const once = settings.parse({});
    expect(settings.parse(once)).toEqual(once);
    expect(settings.safeParse({ "no-such-setting": 1 }).success).toBe(false);
    for (const property of Object.values(z.toJSONSchema(settings).properties ?? {})) expect(property).toHaveProperty("description");
  });
  it("lowers each of the six risks by at least one check", () => {
    expect(new Set(checks.flatMap(({ risks }) => risks))).toEqual(new Set(riskIds));
  });
});
