import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CommonTexts } from "../../shared/i18n/common.ja.ts";
import type { ScreenTexts } from "../../shared/i18n/screen.ja.ts";
import type { Bilingual, Language, MessageParam, MessageRef } from "../../shared/message.ts";
import { graceLeft } from "./graceLeft.ts";
import { namespace } from "./i18n.ts";
import { outsideText } from "./outsideText.ts";
import { useApp } from "./storeContext.ts";
import { type Times, timesIn } from "./times.ts";

export type TextKey = keyof ScreenTexts | keyof CommonTexts;
/** A parameter may be another message, put in as its sentence, or a time, put in as words, or what is left until a time. */
export type TextParam = string | number | MessageRef | { readonly time: string } | { readonly left: string };
export type TextParams = Readonly<Record<string, TextParam>>;
/** A sentence of the screen as data. */
export interface Sentence {
  readonly key: TextKey;
  readonly params?: TextParams;
}

export interface Text {
  readonly language: Language;
  readonly times: Times;
  t(key: TextKey, params?: TextParams): string;
  say(sentence: Sentence): string;
  /** The sentence of a verdict. */
  ref(message: MessageRef): string;
  /** A text of a check by its key, or null when the policy's or the app's version has none. */
  find(key: string): string | null;
  checkTitle(checkId: string): string;
  both(text: Bilingual): string;
}

function textOf(translate: TFunction, language: Language): Text {
  const times = timesIn(language);
  // `replace` holds parameters apart from the options, so that one called "count" or "context" is only a parameter.
  const plain = (key: string, params: Readonly<Record<string, string | number>> = {}) =>
    translate(key, { ns: namespace, replace: params, nest: false, defaultValue: key });
  const find = (key: string) => {
    const text = plain(key);
    return text === key ? null : text;
  };
  const param = (value: TextParam | MessageParam): string | number => {
    if (typeof value === "number") return value;
    if (typeof value === "string") return outsideText(value);
    if ("key" in value) return ref(value);
    return "left" in value ? left(value.left) : times.short(value.time);
  };
  const left = (until: string) => {
    const { key, count, time } = graceLeft(until, Date.now());
    return plain(key, time ? { time: times.hour(until) } : { count });
  };
  const filled = (params: Readonly<Record<string, TextParam | MessageParam>> = {}) =>
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, param(value)]));
  const ref = (message: MessageRef): string => plain(message.key, filled(message.params));
  const t = (key: TextKey, params?: TextParams) => plain(key, filled(params));
  return {
    language,
    times,
    t,
    say: ({ key, params }) => t(key, params),
    ref,
    find,
    checkTitle: (checkId) => find(`check.${checkId}.title`) ?? checkId,
    both: (text) => outsideText(text[language]),
  };
}

/** All words of the screen in the chosen language; the component is drawn again when the language changes or texts arrive. */
export function useText(): Text {
  const { t } = useTranslation(namespace);
  const language = useApp((state) => state.language);
  return useMemo(() => textOf(t, language), [t, language]);
}
