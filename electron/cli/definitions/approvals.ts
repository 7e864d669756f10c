import type { ArgumentDefinition, CommandDefinition } from "../definition.ts";
import { jsonOption, policyOption } from "./common.ts";

const requestNumber: ArgumentDefinition = {
  name: "REQUEST",
  required: true,
  summary: { ja: "申請番号（RQ-…）。", en: "Number of the request (RQ-…)." },
};
const unknownRequest = { ja: "その番号の申請は待っていません。", en: "No such request waits." };

/** For the person who asked. */
export const answerCommands: readonly CommandDefinition[] = [
  {
    name: "answer",
    summary: { ja: "ヘルプデスクの回答を入力し、例外を記録します。", en: "Takes the helpdesk's answer and records the exception." },
    arguments: [
      requestNumber,
      {
        name: "ANSWER",
        required: true,
        summary: {
          ja: "承認の文（PFAP1.…）、または電話で聞いた 8 文字の番号。- は標準入力。",
          en: "The approval (PFAP1.…) or the 8 characters heard on the phone; - for standard input.",
        },
      },
    ],
    options: [policyOption, jsonOption],
    examples: [
      {
        line: "preflight exceptions answer RQ-7K4Q2MXD 3FH8-9QWE",
        shows: { ja: "電話で聞いた番号を入力します。", en: "Types the code from the phone." },
      },
    ],
    exits: {
      go: { ja: "例外を記録しました。", en: "Recorded." },
      stop: { ja: "回答を受け付けられません。理由を示します。", en: "The answer was not accepted; it says why." },
    },
  },
  {
    name: "withdraw",
    summary: { ja: "回答を待っている申請を取り下げます。", en: "Takes back a request that waits for an answer." },
    arguments: [requestNumber],
    options: [policyOption],
    examples: [{ line: "preflight exceptions withdraw RQ-7K4Q2MXD", shows: { ja: "取り下げます。", en: "Takes it back." } }],
    exits: { go: { ja: "取り下げました。", en: "Taken back." }, stop: unknownRequest },
  },
];

const letterArgument: ArgumentDefinition = {
  name: "LETTER",
  required: true,
  completes: "file",
  summary: {
    ja: "申請の文（PFRQ1.…）、それを入れたファイル、または標準入力（-）。",
    en: "The request's text (PFRQ1.…), a file with it, or - for standard input.",
  },
};
const notALetter = { ja: "申請の文として読めません。", en: "It is not the text of a request." };

