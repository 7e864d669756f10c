import type { CommandDefinition } from "../definition.ts";
import { jsonOption, lightExits, policyOption } from "./common.ts";

export const check: CommandDefinition = {
  name: "check",
  summary: { ja: "この PC とネットワークを点検し、信号を表示します。", en: "Looks at this PC and its network and shows the light." },
  details: [
    {
      ja: "すべての項目を調べ、直すべきものから順に、理由・根拠・直し方を表示します。確認できなかった項目は「問題なし」にはなりません。",
      en: "Looks at every item and shows what to fix first, with the reason, the evidence and the steps. What could not be checked never counts as fine.",
    },
    {
      ja: "--only を付けると選んだ項目だけを調べます。業務の可否は判定せず、終了コードも選んだ項目だけの結果です。",
      en: "With --only just the chosen items are looked at. No work is cleared by that, and the exit code speaks of the chosen items alone.",
    },
  ],
  options: [
    {
      name: "only",
      value: { name: "CHECK", completes: "check" },
      multiple: true,
      summary: {
        ja: "この項目だけを調べます。何度でも指定でき、カンマでも区切れます。",
        en: "Only these items. May be repeated or separated by commas.",
      },
    },
    policyOption,
    jsonOption,
    { name: "verbose", short: "v", summary: { ja: "問題のない項目の根拠も表示します。", en: "Shows the evidence of items that are fine, too." } },
    {
      name: "replay",
      value: { name: "DIR", completes: "folder" },
      summary: {
        ja: "この PC ではなく、facts --record で書き込んだ記録を判定します。この PC には何も記録しません。--policy があれば必ずそのポリシーで判定します。",
        en: "Judges a recording made by facts --record instead of this PC. Nothing is recorded here. A file given with --policy is always used.",
      },
    },
    {
      name: "os",
      value: { name: "windows|macos|linux", choices: ["windows", "macos", "linux"] },
      summary: {
        ja: "--replay の記録の OS。記録に OS が書かれていないときに指定します。",
        en: "With --replay: the OS of the recording, where the recording does not say it.",
      },
    },
  ],
  examples: [
    { line: "preflight check", shows: { ja: "点検して結果を表示します。", en: "Checks and shows the result." } },
    {
      line: "preflight check --only vpn --only screen-lock",
      shows: { ja: "VPN と画面ロックだけを調べなおします。", en: "Looks at the VPN and the screen lock alone, after a fix." },
    },
    {
      line: "preflight check --json > snapshot.json",
      shows: { ja: "すべての結果をスクリプトに渡します。", en: "Hands everything to a script." },
    },
    {
      line: "preflight check --replay recorded --policy policy.yaml",
      shows: { ja: "届いた記録を、別の PC で判定します。", en: "Judges a recording that came in, on any PC." },
    },
  ],
  exits: lightExits,
};

export const gate: CommandDefinition = {
  name: "gate",
  summary: { ja: "業務ごとに、いま始めてよいかを答えます。", en: "Answers for each kind of work whether it may start now." },
  details: [
    {
      ja: "点検したうえで、業務ごとに可否・理由・直し方・期限を表示します。--activity を付けると、その業務だけを答え、終了コードもその業務のものになります。",
      en: "Checks first, then shows for each activity whether it may start, why not, what to do and until when. With --activity the answer and the exit code are of that activity.",
    },
  ],
  options: [
    {
      name: "activity",
      value: { name: "ID" },
      summary: { ja: "この業務だけを判定します。", en: "Only this activity." },
    },
    policyOption,
    jsonOption,
  ],
  examples: [
    { line: "preflight gate", shows: { ja: "すべての業務の可否を表示します。", en: "Shows all activities." } },
    {
      line: "preflight gate --activity mail-and-meetings && open-mail",
      shows: { ja: "その業務が「開始できます」のときだけ次へ進みます。", en: "Goes on only when that activity is clear." },
    },
  ],
  exits: lightExits,
};

export const facts: CommandDefinition = {
  name: "facts",
  summary: { ja: "この PC から読み取った事実を、根拠と時刻とともに表示します。", en: "Shows what was read from this PC, with evidence and time." },
  details: [
    {
      ja: "判定はしません。今のポリシーが使わない事実は読み取らないため、表示されません。",
      en: "Nothing is judged. Facts that the policy in use does not need are not read and so not shown.",
    },
    {
      ja: "--record を付けると、点検が見たものすべてを、氏名・PC 名・製造番号・SSID・アドレスを仮名に置き換えて書き込みます。ヘルプデスクは preflight check --replay で同じ判定を再現できます。",
      en: "With --record everything that the check saw is written, with names, host name, serial numbers, SSIDs and addresses replaced. The helpdesk gets the same decision from it with preflight check --replay.",
    },
  ],
  arguments: [
    {
      name: "FACT",
      required: false,
      multiple: true,
      completes: "fact",
      summary: { ja: "表示する事実。省略するとすべて。", en: "Which facts; all when left out." },
    },
  ],
  options: [
    policyOption,
    jsonOption,
    {
      name: "record",
      value: { name: "DIR", completes: "folder" },
      summary: {
        ja: "見たものを仮名に置き換え、再現できる記録として、このフォルダー（新しいか、空のもの）に書き込みます。",
        en: "Writes what was seen, with pseudonyms, as a recording that can be replayed. The folder must be new or empty.",
      },
    },
  ],
  examples: [
    { line: "preflight facts", shows: { ja: "すべて表示します。", en: "Shows all." } },
    { line: "preflight facts route vpn", shows: { ja: "経路と VPN だけを表示します。", en: "Shows the route and the VPN." } },
    { line: "preflight facts --record recorded", shows: { ja: "ヘルプデスクに渡す記録を作ります。", en: "Makes a recording for the helpdesk." } },
  ],
  exits: {
    go: { ja: "表示または記録しました。", en: "Shown, or recorded." },
    stop: { ja: "記録しましたが、再現した判定がこの PC の判定と違います。", en: "Recorded, but a replay decides differently than this PC." },
  },
};

