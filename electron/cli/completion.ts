import type { CommandDefinition, Completes, OptionDefinition } from "./definition.ts";
import { globalOptions } from "./definitions/common.ts";
import { program } from "./program.ts";

/** Words that the definition cannot know. */
export interface CompletionWords {
  readonly checks: readonly string[];
  readonly facts: readonly string[];
}

interface Place {
  readonly path: readonly string[];
  readonly command: CommandDefinition;
}

function places(command: CommandDefinition, path: readonly string[]): readonly Place[] {
  return [{ path, command }, ...(command.commands ?? []).flatMap((sub) => places(sub, [...path, sub.name]))];
}

function optionsAt({ command }: Place): readonly OptionDefinition[] {
  return [...(command.options ?? []), ...globalOptions];
}

function wordsFor(completes: Completes | undefined, words: CompletionWords): readonly string[] {
  if (completes === "check") return words.checks;
  return completes === "fact" ? words.facts : [];
}

/** What may stand at this place: sub commands, else the choices of the arguments. */
function nextWords({ command }: Place, words: CompletionWords): readonly string[] {
  const subs = (command.commands ?? []).map(({ name }) => name);
  return subs.length > 0 ? subs : (command.arguments ?? []).flatMap(({ choices, completes }) => choices ?? wordsFor(completes, words));
}

function takesFile({ command }: Place): boolean {
  return (command.arguments ?? []).some(({ completes }) => completes === "file");
}

function bash(words: CompletionWords): string {
  const all = places(program, []);
  const valued = [
    ...new Map(
      all
        .flatMap(optionsAt)
        .filter(({ value }) => value)
        .map((option) => [option.name, option]),
    ).values(),
  ];
  const values = valued.flatMap(({ name, value }) => {
    const list = value?.choices ?? wordsFor(value?.completes, words);
    if (list.length > 0) return [`    --${name}) COMPREPLY=($(compgen -W "${list.join(" ")}" -- "$cur")); return ;;`];
    if (value?.completes === "file") return [`    --${name}) compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur")); return ;;`];
    if (value?.completes === "folder") return [`    --${name}) compopt -o filenames; COMPREPLY=($(compgen -d -- "$cur")); return ;;`];
    return [`    --${name}) return ;;`];
  });
  const withSubs = all
    .filter(({ command }) => command.commands)
    .map(({ path, command }) => ({ path, names: (command.commands ?? []).map(({ name }) => name) }));
  return `# bash completion for preflight
_preflight() {
  local cur prev path word i
  cur="\${COMP_WORDS[COMP_CWORD]}"
  prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  case "$prev" in
${values.join("\n")}
  esac
  path=""
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$path:$word" in
${withSubs.map(({ path, names }) => names.map((name) => `      "${path.join(" ")}:${name}") path="${[...path, name].join(" ")}" ;;`).join("\n")).join("\n")}
    esac
  done
  case "$path" in
${all
  .map((place) => {
    const options = optionsAt(place).map(({ name }) => `--${name}`);
    const line = `    "${place.path.join(" ")}") COMPREPLY=($(compgen -W "${[...nextWords(place, words), ...options].join(" ")}" -- "$cur"))`;
    return takesFile(place) ? `${line}; compopt -o filenames; COMPREPLY+=($(compgen -f -- "$cur")) ;;` : `${line} ;;`;
  })
  .join("\n")}
  esac
}
complete -F _preflight preflight
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

function fish(words: CompletionWords): string {
  const all = places(program, []);
  const lines = all.flatMap((place) => {
    const seen = place.path.map((name) => `__fish_seen_subcommand_from ${name}`);
    const subs = place.command.commands ?? [];
    const notYet = subs.length > 0 ? [`not __fish_seen_subcommand_from ${subs.map(({ name }) => name).join(" ")}`] : [];
    const condition = [...seen, ...notYet].join("; and ") || "true";
    const when = `complete -c preflight -n ${quoted(condition)}`;
    const words0 = subs.length > 0 ? subs.map(({ name, summary }) => `${when} -f -a ${name} -d ${quoted(summary.en)}`) : [];
    const args = subs.length > 0 ? [] : nextWords(place, words).map((word) => `${when} -f -a ${word}`);
    const options = (place.command.options ?? []).map(({ name, short, value, summary }) => {
      const list = value?.choices ?? wordsFor(value?.completes, words);
      const takes = !value
        ? ""
        : list.length > 0
          ? ` -x -a ${quoted(list.join(" "))}`
          : value.completes === "file" || value.completes === "folder"
            ? " -r"
            : " -x";
      return `${when} -l ${name}${short ? ` -s ${short}` : ""}${takes} -d ${quoted(summary.en)}`;
    });
    return [...words0, ...args, ...options];
  });
  const global = globalOptions.map(
    ({ name, short, value, summary }) =>
      `complete -c preflight -l ${name}${short ? ` -s ${short}` : ""}${value?.choices ? ` -x -a ${quoted(value.choices.join(" "))}` : ""} -d ${quoted(summary.en)}`,
  );
  return `# fish completion for preflight\n${[...global, ...lines].join("\n")}\n`;
}

/** The completion script for one shell. zsh takes the one of bash through its own bridge (zshcompsys, "bashcompinit"). */
export function completionScript(shell: "bash" | "zsh" | "fish", words: CompletionWords): string {
  if (shell === "fish") return fish(words);
  const script = bash(words);
  if (shell === "bash") return script;
  return `#compdef preflight\nautoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${script.replaceAll(/ ?compopt -o filenames;/g, "")}`;
}
