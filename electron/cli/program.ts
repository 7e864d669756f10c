import type { CommandDefinition } from "./definition.ts";
import { lightExits } from "./definitions/common.ts";
import { exceptions } from "./definitions/exceptions.ts";
import { lessons, rules } from "./definitions/learning.ts";
import { networks } from "./definitions/networks.ts";
import { policy } from "./definitions/policy.ts";
import { code, dispute, journal, report } from "./definitions/records.ts";
import { check, declare, facts, gate, parse } from "./definitions/run.ts";
import { settings } from "./definitions/settings.ts";
import { exec, open, start } from "./definitions/start.ts";

const completion: CommandDefinition = {
  name: "completion",
  summary: { ja: "シェルの入力補完を出力します。", en: "Prints completion for a shell." },
  arguments: [
    { name: "SHELL", required: true, choices: ["bash", "zsh", "fish"], summary: { ja: "bash、zsh、fish のどれか。", en: "bash, zsh or fish." } },
  ],
  examples: [
    {
      line: "preflight completion bash > ~/.local/share/bash-completion/completions/preflight",
      shows: { ja: "bash で使えるようにします。", en: "Installs it for bash." },
    },
    {
      line: "preflight completion fish > ~/.config/fish/completions/preflight.fish",
      shows: { ja: "fish で使えるようにします。", en: "Installs it for fish." },
    },
  ],
  exits: { go: { ja: "出力しました。", en: "Printed." } },
};

/** The whole command line. */
export const program: CommandDefinition = {
  name: "preflight",
  summary: {
    ja: "テレワークを始める前に、この PC とネットワークを点検します。",
    en: "Checks this PC and its network before remote work starts.",
  },
  examples: [
    { line: "preflight check", shows: { ja: "点検して、信号と直し方を表示します。", en: "Checks, and shows the light and what to fix." } },
    { line: "preflight gate", shows: { ja: "いま始めてよい業務を表示します。", en: "Shows which work may start now." } },
    { line: "preflight report --out report.html", shows: { ja: "ヘルプデスクに渡す報告書を作ります。", en: "Makes the report for the helpdesk." } },
    { line: "preflight exceptions request --help", shows: { ja: "例外の申請のしかたを表示します。", en: "Shows how to request an exception." } },
  ],
  exits: lightExits,
  commands: [
    check,
    gate,
    exec,
    start,
    open,
    report,
    exceptions,
    declare,
    dispute,
    lessons,
    rules,
    networks,
    settings,
    journal,
    policy,
    code,
    facts,
    parse,
    completion,
  ],
};

/** The command at this path below the program; undefined when there is none. */
export function commandAt(path: readonly string[]): CommandDefinition | undefined {
  return path.reduce<CommandDefinition | undefined>((command, name) => command?.commands?.find((sub) => sub.name === name), program);
}