/** For the helpdesk and the security officer, on their own PCs. */
export const deskCommands: readonly CommandDefinition[] = [
  {
    name: "approve",
    summary: { ja: "（ヘルプデスク用）申請に署名して承認します。", en: "(Helpdesk) Approves a request with a signature." },
    details: [
      {
        ja: "まず申請の内容だけを表示します。読んで承認すると決めたら --yes を付けて実行してください。承認の文（PFAP1.…）を最後の行に出力します。承認は 24 時間以内に入力してもらいます。",
        en: "First shows only what is asked for. When you have read it and approve, run it again with --yes: the approval (PFAP1.…) is the last line. It has to be entered within 24 hours.",
      },
      {
        ja: "署名した承認は、鍵と同じフォルダーの approvals.jsonl に 1 行ずつ残ります。",
        en: "Every approval that is signed leaves a line in approvals.jsonl in the folder of the key.",
      },
    ],
    arguments: [letterArgument],
    options: [
      { name: "key", required: true, value: { name: "FILE", completes: "file" }, summary: { ja: "秘密鍵。", en: "The private key." } },
      {
        name: "key-id",
        required: true,
        value: { name: "ID" },
        summary: { ja: "ポリシーの keys にあるこの鍵の id。", en: "The id of this key in the policy's list of keys." },
      },
      { name: "name", value: { name: "NAME" }, summary: { ja: "承認する人の名前。記録に残ります。", en: "Who approves; it is recorded." } },
      {
        name: "ends",
        value: { name: "TIME" },
        summary: { ja: "申請より早く終わらせるときの期限（7d、12h など）。", en: "An earlier end than asked for (7d, 12h, …)." },
      },
      { name: "until", value: { name: "TIME" }, summary: { ja: "--ends の以前の書き方。", en: "What --ends was called before." } },
      { name: "yes", summary: { ja: "内容を読みました。署名します。", en: "I have read it: sign." } },
      {
        name: "ledger",
        value: { name: "FILE", completes: "file" },
        summary: {
          ja: "承認を残すファイル（既定は鍵と同じフォルダーの approvals.jsonl）。",
          en: "Where approvals are noted (default: approvals.jsonl beside the key).",
        },
      },
      jsonOption,
    ],
    examples: [
      {
        line: "preflight exceptions approve letter.txt --key desk/policy.key --key-id desk-1 --name Sato",
        shows: { ja: "内容を読みます。", en: "Shows what is asked for." },
      },
      {
        line: "preflight exceptions approve letter.txt --key desk/policy.key --key-id desk-1 --name Sato --yes",
        shows: { ja: "承認します。", en: "Approves it." },
      },
    ],
    exits: {
      go: { ja: "承認の文を出力しました。", en: "The approval was printed." },
      caution: { ja: "内容を表示しました。まだ承認していません。", en: "Shown; nothing is approved yet." },
      stop: notALetter,
    },
  },
  {
    name: "code",
    summary: { ja: "（ヘルプデスク用）電話で伝える 8 文字の番号を表示します。", en: "(Helpdesk) Shows the 8 characters to read out over the phone." },
    details: [
      {
        ja: "申請番号だけでも作れますが、内容は見えません。できれば申請の文で内容を確かめてください。",
        en: "The number of the request is enough, but then you do not see what is asked for. Prefer the request's text.",
      },
    ],
    arguments: [
      {
        ...letterArgument,
        summary: { ja: `申請番号（RQ-…）、または${letterArgument.summary.ja}`, en: `The number (RQ-…), or: ${letterArgument.summary.en}` },
      },
    ],
    options: [
      {
        name: "secret",
        required: true,
        value: { name: "FILE", completes: "file" },
        summary: { ja: "approval.secret のファイル。", en: "The file approval.secret." },
      },
      jsonOption,
    ],
    examples: [
      { line: "preflight exceptions code RQ-7K4Q2MXD --secret approval.secret", shows: { ja: "番号を表示します。", en: "Shows the code." } },
    ],
    exits: { go: { ja: "表示しました。", en: "Shown." }, stop: notALetter },
  },
  {
    name: "key",
    summary: {
      ja: "（管理者用）承認に使う公開鍵を、ポリシーに書く形で表示します。",
      en: "(Security officer) Shows a public key as the policy lists it.",
    },
    details: [
      {
        ja: "鍵は preflight policy keygen で作ります。ポリシーの署名に使う鍵とは別の鍵にしてください。",
        en: "Keys are made by preflight policy keygen. Use other keys than the one that signs the policy.",
      },
    ],
    arguments: [{ name: "FILE", required: true, completes: "file", summary: { ja: "公開鍵（policy.pub）。", en: "The public key (policy.pub)." } }],
    options: [
      {
        name: "id",
        required: true,
        value: { name: "ID" },
        summary: { ja: "鍵の id（小文字と数字とハイフン）。", en: "Id of the key (small letters, digits, hyphens)." },
      },
      {
        name: "name",
        required: true,
        value: { name: "NAME" },
        summary: { ja: "承認者として記録される名前。", en: "The name that is recorded as the approver." },
      },
    ],
    examples: [
      { line: 'preflight exceptions key desk/policy.pub --id desk-1 --name "IT helpdesk"', shows: { ja: "YAML で表示します。", en: "As YAML." } },
    ],
    exits: { go: { ja: "表示しました。", en: "Shown." } },
  },
  {
    name: "secret",
    summary: {
      ja: "（管理者用）電話の番号に使う秘密のファイルを作ります。",
      en: "(Security officer) Makes the secret behind the codes for the phone.",
    },
    details: [
      {
        ja: "すでにあるファイルは決して上書きしません。弱点を docs/exceptions.md で読んでから使ってください。",
        en: "A file that is there is never overwritten. Read its weakness in docs/exceptions.md before you use it.",
      },
    ],
    options: [
      { name: "out", required: true, value: { name: "FILE", completes: "file" }, summary: { ja: "書き込むファイル。", en: "File to write." } },
    ],
    examples: [{ line: "preflight exceptions secret --out approval.secret", shows: { ja: "作ります。", en: "Makes it." } }],
    exits: { go: { ja: "作りました。", en: "Made." } },
  },
];
