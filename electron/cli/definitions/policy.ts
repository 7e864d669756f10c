import type { CommandDefinition } from "../definition.ts";
import { jsonOption, policyOption } from "./common.ts";

const done = { ja: "できました。", en: "Done." };
const keyOption = { name: "key", required: true, value: { name: "FILE", completes: "file" as const } };

export const policy: CommandDefinition = {
  name: "policy",
  summary: { ja: "ポリシーを確かめ、説明し、署名します。", en: "Checks, explains and signs policies." },
  details: [
    {
      ja: "ポリシーは YAML のデータです。会社で配るときは、鍵を作り（keygen）、署名し（sign）、決まった場所に置きます。",
      en: "A policy is YAML data. To roll one out: make keys (keygen), sign (sign), put it in the managed place.",
    },
  ],
  examples: [{ line: "preflight policy check policy.yaml", shows: { ja: "書いたポリシーを確かめます。", en: "Checks a policy that you wrote." } }],
  commands: [
    {
      name: "check",
      summary: { ja: "ポリシーのファイルに誤りがないかを確かめます。", en: "Finds mistakes in a policy file." },
      arguments: [{ name: "FILE", required: true, completes: "file", summary: { ja: "ポリシー（YAML）。", en: "The policy (YAML)." } }],
      options: [jsonOption],
      examples: [
        { line: "preflight policy check policy.yaml", shows: { ja: "誤りを行番号とともに示します。", en: "Shows mistakes with their lines." } },
      ],
      exits: { go: { ja: "誤りはありません。", en: "No mistakes." }, stop: { ja: "誤りがあります。", en: "There are mistakes." } },
    },
    {
      name: "show",
      summary: { ja: "いま使われるポリシーと、その出どころを表示します。", en: "Shows the policy in use and where it comes from." },
      options: [policyOption, jsonOption],
      examples: [{ line: "preflight policy show", shows: { ja: "規則を一覧します。", en: "Lists the rules." } }],
      exits: {
        go: { ja: "表示しました。", en: "Shown." },
        stop: { ja: "会社のポリシーを信頼できません。", en: "The organisation's policy cannot be trusted." },
      },
    },
    {
      name: "schema",
      summary: { ja: "エディター用の JSON Schema を出力します。", en: "Prints the JSON Schema for editors." },
      examples: [
        { line: "preflight policy schema > policy.schema.json", shows: { ja: "入力の補助に使います。", en: "For completion while writing." } },
      ],
      exits: { go: done },
    },
    {
      name: "explain",
      summary: { ja: "1 つの項目の規則と設定を説明します。", en: "Explains the rule and settings of one item." },
      arguments: [
        {
          name: "CHECK",
          required: false,
          completes: "check",
          summary: { ja: "項目。省略すると一覧します。", en: "The item; all are listed when left out." },
        },
      ],
      options: [policyOption],
      examples: [{ line: "preflight policy explain screen-lock", shows: { ja: "画面ロックの規則を説明します。", en: "Explains the screen lock." } }],
      exits: { go: { ja: "表示しました。", en: "Shown." } },
    },
    {
      name: "keygen",
      summary: { ja: "署名に使う鍵を作ります（Ed25519）。", en: "Makes keys for signing (Ed25519)." },
      details: [
        {
          ja: "policy.key（秘密鍵、本人だけが読めます）と policy.pub（公開鍵）を書き込みます。すでにある鍵は決して上書きしません。",
          en: "Writes policy.key (private, readable by you alone) and policy.pub. A key that is there is never overwritten.",
        },
      ],
      options: [
        {
          name: "out",
          required: true,
          value: { name: "DIR", completes: "folder" },
          summary: { ja: "書き込むフォルダー。", en: "Folder to write to." },
        },
      ],
      examples: [{ line: "preflight policy keygen --out keys", shows: { ja: "鍵を作ります。", en: "Makes the keys." } }],
      exits: { go: done },
    },
    {
      name: "sign",
      summary: { ja: "ポリシーに署名します（FILE.sig を書き込みます）。", en: "Signs a policy (writes FILE.sig)." },
      details: [{ ja: "誤りのあるポリシーには署名しません。", en: "A policy with mistakes is not signed." }],
      arguments: [{ name: "FILE", required: true, completes: "file", summary: { ja: "ポリシー。", en: "The policy." } }],
      options: [{ ...keyOption, summary: { ja: "秘密鍵。", en: "The private key." } }],
      examples: [{ line: "preflight policy sign policy.yaml --key keys/policy.key", shows: { ja: "署名します。", en: "Signs it." } }],
      exits: { go: done, stop: { ja: "ポリシーに誤りがあり、署名しませんでした。", en: "The policy has mistakes and was not signed." } },
    },
    {
      name: "verify",
      summary: { ja: "ポリシーの署名を確かめます。", en: "Verifies the signature of a policy." },
      arguments: [{ name: "FILE", required: true, completes: "file", summary: { ja: "ポリシー。", en: "The policy." } }],
      options: [
        {
          name: "signature",
          value: { name: "FILE", completes: "file" },
          summary: { ja: "署名。省略すると FILE.sig です。", en: "The signature; FILE.sig by default." },
        },
        { ...keyOption, summary: { ja: "公開鍵。", en: "The public key." } },
      ],
      examples: [{ line: "preflight policy verify policy.yaml --key keys/policy.pub", shows: { ja: "確かめます。", en: "Verifies it." } }],
      exits: { go: { ja: "署名は正しいです。", en: "The signature is right." }, stop: { ja: "署名が違います。", en: "The signature is wrong." } },
    },
  ],
};
