import type { CommandDefinition } from "../definition.ts";
import { jsonOption, policyOption } from "./common.ts";

const names = ["home", "tether", "none"] as const;

export const networks: CommandDefinition = {
  name: "networks",
  summary: { ja: "覚えているネットワークを一覧し、名前を付け、忘れさせます。", en: "Lists, names and forgets the networks that are remembered." },
  details: [
    {
      ja: "点検のたびに、つないだネットワークの特徴（Wi-Fi の名前、暗号化、ルーター）をこの PC の中だけに覚えます。同じ名前で様子の違うネットワークに気づくためです。",
      en: "Each check remembers, on this PC alone, what the network in use looks like (name of the Wi-Fi, encryption, router), to notice another one under the same name.",
    },
  ],
  examples: [
    { line: "preflight networks name home", shows: { ja: "いまのネットワークを「自宅」と登録します。", en: "Names the network in use your home." } },
  ],
  commands: [
    {
      name: "list",
      summary: { ja: "覚えているネットワークを、最近使った順に一覧します。", en: "Lists the networks, the last used first." },
      options: [policyOption, jsonOption],
      examples: [{ line: "preflight networks list", shows: { ja: "一覧します。", en: "Lists them." } }],
      exits: { go: { ja: "表示しました。", en: "Shown." } },
    },
    {
      name: "name",
      summary: { ja: "いまのネットワークに名前を付けます。", en: "Names the network in use." },
      details: [
        {
          ja: "自宅（home）か、自分のスマートフォンのテザリング（tether）のときだけ付けてください。none は名前を外します。ルーターなどを替えたときは、もう一度付けます。",
          en: "Only for your home (home) or the hotspot of your own phone (tether); none takes the name away. Name it again when you have replaced the router.",
        },
        {
          ja: "暗号化されていない Wi-Fi や、ログイン画面の出るネットワークには付けられません。",
          en: "A Wi-Fi without encryption and a network with a sign-in page cannot be named.",
        },
      ],
      arguments: [
        {
          name: names.join("|"),
          required: true,
          choices: names,
          summary: { ja: "自宅、テザリング、名前なし。", en: "Home, a phone's hotspot, no name." },
        },
      ],
      options: [policyOption],
      examples: [
        { line: "preflight networks name home", shows: { ja: "「自宅」と登録します。", en: "Names it your home." } },
        { line: "preflight networks name none", shows: { ja: "登録をやめます。", en: "Takes the name away." } },
      ],
      exits: {
        go: { ja: "登録しました。", en: "Done." },
        stop: { ja: "そのネットワークには名前を付けられません。", en: "That network cannot be named." },
      },
    },
    {
      name: "forget",
      summary: { ja: "覚えているネットワークを 1 つ忘れさせます。", en: "Forgets one network." },
      arguments: [{ name: "ID", required: true, summary: { ja: "ネットワークの番号（NW-…）。", en: "Number of the network (NW-…)." } }],
      options: [policyOption],
      examples: [{ line: "preflight networks forget NW-7K4Q2MXD", shows: { ja: "忘れさせます。", en: "Forgets it." } }],
      exits: {
        go: { ja: "忘れました。", en: "Forgotten." },
        stop: { ja: "その番号のネットワークは覚えていません。", en: "No network with that number is remembered." },
      },
    },
  ],
};
