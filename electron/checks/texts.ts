import type { Language } from "../../shared/message.ts";
import { type Platform, platforms } from "../../shared/platform.ts";
import type { Check } from "./check.ts";

/** The texts of all checks as one flat catalogue: `check.<id>.title`, `.why`, `.<message>`, `.remedy.<remedy>.<platform>`. */
export function checkTexts(checks: readonly Check[], language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    checks.flatMap(({ id, texts }) => {
      const { title, why, messages, remedies } = texts[language];
      return [
        [`check.${id}.title`, title],
        [`check.${id}.why`, why],
        ...Object.entries(messages).map(([key, text]) => [`check.${id}.${key}`, text]),
        ...Object.entries(remedies).flatMap(([remedy, steps]) =>
          platforms.map((platform) => [`check.${id}.remedy.${remedy}.${platform}`, steps[platform]]),
        ),
      ];
    }),
  );
}

/** The same steps on every OS: for remedies that are about people, not about settings. */
export function onEveryOs(steps: string): Readonly<Record<Platform, string>> {
  return { windows: steps, macos: steps, linux: steps };
}
