import type { PersonalField } from "../../../shared/personalFields.ts";
import type { CommandDefinition } from "../definition.ts";
import { jsonOption, policyOption } from "./common.ts";

// A mapped type: complete, without loading the contract and its zod for --help.
const personal: { readonly [F in PersonalField]: F } = { ssid: "ssid", user: "user", host: "host", serial: "serial", addresses: "addresses" };

export const report: CommandDefinition = {
  name: "report",
  summary: { ja: "ヘルプデスクに渡す報告書を作り、確かめます。", en: "Makes and verifies the report for the helpdesk." },
  details: [
    {
      ja: "点検したうえで報告書を作ります。氏名や SSID などは仮名に置き換わります。読めるまま渡すものだけを --show で選びます。",
      en: "Checks, then makes the report. Names, SSIDs and the like are replaced by pseudonyms; --show names what may stay readable.",
    },
    {
      ja: "同じ名前のファイルがあるときは上書きしません。上書きするには --force を付けます。",
      en: "A file of that name is not overwritten unless --force is given.",
    },
  ],
  options: [
    {
      name: "out",
      value: { name: "FILE", completes: "file" },
      summary: { ja: "書き込むファイル。- は標準出力です。", en: "File to write; - is standard output." },
    },
    {
      name: "format",
      value: { name: "html|json", choices: ["html", "json", "pdf"] },
      summary: {
        ja: "形式。省略するとファイルの拡張子で決め、なければ html です。PDF は画面のアプリだけが作ります。",
        en: "Format; by default from the file's ending, else html. PDF files are made by the window alone.",
      },
    },
    {
      name: "show",
      value: { name: "FIELD", choices: Object.values(personal) },
      multiple: true,
      summary: { ja: "仮名にせずに残す項目。", en: "Fields that stay readable." },
    },
    { name: "force", summary: { ja: "同じ名前のファイルがあれば置き換えます。", en: "Replaces a file of that name." } },
    policyOption,
  ],
  examples: [
    { line: "preflight report --out report.html", shows: { ja: "ブラウザーで読める報告書を作ります。", en: "A page that any browser shows." } },
    {
      line: "preflight report --out report.json --show ssid,host",
      shows: { ja: "SSID と PC 名を残します。", en: "Keeps SSID and host name readable." },
    },
    { line: "preflight report verify report.html", shows: { ja: "届いた報告書を確かめます。", en: "Verifies a report that came in." } },
  ],
  exits: { go: { ja: "報告書を書き込みました（信号の色にはよりません）。", en: "The report was written, whatever the light is." } },
  commands: [
    {
      name: "verify",
      summary: { ja: "報告書が書き換えられていないかを確かめます。", en: "Proves that a report was not changed." },
      details: [
        {
          ja: "形式、ダイジェスト、事実から計算しなおした判定、時刻とポリシー、本文を確かめます。この PC の記録にある報告書なら、記録とも照らし合わせます。",
          en: "Looks at schema, digest, the decision computed again from its facts, times and policy, and the page; for a report of this PC the journal, too.",
        },
      ],
      arguments: [{ name: "FILE", required: true, completes: "file", summary: { ja: "報告書（HTML か JSON）。", en: "The report (HTML or JSON)." } }],
      options: [jsonOption],
      examples: [{ line: "preflight report verify report.json", shows: { ja: "確かめます。", en: "Verifies it." } }],
      exits: {
        go: { ja: "書き換えられていません。", en: "Unchanged." },
        caution: {
          ja: "書き換えは見つかりませんが、確かめられない部分があります（別の版で作られた、隠した値によるなど）。",
          en: "Nothing speaks against it, but not all could be checked (made by another version, rests on hidden values).",
        },
        stop: { ja: "書き換えられたか、壊れています。", en: "Changed or damaged." },
        noReport: { ja: "報告書のファイルではありません（PDF や画像など）。", en: "The file is no report (a PDF, a picture …)." },
      },
    },
  ],
};

export const code: CommandDefinition = {
  name: "code",
  summary: { ja: "電話で聞いたヘルプデスク用の番号を読み解きます。", en: "Reads a helpdesk code that was said over the phone." },
  details: [
    {
      ja: "番号だけで、信号、悪いほうから 3 つまでの項目、ポリシーの版、点検した日が分かります。この PC もネットワークも使いません。聞き間違えた 1 文字や、隣り合う 2 文字の入れ替わりには必ず気づきます。",
      en: "The code alone tells the light, up to three worst items, the revision of the policy and the day. Neither this PC nor a network is looked at. One wrong character, or two that were swapped, never pass unnoticed.",
    },
    {
      ja: "大文字と小文字、ハイフンの有無、全角と半角は問いません。I と L は 1、O は 0 として読みます。",
      en: "Case, hyphens and full-width characters do not matter; I and L are read as 1, O as 0.",
    },
  ],
  arguments: [{ name: "CODE", required: true, multiple: true, summary: { ja: "12 文字の番号。", en: "The code of 12 characters." } }],
  options: [jsonOption],
  examples: [{ line: "preflight code C622-2062-HJTT", shows: { ja: "読み解きます。", en: "Reads it." } }],
  exits: {
    go: { ja: "読めました（信号の色にはよりません）。", en: "Read, whatever the light is." },
    stop: { ja: "番号が違います。どう違うかを示します。", en: "The code is wrong; how is said." },
  },
};