export const declare: CommandDefinition = {
  name: "declare",
  summary: { ja: "PC では測れない項目に「はい」「いいえ」で答えます。", en: "Answers an item that a PC cannot measure with yes or no." },
  details: [
    {
      ja: "周りから画面が見えないか、会社が貸し出した PC か、などの自己申告です。答えは記録に残り、ポリシーで決めた期間だけ有効です。周りの環境についての答えは、いまのネットワークで、次に PC にサインインするまで有効です。",
      en: "For example: can nobody see the screen, is this the PC that was lent to you. The answer is kept in the journal and holds as long as the policy says; an answer about the place holds on this network, until you next sign in to the PC.",
    },
  ],
  arguments: [
    { name: "CHECK", required: true, completes: "check", summary: { ja: "自己申告の項目。", en: "The declared item." } },
    { name: "yes|no", required: true, choices: ["yes", "no"], summary: { ja: "はい（yes）か、いいえ（no）。", en: "Yes or no." } },
  ],
  options: [policyOption],
  examples: [{ line: "preflight declare surroundings yes", shows: { ja: "「はい」と答えます。", en: "Answers yes." } }],
  exits: {
    go: { ja: "答えを記録しました。", en: "The answer was recorded." },
    stop: { ja: "その項目には答えられません。", en: "That item takes no answer." },
  },
};

export const parse: CommandDefinition = {
  name: "parse",
  summary: { ja: "貼り付けられたコマンドの出力から、何を読み取るかを表示します。", en: "Shows what is read out of the output of a command." },
  details: [
    {
      ja: "ヘルプデスクが受け取った出力を、点検と同じ方法で読みます。この PC は調べず、判定もしません。先頭のコマンドの行、プロンプト、画面の区切りは読み飛ばします。",
      en: "Reads an output that the helpdesk was sent, the way a check does. This PC is not looked at and nothing is judged. An echoed command, prompts around the output and lines of a pager are skipped.",
    },
    {
      ja: "Preflight が使うコマンドのほか、よく貼り付けられるもの（manage-bde、Get-BitLockerVolume、Get-MpComputerStatus、Get-NetFirewallProfile、netsh advfirewall、ipconfig、route print、powercfg /q、w32tm、whoami、ss、ip route get など）も読みます。全体が分からない値は「一部」と示し、判定に足りない出力（systeminfo、Get-HotFix、lsblk の表など）には、代わりに実行するコマンドを答えます。",
      en: "Beside the commands that Preflight itself uses it reads what people commonly paste (manage-bde, Get-BitLockerVolume, Get-MpComputerStatus, Get-NetFirewallProfile, netsh advfirewall, ipconfig, route print, powercfg /q, w32tm, whoami, ss, ip route get and more). A value that is not proved to be whole is shown as a part; an output that does not tell enough (systeminfo, Get-HotFix, the tree of lsblk) is answered with the command to run instead.",
    },
  ],
  arguments: [
    {
      name: "OS/COMMAND",
      required: false,
      summary: { ja: "どのコマンドの出力か。--list が一覧を表示します。", en: "Whose output it is; --list shows them all." },
    },
    {
      name: "FILE",
      required: false,
      completes: "file",
      summary: { ja: "出力のファイル。- は標準入力です。", en: "The output; - is standard input." },
    },
  ],
  options: [
    { name: "exit", value: { name: "N" }, summary: { ja: "コマンドの終了コード。省略すると 0。", en: "Exit code of the command (0 by default)." } },
    {
      name: "stderr",
      value: { name: "FILE", completes: "file" },
      summary: { ja: "標準エラー出力のファイル。", en: "What it printed to standard error." },
    },
    { name: "list", summary: { ja: "読めるコマンドを一覧します。", en: "Lists the commands that can be read." } },
    jsonOption,
  ],
  examples: [
    { line: "preflight parse linux/lsblk-mountpoints lsblk.json", shows: { ja: "ファイルから読み取ります。", en: "Reads a file." } },
    {
      line: "preflight parse windows/manage-bde-status -",
      shows: { ja: "貼り付けた内容を標準入力から読みます。", en: "Reads what was pasted into standard input." },
    },
    { line: "preflight parse --list", shows: { ja: "読めるコマンドを一覧します。", en: "Lists what can be read." } },
  ],
  exits: {
    go: { ja: "読み取れた事実があります。", en: "Something was read." },
    caution: { ja: "読み取れた事実がありません。", en: "Nothing could be read out of it." },
  },
};
