import { createInstance } from "i18next";
import type { Language, MessageRef } from "../../shared/message.ts";

export type Translate = (ref: MessageRef) => string;

/**
 * Makes the function that turns messages into sentences of one language.
 * Later catalogues win. Parameters are put in as they are and never interpreted: `{{…}}` and `$t(…)` in an SSID stay text.
 * A parameter `{ key }` is translated first. A key without a text comes back as the key itself, so that nothing is silently lost.
 * The result is plain text: every front door escapes it for its own medium.
 */
export function createTranslator(language: Language, catalogues: readonly Readonly<Record<string, string>>[]): Translate {
  const i18n = createInstance();
  // With resources at hand and initAsync off the instance is ready when init returns, so its promise carries nothing.
  void i18n.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: Object.assign({}, ...catalogues) as Record<string, string> } },
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  const translate: Translate = ({ key, params = {} }) => {
    // Own-property entries only, handed over under `replace`: a parameter called "lng" or "count" must not become an option of i18next.
    const replace = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === "object" ? translate(value) : value]));
    return i18n.t(key, { replace, nest: false });
  };
  return translate;
}
