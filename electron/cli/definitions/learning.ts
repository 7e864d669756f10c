import type { LessonId } from "../../../shared/learning.ts";
import type { CommandDefinition } from "../definition.ts";
import { jsonOption, policyOption } from "./common.ts";

// A mapped type: complete, without loading the lessons for --help.
const ids: { readonly [I in LessonId]: I } = {
  malware: "malware",
  loss: "loss",
  eavesdropping: "eavesdropping",
  intrusion: "intrusion",
  "external-service": "external-service",
  "human-error": "human-error",
};
const lessonArgument = {
  name: "ID",
  required: true,
  choices: Object.values(ids),
  summary: { ja: "レッスンの名前。", en: "Name of the lesson." },
} as const;

export const lessons: CommandDefinition = {
  name: "lessons",
  summary: { ja: "セキュリティのレッスンを一覧し、読み、問題に答えます。", en: "Lists the security lessons, shows them and takes the answers." },
  details: [
    {
      ja: "リスクごとに 1 つ、2 分ほどのレッスンです。最後の問題にすべて正しく答えると終わりで、ポリシーで決めた日数だけ有効です。まちがいは記録しません。",
      en: "One lesson a risk, two minutes each. It is done when all questions at its end are answered right, and counts as many days as the policy says. Wrong answers are not recorded.",
    },
  ],
  options: [policyOption, jsonOption],
  examples: [
    { line: "preflight lessons", shows: { ja: "まだのレッスンと、終えた日を一覧します。", en: "Lists what is due and what was passed when." } },
  ],
  exits: {
    go: { ja: "受けるレッスンはありません。", en: "No lesson is due." },
    caution: { ja: "受けるレッスンがあります。", en: "Some lessons are due." },
  },
  commands: [
    {
      name: "show",
      summary: { ja: "レッスンの本文と問題を表示します。", en: "Shows a lesson with its questions." },
      arguments: [lessonArgument],
      examples: [{ line: "preflight lessons show loss", shows: { ja: "「紛失・盗難」のレッスンを読みます。", en: "The lesson on loss and theft." } }],
      exits: { go: { ja: "表示しました。", en: "Shown." } },
    },
    {
      name: "answer",
      summary: { ja: "レッスンの問題に答えます。", en: "Answers the questions of a lesson." },
      arguments: [
        lessonArgument,
        {
          name: "N",
          required: true,
          multiple: true,
          choices: ["1", "2", "3"],
          summary: { ja: "問題ごとに選んだ答えの番号（1 から 3）。", en: "The number of your answer to each question (1 to 3), in order." },
        },
      ],
      options: [policyOption],
      examples: [{ line: "preflight lessons answer loss 1 3 2", shows: { ja: "3 つの問題に答えます。", en: "Answers three questions." } }],
      exits: {
        go: { ja: "すべて正しく、レッスンを終えました。", en: "All right: the lesson is done." },
        stop: { ja: "まちがいがあります。理由を表示します。", en: "Something was wrong; the reasons are shown." },
      },
    },
  ],
};

export const rules: CommandDefinition = {
  name: "rules",
  summary: { ja: "テレワークのルールを表示します。", en: "Shows the telework rules." },
  details: [
    {
      ja: "読んで同意するときは、preflight declare rules-accepted yes を実行します。ルールの文が変わったときや、別のポリシーになったときは、もう一度同意を求めます。版の番号が変わるだけなら、求めません。",
      en: "To accept them, run preflight declare rules-accepted yes. Other words, or another policy, ask again; a new revision with the same words does not.",
    },
  ],
  options: [policyOption],
  examples: [{ line: "preflight rules", shows: { ja: "ルールと、同意した日時を表示します。", en: "Shows the rules, and when you accepted them." } }],
  exits: {
    go: { ja: "いまのルールに同意しています。", en: "These rules are accepted." },
    caution: { ja: "いまのルールには同意していません。", en: "These rules are not accepted." },
  },
};
