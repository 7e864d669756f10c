import type { CommandDefinition } from "../definition.ts";
import { policyOption } from "./common.ts";

const activity = {
  name: "ACTIVITY",
  required: true,
  summary: { ja: "業務の ID。preflight gate --json で分かります。", en: "Id of the activity; preflight gate --json shows them." },
};
const refused = {
  ja: "いまは開始できません。理由と手順を標準エラー出力に示します。",
  en: "Must not start now; standard error says why and what to do.",
};

export const exec: CommandDefinition = {
  name: "exec",
  summary: {
    ja: "業務を始めてよいときだけ、コマンドを実行します。",
    en: "Runs a command only when its activity may start.",
  },
  details: [
    {
      ja: "先に点検し、その業務が「開始できます」か「注意」のときだけ、-- の後のコマンドをシェルを通さずに実行します。標準入力と出力はコマンドのものになり、終了コードもコマンドのものです。点検中に中断されたときは、何も実行しません。実行を始めたあとのシグナルは、コマンドに渡します。",
      en: "Checks first, and runs the command after -- without a shell when that activity is go or caution. Input and output belong to the command, and so does the exit code. Interrupted during the check, it runs nothing; signals that come later are passed on to the command.",
    },
    {
      ja: "コマンドそのものの終了コードは、この表の番号と重なることがあります。",
      en: "The command's own exit code may be one of the numbers below.",
    },
  ],
  arguments: [activity],
  passesOn: { name: "COMMAND", summary: { ja: "実行するコマンドと、その引数。", en: "The command and its arguments." } },
  options: [policyOption, { name: "only-go", summary: { ja: "「注意」のときは実行しません。", en: "Does not run it under a caution." } }],
  examples: [
    {
      line: "preflight exec mail-and-meetings -- open-mail --folder inbox",
      shows: { ja: "その業務を始めてよいときだけ open-mail を実行します。", en: "Runs open-mail only when that activity may start." },
    },
    {
      line: "preflight exec documents --only-go -- rsync -a work/ server:work/",
      shows: { ja: "注意の項目がひとつもないときだけ実行します。", en: "Runs it only without any caution." },
    },
  ],
  exits: {
    go: { ja: "コマンドが 0 で終わりました。ほかの番号もコマンドのものです。", en: "The command ended with 0; other numbers are its own, too." },
    refused,
    notExecutable: { ja: "コマンドを実行できませんでした。", en: "The command is there but could not be run." },
    notFound: { ja: "コマンドが見つかりませんでした。", en: "The command was not found." },
  },
};

export const start: CommandDefinition = {
  name: "start",
  summary: { ja: "業務を開始します。", en: "Starts an activity." },
  details: [
    {
      ja: "先に点検し、その業務を始めてよいときだけ、会社のポリシーが決めたページかプログラムを開きます。会社が配布したポリシーでない場合は何も開きません。",
      en: "Checks first, and opens the page or program that the company's policy names only when that activity may start. Nothing is opened under a policy that the company did not install.",
    },
  ],
  arguments: [activity],
  options: [policyOption],
  examples: [{ line: "preflight start mail-and-meetings", shows: { ja: "メールと会議を開始します。", en: "Starts mail and meetings." } }],
  exits: { go: { ja: "開始しました。", en: "Started." }, refused },
};

export const open: CommandDefinition = {
  name: "open",
  summary: {
    ja: "項目を直す場所（設定、ログイン画面、VPN など）を開きます。",
    en: "Opens the place where an item is put right: settings, sign-in page, VPN.",
  },
  details: [
    {
      ja: "先にその項目を点検します。問題がないときや、開ける場所がないときは何も開きません。",
      en: "Looks at that item first. Opens nothing when it is fine or there is no place to open.",
    },
  ],
  arguments: [{ name: "CHECK", required: true, completes: "check", summary: { ja: "点検の項目。", en: "The item." } }],
  options: [policyOption],
  examples: [{ line: "preflight open screen-lock", shows: { ja: "画面ロックの設定を開きます。", en: "Opens the settings of the screen lock." } }],
  exits: {
    go: { ja: "開きました。", en: "Opened." },
    stop: { ja: "開く場所がありません。手順を表示します。", en: "There is no place to open; the steps are shown." },
  },
};