export const dispute: CommandDefinition = {
  name: "dispute",
  summary: { ja: "判定がおかしいと申し出ます。", en: "Says that the result of an item is wrong." },
  details: [
    {
      ja: "点検したうえで、申し出を記録に残します。言葉は根拠とともに次の報告書に入ります。判定と信号は変わりません。",
      en: "Checks, then keeps the words in the journal. They go into the next report beside the evidence. The result and the light stay as they are.",
    },
  ],
  arguments: [{ name: "CHECK", required: true, completes: "check", summary: { ja: "おかしいと思う項目。", en: "The item in question." } }],
  options: [
    { name: "words", value: { name: "TEXT" }, summary: { ja: "どこがおかしいか（1000 文字まで）。", en: "What is wrong (up to 1000 characters)." } },
    policyOption,
  ],
  examples: [
    {
      line: 'preflight dispute screen-lock --words "The screen locks after 5 minutes"',
      shows: { ja: "画面ロックの判定がおかしいと申し出ます。", en: "Calls the result about the screen lock wrong." },
    },
  ],
  exits: {
    go: { ja: "申し出を記録しました（信号の色にはよりません）。", en: "It was recorded, whatever the light is." },
    stop: { ja: "その項目は、いまのポリシーでは点検しません。", en: "The policy in force does not look at that item." },
  },
};

export const journal: CommandDefinition = {
  name: "journal",
  summary: { ja: "点検の記録（ジャーナル）を見て、確かめます。", en: "Shows and verifies the journal." },
  examples: [{ line: "preflight journal show --last 10", shows: { ja: "最後の 10 件を見ます。", en: "The last 10 entries." } }],
  commands: [
    {
      name: "show",
      summary: { ja: "記録を新しい順に表示します。", en: "Shows entries, newest first." },
      options: [{ name: "last", value: { name: "N" }, summary: { ja: "表示する件数（初めは 20）。", en: "How many (20 by default)." } }, jsonOption],
      examples: [{ line: "preflight journal show --last 5", shows: { ja: "最後の 5 件を表示します。", en: "The last 5." } }],
      exits: {
        go: { ja: "表示しました。", en: "Shown." },
        stop: { ja: "表示しましたが、記録がつながっていません。", en: "Shown, but the chain is broken." },
      },
    },
    {
      name: "days",
      summary: { ja: "最近の日々の判定を、1 日 1 文字で表示します。", en: "Shows the results of the last days, one character a day." },
      details: [
        {
          ja: "日はこの PC の時間帯で数えます。その日の点検のうち、いちばん悪い判定を示します。",
          en: "Days are those of this PC's time zone. Each shows the worst of its checks.",
        },
      ],
      options: [
        { name: "days", value: { name: "N" }, summary: { ja: "日数（初めは 90、366 まで）。", en: "How many days (90 by default, at most 366)." } },
        jsonOption,
      ],
      examples: [{ line: "preflight journal days --days 30", shows: { ja: "最近の 30 日を表示します。", en: "The last 30 days." } }],
      exits: {
        go: { ja: "表示しました。", en: "Shown." },
        stop: { ja: "表示しましたが、記録がつながっていません。", en: "Shown, but the chain is broken." },
      },
    },
    {
      name: "export",
      summary: { ja: "記録のファイルを、そのまま書き出します。", en: "Writes the file of the journal as it is." },
      options: [
        { name: "out", value: { name: "FILE", completes: "file" }, summary: { ja: "書き込むファイル。", en: "File to write." } },
        { name: "force", summary: { ja: "同じ名前のファイルがあれば置き換えます。", en: "Replaces a file of that name." } },
      ],
      examples: [
        {
          line: "preflight journal export --out journal.jsonl",
          shows: { ja: "ヘルプデスクに渡すファイルを作ります。", en: "Makes the file for the helpdesk." },
        },
      ],
      exits: { go: { ja: "書き込みました。", en: "Written." } },
    },
    {
      name: "verify",
      summary: { ja: "記録が消されたり書き換えられたりしていないかを確かめます。", en: "Proves that no entry was cut, edited or moved." },
      options: [jsonOption],
      examples: [{ line: "preflight journal verify", shows: { ja: "確かめます。", en: "Verifies it." } }],
      exits: { go: { ja: "つながっています。", en: "Intact." }, stop: { ja: "つながっていません。", en: "Broken." } },
    },
  ],
};
