import { assertNever } from "../../shared/assertNever.ts";
import type { Bilingual, Language } from "../../shared/message.ts";
import type { ParsedCommand, UsageProblem } from "./parse.ts";
import { terminalText } from "./terminalText.ts";

function meant(near: string | undefined): Bilingual {
  return near === undefined ? { ja: "", en: "" } : { ja: `「${near}」のことですか。`, en: ` Did you mean “${near}”?` };
}

function sentence(problem: UsageProblem): Bilingual {
  switch (problem.kind) {
    case "no-command":
      return { ja: "何をするかを指定してください。", en: "Say what to do." };
    case "unknown-command": {
      const near = meant(problem.near);
      return { ja: `「${problem.word}」というコマンドはありません。${near.ja}`, en: `There is no command “${problem.word}”.${near.en}` };
    }
    case "unknown-option": {
      const near = meant(problem.near && `--${problem.near}`);
      return { ja: `「${problem.word}」というオプションはありません。${near.ja}`, en: `There is no option “${problem.word}”.${near.en}` };
    }
    case "value-missing":
      return { ja: `「${problem.word}」には値（${problem.wanted}）が必要です。`, en: `“${problem.word}” needs a value (${problem.wanted}).` };
    case "value-unwanted":
      return { ja: `「${problem.word}」に値は付けられません。`, en: `“${problem.word}” takes no value.` };
    case "twice":
      return { ja: `「${problem.word}」は 1 回だけ指定できます。`, en: `“${problem.word}” can be given only once.` };
    case "bad-value": {
      const near = meant(problem.near);
      return {
        ja: `「${problem.word}」に「${problem.given}」は使えません。使えるのは ${problem.wanted} です。${near.ja}`,
        en: `“${problem.given}” is not possible for “${problem.word}”; use ${problem.wanted}.${near.en}`,
      };
    }
    case "option-required":
      return { ja: `「${problem.word} ${problem.wanted}」が必要です。`, en: `“${problem.word} ${problem.wanted}” is needed.` };
    case "argument-missing":
      return { ja: `「${problem.word}」を指定してください。`, en: `“${problem.word}” is missing.` };
    case "argument-surplus":
      return { ja: `「${problem.word}」は余分です。`, en: `“${problem.word}” is one word too many.` };
    default:
      return assertNever(problem);
  }
}

/** What is wrong, and where to read on: one line for standard error. */
export function usageSentence(problem: UsageProblem, { path }: Pick<ParsedCommand, "path">, language: Language): string {
  const help = ["preflight", ...path, "--help"].join(" ");
  const text = terminalText(sentence(problem)[language].slice(0, 600));
  return language === "ja" ? `${text}使い方は「${help}」で表示します。` : `${text} See “${help}”.`;
}
