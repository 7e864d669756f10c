import { parseArgs } from "node:util";
import { nearest } from "../../shared/nearest.ts";
import type { CommandDefinition, OptionDefinition } from "./definition.ts";
import { globalOptions } from "./definitions/common.ts";
import { commandAt, program } from "./program.ts";

/** What is wrong with a command line; the sentences are in `usageSentence.ts`. */
export type UsageProblem =
  | { readonly kind: "no-command" }
  | { readonly kind: "unknown-command"; readonly word: string; readonly near?: string | undefined }
  | { readonly kind: "unknown-option"; readonly word: string; readonly near?: string | undefined }
  | { readonly kind: "value-missing"; readonly word: string; readonly wanted: string }
  | { readonly kind: "value-unwanted"; readonly word: string }
  | { readonly kind: "twice"; readonly word: string }
  | { readonly kind: "bad-value"; readonly word: string; readonly given: string; readonly wanted: string; readonly near?: string | undefined }
  | { readonly kind: "option-required"; readonly word: string; readonly wanted: string }
  | { readonly kind: "argument-missing"; readonly word: string }
  | { readonly kind: "argument-surplus"; readonly word: string };

export interface ParsedCommand {
  readonly path: readonly string[];
  readonly definition: CommandDefinition;
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
  /** What follows "--" where the command passes it on. */
  readonly passedOn: readonly string[];
  /** Not null: do nothing but say so. Switches and values are still what could be read of them, so that --help and --lang count. */
  readonly problem: UsageProblem | null;
}

function allOptions(command: CommandDefinition): readonly OptionDefinition[] {
  return [...(command.options ?? []), ...(command.commands ?? []).flatMap(allOptions)];
}

/** Takes the command words out of the line: they are the first words that are neither options nor the values of options. */
function splitPath(args: readonly string[]): { readonly path: readonly string[]; readonly rest: readonly string[]; readonly stray: string | null } {
  const withValue = new Set([...globalOptions, ...allOptions(program)].filter(({ value }) => value).map(({ name }) => `--${name}`));
  const path: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? "";
    const commands = commandAt(path)?.commands ?? [];
    if (word === "--" || commands.length === 0) return { path, rest: [...rest, ...args.slice(at)], stray: null };
    if (word.startsWith("-") && word !== "-") {
      rest.push(word);
      if (withValue.has(word) && at + 1 < args.length) rest.push(args[++at] ?? "");
      continue;
    }
    if (!commands.some(({ name }) => name === word)) return { path, rest: [...rest, ...args.slice(at + 1)], stray: word };
    path.push(word);
  }
  return { path, rest, stray: null };
}

function checkArguments(definition: CommandDefinition, given: readonly string[], passedOn: readonly string[]): UsageProblem | null {
  const wanted = definition.arguments ?? [];
  const missing = wanted.filter(({ required }) => required)[given.length];
  if (missing) return { kind: "argument-missing", word: missing.name };
  const surplus = wanted.some(({ multiple }) => multiple) ? undefined : given[wanted.length];
  const { passesOn } = definition;
  // Its words were given without the dashes before them, perhaps.
  if (passesOn && passedOn.length === 0) return { kind: "argument-missing", word: `-- ${passesOn.name}` };
  if (surplus !== undefined) return { kind: "argument-surplus", word: surplus };
  for (const [index, { choices, name }] of wanted.entries()) {
    const value = given[index];
    if (choices && value !== undefined && !choices.includes(value)) {
      return { kind: "bad-value", word: name, given: value, wanted: choices.join(", "), near: nearest(value, choices) };
    }
  }
  return null;
}

/** Reads the words after the program's name. Never throws: what is wrong comes back as `problem`. */
export function parseCommandLine(args: readonly string[]): ParsedCommand {
  const { path, rest: all, stray } = splitPath(args);
  const definition = commandAt(path) ?? program;
  const dashes = definition.passesOn ? all.indexOf("--") : -1;
  const rest = dashes === -1 ? all : all.slice(0, dashes);
  const passedOn = dashes === -1 ? [] : all.slice(dashes + 1);
  const known = [...globalOptions, ...(definition.options ?? [])];
  const { tokens } = parseArgs({
    args: [...rest],
    options: Object.fromEntries(
      known.map(({ name, short, value }) => [
        name,
        { type: value ? ("string" as const) : ("boolean" as const), multiple: true, ...(short ? { short } : {}) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const switches = new Set<string>();
  const values = new Map<string, readonly string[]>();
  const positionals: string[] = [];
  const problems: UsageProblem[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const option = known.find(({ name }) => name === token.name);
    const word = token.rawName;
    if (!option) {
      problems.push({
        kind: "unknown-option",
        word,
        near: nearest(
          token.name,
          known.map(({ name }) => name),
        ),
      });
    } else if (!option.value) {
      if (token.value !== undefined) problems.push({ kind: "value-unwanted", word });
      switches.add(option.name);
    } else if (token.value === undefined || token.value === "" || (!token.inlineValue && token.value.startsWith("--"))) {
      problems.push({ kind: "value-missing", word, wanted: option.value.name });
    } else {
      const given = option.multiple ? token.value.split(",").filter((part) => part !== "") : [token.value];
      const before = values.get(option.name) ?? [];
      if (before.length > 0 && !option.multiple) problems.push({ kind: "twice", word });
      const { choices } = option.value;
      const wrong = choices ? given.find((value) => !choices.includes(value)) : undefined;
      if (wrong !== undefined && choices) {
        problems.push({ kind: "bad-value", word, given: wrong, wanted: choices.join(", "), near: nearest(wrong, choices) });
      }
      values.set(option.name, [...before, ...given]);
    }
  }
  if (stray !== null) {
    const names = (definition.commands ?? []).map(({ name }) => name);
    problems.unshift({ kind: "unknown-command", word: stray, near: nearest(stray, names) });
  } else if (definition.commands && !definition.arguments && !definition.options) {
    problems.push({ kind: "no-command" });
  }
  const required = (definition.options ?? []).find((option) => option.required && !values.has(option.name));
  if (required?.value) problems.push({ kind: "option-required", word: `--${required.name}`, wanted: required.value.name });
  const wrongArguments = checkArguments(definition, positionals, passedOn);
  if (wrongArguments) problems.push(wrongArguments);
  return { path, definition, switches, values, positionals, passedOn, problem: problems[0] ?? null };
}
