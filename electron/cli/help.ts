import type { Language } from "../../shared/message.ts";
import type { ArgumentDefinition, CommandDefinition, OptionDefinition } from "./definition.ts";
import { commonExits, globalOptions } from "./definitions/common.ts";
import { displayWidth } from "./displayWidth.ts";
import { type ExitName, exitCodes } from "./exitCodes.ts";
import { hanging, labelled } from "./layout.ts";
import { wrap } from "./wrap.ts";

const headings = {
  usage: { ja: "使い方", en: "Usage" },
  commands: { ja: "コマンド", en: "Commands" },
  arguments: { ja: "引数", en: "Arguments" },
  options: { ja: "オプション", en: "Options" },
  everywhere: { ja: "どのコマンドでも使えるオプション", en: "Options of every command" },
  examples: { ja: "例", en: "Examples" },
  exits: { ja: "終了コード", en: "Exit codes" },
  required: { ja: "必須。", en: "Required. " },
  choices: { ja: "選べる値", en: "One of" },
} as const;

export function optionWords({ name, short, value }: OptionDefinition): string {
  return `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value.name}` : ""}`;
}

function argumentWord({ name, required, multiple }: ArgumentDefinition): string {
  const word = multiple ? `${name}…` : name;
  return required ? word : `[${word}]`;
}

export function passedOnWords({ passesOn }: CommandDefinition): readonly string[] {
  return passesOn ? [`-- ${passesOn.name}…`] : [];
}

/** Arguments with what they mean, and what is passed on. */
export function argumentRows(command: CommandDefinition, language: Language): readonly (readonly [string, string])[] {
  const { passesOn } = command;
  return [
    ...(command.arguments ?? []).map((one) => [argumentWord(one), one.summary[language]] as const),
    ...(passesOn ? passedOnWords(command).map((word) => [word, passesOn.summary[language]] as const) : []),
  ];
}

export function usageLine(command: CommandDefinition, path: readonly string[]): string {
  const required = (command.options ?? []).filter((option) => option.required).map((option) => `--${option.name} ${option.value?.name ?? ""}`);
  const onlyCommands = command.commands && !command.options;
  const words = onlyCommands ? [path.length === 0 ? "COMMAND" : (command.commands ?? []).map(({ name }) => name).join("|")] : required;
  const options = (command.options ?? []).some((option) => !option.required) ? ["[OPTIONS]"] : [];
  return ["preflight", ...path, ...words, ...options, ...(command.arguments ?? []).map(argumentWord), ...passedOnWords(command)].join(" ");
}

export function optionSummary(option: OptionDefinition, language: Language): string {
  const choices = option.value?.choices;
  const list = choices && option.value?.name !== choices.join("|") ? ` ${headings.choices[language]}: ${choices.join(", ")}` : "";
  return (option.required ? headings.required[language] : "") + option.summary[language] + list;
}

/** Codes of a command in ascending order, its own and those that all share. */
export function exitRows(command: CommandDefinition, language: Language): readonly (readonly [string, string])[] {
  const meanings = { ...command.exits, ...commonExits };
  return (Object.keys(exitCodes) as ExitName[]).flatMap((name) => {
    const meaning = meanings[name];
    return meaning ? [[String(exitCodes[name]), meaning[language]] as const] : [];
  });
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines];
}

/** The help page of one command, as lines. */
export function helpPage(command: CommandDefinition, path: readonly string[], language: Language, columns: number): readonly string[] {
  const rows = (entries: readonly (readonly [string, string])[]) => {
    const long = entries.some(([label]) => displayWidth(label) > 26);
    return long ? entries.flatMap(([label, text]) => [`  ${label}`, ...hanging("      ", text, columns)]) : labelled(entries, 2, columns);
  };
  return [
    ...wrap(`${["preflight", ...path].join(" ")} – ${command.summary[language]}`, columns),
    ...(command.details ?? []).flatMap((text) => ["", ...wrap(text[language], columns)]),
    ...section(headings.usage[language], hanging("  ", usageLine(command, path), columns)),
    ...section(headings.commands[language], rows((command.commands ?? []).map(({ name, summary }) => [name, summary[language]] as const))),
    ...section(headings.arguments[language], rows(argumentRows(command, language))),
    ...section(headings.options[language], rows((command.options ?? []).map((one) => [optionWords(one), optionSummary(one, language)] as const))),
    ...section(headings.everywhere[language], rows(globalOptions.map((one) => [optionWords(one), one.summary[language]] as const))),
    ...section(
      headings.examples[language],
      command.examples.flatMap(({ line, shows }) => [...hanging("  ", shows[language], columns), `    ${line}`]),
    ),
    ...section(headings.exits[language], rows(exitRows(command, language))),
  ];
}
