import type { Settings } from "../../../shared/settings.ts";
import type { CommandDefinition } from "../definition.ts";
import { jsonOption } from "./common.ts";

/** The words for each setting on the command line. A mapped type: complete, without loading the schema for --help. */
export const settingWords: { readonly [K in keyof Settings]: { readonly [word: string]: Settings[K] } } = {
  language: { system: null, ja: "ja", en: "en" },
  theme: { system: "system", light: "light", dark: "dark" },
  textSize: { "100": 100, "125": 125, "150": 150, "200": 200 },
  startAtLogin: { on: true, off: false },
  introduced: { yes: true, no: false },
};
const keys = Object.keys(settingWords);

export const settings: CommandDefinition = {
  name: "settings",
  summary: { ja: "画面の設定を表示し、変えます。", en: "Shows and changes the settings of the window." },
  details: [
    {
      ja: "この利用者だけの設定です。判定には関わりません。コマンドの言語は --lang か環境変数で決まります。",
      en: "They are this user's alone and have no say in a verdict. The language of the commands is that of --lang or the environment.",
    },
  ],
  examples: [{ line: "preflight settings set textSize 150", shows: { ja: "文字を 150 % にします。", en: "Makes the text half as large again." } }],
  commands: [
    {
      name: "show",
      summary: { ja: "設定を表示します。", en: "Shows the settings." },
      options: [jsonOption],
      examples: [{ line: "preflight settings show", shows: { ja: "表示します。", en: "Shows them." } }],
      exits: { go: { ja: "表示しました。", en: "Shown." } },
    },
    {
      name: "set",
      summary: { ja: "設定を 1 つ変えます。", en: "Changes one setting." },
      details: [
        {
          ja: Object.entries(settingWords)
            .map(([key, words]) => `${key}: ${Object.keys(words).join("、")}`)
            .join("。"),
          en: Object.entries(settingWords)
            .map(([key, words]) => `${key}: ${Object.keys(words).join(", ")}`)
            .join(". "),
        },
      ],
      arguments: [
        { name: "KEY", required: true, choices: keys, summary: { ja: "設定の名前。", en: "Name of the setting." } },
        { name: "VALUE", required: true, summary: { ja: "値。", en: "Its value." } },
      ],
      examples: [
        { line: "preflight settings set theme dark", shows: { ja: "暗い配色にします。", en: "Uses the dark colours." } },
        { line: "preflight settings set language system", shows: { ja: "OS の言語に合わせます。", en: "Follows the language of the system." } },
      ],
      exits: { go: { ja: "変えました。", en: "Changed." } },
    },
  ],
};
