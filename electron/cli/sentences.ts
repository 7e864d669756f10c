import { cliEn } from "../../shared/i18n/cli.en.ts";
import { cliJa } from "../../shared/i18n/cli.ja.ts";
import { commonEn } from "../../shared/i18n/common.en.ts";
import { commonJa } from "../../shared/i18n/common.ja.ts";
import type { Language, MessageParam } from "../../shared/message.ts";
import { checks } from "../checks/registry.ts";
import { checkTexts } from "../checks/texts.ts";
import { createTranslator } from "../services/text.ts";
import type { Sentences } from "./context.ts";
import { terminalText } from "./terminalText.ts";

/** Parameters come from outside; the templates are ours and may have line breaks between steps. */
function harmless(params: Readonly<Record<string, MessageParam>>): Readonly<Record<string, MessageParam>> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === "string" ? terminalText(value) : value]));
}

export function createSentences(language: Language): Sentences {
  const catalogue: Readonly<Record<string, string>> = {
    ...(language === "ja" ? { ...commonJa, ...cliJa } : { ...commonEn, ...cliEn }),
    ...checkTexts(checks, language),
  };
  const translate = createTranslator(language, [catalogue]);
  return {
    own: (key, params = {}) => translate({ key, params: harmless(params) }),
    message: ({ key, params = {} }) => translate({ key: Object.hasOwn(catalogue, key) ? key : terminalText(key), params: harmless(params) }),
    find: (key) => (Object.hasOwn(catalogue, key) ? catalogue[key] : undefined),
  };
}
