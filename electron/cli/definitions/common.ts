import type { Bilingual, Language } from "../../../shared/message.ts";
import type { OptionDefinition } from "../definition.ts";
import type { ExitName } from "../exitCodes.ts";

// Types alone come from shared/message.ts: --help must not load zod.
const languages: readonly Language[] = ["ja", "en"];

/** Accepted before and after every command. */
export const globalOptions: readonly OptionDefinition[] = [
  {
    name: "lang",
    value: { name: "ja|en", choices: languages },
    summary: {
      ja: "表示する言語。省略すると LC_ALL、LC_MESSAGES、LANG の順に見て決めます。ja で始まるか、未設定、C、POSIX なら日本語、ほかは英語です。",
      en: "Language. Without it LC_ALL, LC_MESSAGES and LANG decide: ja*, unset, C and POSIX mean Japanese, anything else English.",
    },
  },
  {
    name: "no-color",
    summary: {
      ja: "色を使いません。環境変数 NO_COLOR があるときと、出力先が端末でないときも同じです。",
      en: "No colours; the same as with NO_COLOR set, or when the output is not a terminal.",
    },
  },
  { name: "help", short: "h", summary: { ja: "使い方を例とともに表示します。", en: "Shows how to use it, with examples." } },
  { name: "version", summary: { ja: "版を表示します。", en: "Shows the version." } },
];

export const policyOption: OptionDefinition = {
  name: "policy",
  value: { name: "FILE", completes: "file" },
  summary: {
    ja: "このポリシーのファイルで判定します（管理外と表示されます）。会社が配布したポリシーがある PC では使われません。",
    en: "Judge by this policy file (shown as unmanaged). Not used on a PC that has a policy from the organisation.",
  },
};

export const jsonOption: OptionDefinition = {
  name: "json",
  summary: {
    ja: "結果を JSON で出力します。標準出力にはほかに何も出しません。",
    en: "Prints the result as JSON, and nothing else, on standard output.",
  },
};

/** What every command means by these codes. */
export const commonExits: Readonly<Record<Extract<ExitName, "badUsage" | "couldNotRun" | "interrupted">, Bilingual>> = {
  badUsage: { ja: "コマンドやオプションの使い方が違います。", en: "The command or an option is wrong." },
  couldNotRun: {
    ja: "実行できませんでした。理由を標準エラー出力に 1 文で示します。",
    en: "Could not run. One sentence on standard error says why.",
  },
  interrupted: { ja: "Ctrl-C で中断されました。", en: "Interrupted with Ctrl-C." },
};

export const lightExits: Partial<Readonly<Record<ExitName, Bilingual>>> = {
  go: { ja: "開始できます。", en: "Go: ready to work." },
  caution: { ja: "注意。猶予中や例外の項目を含みます。", en: "Caution: includes grace periods and exceptions." },
  stop: { ja: "停止。始められない業務があります。", en: "Stop: some work may not start." },
};
