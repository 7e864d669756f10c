import { z } from "zod";
import type { CommandDefinition } from "../electron/cli/definition.ts";
import { globalOptions } from "../electron/cli/definitions/common.ts";
import { exitRows, optionSummary, optionWords, usageLine } from "../electron/cli/help.ts";
import { program } from "../electron/cli/program.ts";
import { evidenceSchema, factIds } from "../shared/facts/catalogue.ts";
import type { Language } from "../shared/message.ts";
import { observationSchema } from "../shared/observation.ts";
import { snapshotSchema } from "../shared/snapshot.ts";
import { schemaAsType } from "./schemaAsType.ts";

const words = {
  title: { ja: "コマンドライン", en: "Command line" },
  everywhere: { ja: "どのコマンドでも使えるオプション", en: "Options of every command" },
  exits: { ja: "終了コード", en: "Exit codes" },
  option: { ja: "オプション", en: "Option" },
  argument: { ja: "引数", en: "Argument" },
  code: { ja: "コード", en: "Code" },
  meaning: { ja: "意味", en: "Meaning" },
} as const;

const notes: Readonly<Record<Language, readonly string[]>> = {
  ja: [
    "結果は標準出力に、うまくいかなかった理由は標準エラー出力に 1 文で出します。色は端末のときだけ使い、色がなくても形と語で読めます。",
    "保存したデータは `$XDG_STATE_HOME/telework-preflight`（未設定なら `~/.local/state/telework-preflight`）にあります。会社のポリシーの場所は変えられません。",
    "外から来た文字列（SSID、ファイル名、ポリシーの文）に含まれる制御文字や書字方向の制御は、見える形（␛、`<U+202E>` など）に置き換えて表示します。",
    "環境変数 `PREFLIGHT_DEBUG=1` を付けると、予期しない問題の詳細を標準エラー出力に出します。",
  ],
  en: [
    "Results go to standard output; why something did not work goes to standard error, in one sentence. Colours are used on a terminal only, and everything can be read by shape and word without them.",
    "What is saved lies in `$XDG_STATE_HOME/telework-preflight` (`~/.local/state/telework-preflight` when it is not set). The place of the organisation's policy cannot be changed.",
    "Control characters and marks of writing direction in text from outside (an SSID, a file name, a policy's sentence) are shown in a visible form (␛, `<U+202E>`).",
    "With the environment variable `PREFLIGHT_DEBUG=1` details of unexpected problems go to standard error.",
  ],
};

/** The snapshot with one fact written out instead of all: they differ in `value` alone, which shared/facts/ defines. */
const shownSchema = snapshotSchema.extend({
  facts: z.record(
    z.enum(factIds as [string, ...string[]]),
    z.strictObject({
      id: z.string(),
      observation: observationSchema(z.unknown()),
      evidence: z.array(evidenceSchema),
      at: z.iso.datetime(),
      durationMs: z.number(),
      validForMs: z.number(),
    }),
  ),
});

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return ["", line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)];
}

function commandPart(command: CommandDefinition, path: readonly string[], language: Language): readonly string[] {
  const own = [
    "",
    `${path.length > 1 ? "####" : "###"} preflight ${path.join(" ")}`,
    "",
    command.summary[language],
    ...(command.details ?? []).flatMap((text) => ["", text[language]]),
    "",
    "```",
    usageLine(command, path),
    "```",
    ...table(
      [words.argument[language], words.meaning[language]],
      [
        ...(command.arguments ?? []).map(({ name, summary }) => [`\`${name}\``, summary[language]]),
        ...(command.passesOn ? [[`\`-- ${command.passesOn.name}…\``, command.passesOn.summary[language]]] : []),
      ],
    ),
    ...table(
      [words.option[language], words.meaning[language]],
      (command.options ?? []).map((option) => [`\`${optionWords(option)}\``, optionSummary(option, language)]),
    ),
    "",
    "```sh",
    ...command.examples.flatMap(({ line, shows }) => [`# ${shows[language]}`, line]),
    "```",
    ...(command.exits ? table([words.code[language], words.meaning[language]], exitRows(command, language)) : []),
  ];
  return [...own, ...(command.commands ?? []).flatMap((sub) => commandPart(sub, [...path, sub.name], language))];
}

function part(language: Language): readonly string[] {
  return [
    `## ${words.title[language]}`,
    "",
    program.summary[language],
    ...notes[language].flatMap((note) => ["", note]),
    "",
    `### ${words.exits[language]}`,
    ...table([words.code[language], words.meaning[language]], exitRows(program, language)),
    "",
    `### ${words.everywhere[language]}`,
    ...table(
      [words.option[language], words.meaning[language]],
      globalOptions.map((option) => [`\`${optionWords(option)}\``, optionSummary(option, language)]),
    ),
    ...(program.commands ?? []).flatMap((command) => commandPart(command, [command.name], language)),
  ];
}

/** docs/cli.md, from the definitions that also make --help and completion. */
export function cliDocument(): string {
  return [
    "# preflight",
    "",
    "<!-- Made by `npm run docs` from electron/cli/definitions. Do not edit. -->",
    "",
    "[日本語](#コマンドライン) · [English](#command-line) · [JSON](#the-json-of-preflight-check)",
    "",
    ...part("ja"),
    "",
    ...part("en"),
    "",
    "## The JSON of preflight check",
    "",
    "`preflight check --json` prints exactly one value of this shape. `schema` names the version of the shape: within `preflight-snapshot/1`",
    "fields are added, never removed or given another meaning. Sentences are keys with parameters; times are ISO 8601.",
    "",
    "```ts",
    schemaAsType(z.toJSONSchema(shownSchema, { io: "output" })),
    "```",
    "",
    '`preflight gate --json` prints `{ schema: "preflight-gate/1", light, clearances, integrity }`, with the shapes of `decision` above.',
    "",
    '`preflight parse --json` prints `{ schema: "preflight-parse/1", command, exit, readings: [{ fact, observation, part? }], instead }`; with `part` a known value is a part of the fact, or looks whole and is not proved to be; `instead` is `{ run, as }` when the output could not be read: what to run on that PC, and the name that its output is read under. `preflight facts --record DIR --json` prints `{ schema: "preflight-record/1", folder, light, same, different }`.',
    "",
  ].join("\n");
}
