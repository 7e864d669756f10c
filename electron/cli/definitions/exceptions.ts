import type { CommandDefinition, OptionDefinition } from "../definition.ts";
import { answerCommands, deskCommands } from "./approvals.ts";
import { jsonOption, policyOption } from "./common.ts";

const requestOptions: readonly OptionDefinition[] = [
  {
    name: "check",
    required: true,
    value: { name: "CHECK", completes: "check" },
    summary: { ja: "例外にする項目。", en: "The item that is not met." },
  },
  {
    name: "reason",
    required: true,
    value: { name: "TEXT" },
    summary: { ja: "理由（20 文字以上。ポリシーで長くできます）。", en: "Why (20 characters or more; the policy may ask for more)." },
  },
  {
    name: "measure",
    required: true,
    value: { name: "TEXT" },
    summary: { ja: "代わりに守ること（補う対策）。", en: "What is done instead (compensating measure)." },
  },
  {
    name: "ends",
    required: true,
    value: { name: "TIME" },
    summary: {
      ja: "終わり。7d（7 日後）、12h（12 時間後）、2027-01-31（その日の終わり）、または ISO 8601 の日時。",
      en: "End: 7d (in 7 days), 12h, 2027-01-31 (end of that day), or an ISO 8601 time.",
    },
  },
  { name: "approver", value: { name: "NAME" }, summary: { ja: "承認した人。", en: "Who approved it." } },
  { name: "ticket", value: { name: "NUMBER" }, summary: { ja: "申請番号。", en: "Number of the ticket." } },
  {
    name: "subject",
    value: { name: "TEXT" },
    summary: {
      ja: "この対象だけ（ポートやディスクなど、点検結果に出る名前）。",
      en: "Only for this subject (a port, a volume, as the finding names it).",
    },
  },
  { name: "activity", value: { name: "ID" }, summary: { ja: "この業務だけ。", en: "Only for this activity." } },
  { name: "this-network", summary: { ja: "いまのネットワークでだけ有効にします。", en: "Only on the network in use now." } },
];

const helpdeskOption: OptionDefinition = {
  name: "helpdesk",
  summary: {
    ja: "自分だけで例外にできる場合でも、ヘルプデスクに承認を求めます。",
    en: "Asks the helpdesk to approve, even where you may accept it alone.",
  },
};

const refused = { ja: "ポリシーにより認められません。理由の規則名を示します。", en: "Refused by the policy; the rule is named." };

export const exceptions: CommandDefinition = {
  name: "exceptions",
  summary: { ja: "例外を一覧・申請・取り消しします。", en: "Lists, requests and revokes exceptions." },
  details: [
    {
      ja: "例外は、満たせない項目があっても期限まで作業を認める記録です。判定そのものは変わらず、信号は「注意」になります。",
      en: "An exception is a documented permission to work until a date although an item is not met. The verdict stays, and the light is amber.",
    },
  ],
  examples: [{ line: "preflight exceptions list", shows: { ja: "例外を一覧します。", en: "Lists the exceptions." } }],
  commands: [
    {
      name: "list",
      summary: {
        ja: "例外と、回答を待っている申請を新しい順に一覧します。",
        en: "Lists exceptions and requests that wait for an answer, newest first.",
      },
      options: [
        { name: "pending", summary: { ja: "回答を待っている申請だけ。", en: "Only requests that wait for an answer." } },
        policyOption,
        jsonOption,
      ],
      examples: [{ line: "preflight exceptions list --json", shows: { ja: "JSON で出力します。", en: "As JSON." } }],
      exits: { go: { ja: "表示しました。", en: "Shown." } },
    },
    {
      name: "request",
      summary: { ja: "例外を申請し、認められれば記録します。", en: "Requests an exception and records it when the policy allows it." },
      details: [
        {
          ja: "例外にできるのは、いま満たしていない項目だけです。そのため、先に点検してから申請します。",
          en: "Only an item that is not met now can be excepted, so the PC is checked first.",
        },
        {
          ja: "ポリシーがヘルプデスクの承認を求めるときは、申請番号（RQ-…）と申請の文（PFRQ1.…）を表示します。例外はまだ有効ではありません。",
          en: "Where the policy wants the helpdesk's approval, it prints the request's number (RQ-…) and its text (PFRQ1.…). No exception holds yet.",
        },
      ],
      options: [...requestOptions, helpdeskOption, policyOption, jsonOption],
      examples: [
        {
          line: 'preflight exceptions request --check disk-encryption --reason "貸出機の入れ替えを待っています（来週の予定）" --measure "PC を持ち出さず、施錠して保管します" --ticket IT-1042 --ends 7d',
          shows: { ja: "7 日間の例外を申請します。", en: "Requests an exception for 7 days." },
        },
      ],
      exits: {
        go: { ja: "例外を記録しました。", en: "Recorded." },
        caution: { ja: "ヘルプデスクの回答を待っています。まだ例外ではありません。", en: "Waits for the helpdesk; not an exception yet." },
        stop: refused,
      },
    },
    {
      name: "revoke",
      summary: { ja: "例外を取り消します。", en: "Ends an exception now." },
      arguments: [{ name: "ID", required: true, summary: { ja: "例外の番号（EX-…）。", en: "Number of the exception (EX-…)." } }],
      options: [policyOption],
      examples: [
        { line: "preflight exceptions revoke EX-7K4Q2MXD", shows: { ja: "取り消します。記録は残ります。", en: "Ends it; the record stays." } },
      ],
      exits: {
        go: { ja: "取り消しました。", en: "Revoked." },
        stop: { ja: "その番号の例外がないか、すでに終わっています。", en: "There is no such exception, or it has already ended." },
      },
    },
    ...answerCommands,
    ...deskCommands,
  ],
};
