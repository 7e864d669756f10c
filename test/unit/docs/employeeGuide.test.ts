import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commonEn } from "../../../shared/i18n/common.en.ts";
import { commonJa } from "../../../shared/i18n/common.ja.ts";
import { screenEn } from "../../../shared/i18n/screen.en.ts";
import { screenJa } from "../../../shared/i18n/screen.ja.ts";
import type { Language } from "../../../shared/message.ts";

const docs = new URL("../../../docs/", import.meta.url);
const guide = (language: Language) => readFileSync(new URL(`employee-guide.${language}.md`, docs), "utf8");
const texts: { readonly [L in Language]: readonly string[] } = {
  ja: Object.values({ ...commonJa, ...screenJa }),
  en: Object.values({ ...commonEn, ...screenEn }),
};
const quotes: { readonly [L in Language]: RegExp } = { ja: /「([^」]+)」/g, en: /“([^”]+)”/g };
const lights = {
  ja: [commonJa["light.go"], commonJa["light.caution"], commonJa["light.stop"]],
  en: [commonEn["light.go"], commonEn["light.caution"], commonEn["light.stop"]],
};

describe.each(["ja", "en"] as const)("the guide for employees in %s", (language) => {
  const page = guide(language);

  it("quotes the screens in their own words", () => {
    const said = [...page.matchAll(quotes[language])].map(([, words = ""]) => words);
    expect(said.length).toBeGreaterThan(8);
    expect(said.filter((words) => !texts[language].some((text) => text.includes(words)))).toEqual([]);
  });

  it("names the three lights as the screen does", () => {
    for (const light of lights[language]) expect(page).toContain(`| **${light}** |`);
  });

  it("shows pictures that are there, in its own language", () => {
    const pictures = [...page.matchAll(/!\[[^\]]+\]\((screenshots\/[^)]+)\)/g)].map(([, path = ""]) => path);
    expect(pictures).toHaveLength(9);
    for (const path of pictures) {
      expect(path.endsWith(`-${language}.png`), path).toBe(true);
      expect(existsSync(new URL(path, docs)), path).toBe(true);
    }
  });
});
