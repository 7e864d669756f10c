import { assertNever } from "../../../shared/assertNever.ts";
import type { CliTexts } from "../../../shared/i18n/cli.ja.ts";
import { type Platform, platforms } from "../../../shared/platform.ts";
import type { Check } from "../../checks/check.ts";
import type { CodeMistake, NamedThing, ReadCode } from "../../services/helpdesk/readCode.ts";
import { clock } from "../clock.ts";
import type { CommandContext } from "../context.ts";
import { hanging, labelled } from "../layout.ts";
import { terminalText } from "../terminalText.ts";
import { lightBadge } from "./light.ts";

const msADay = 86_400_000;
const systems: { readonly [P in Platform]: string } = { windows: "Windows", macos: "macOS", linux: "Linux" };

type Hint = readonly [key: keyof CliTexts, params: Readonly<Record<string, string>>];

/** The remedy of a question that was not answered yet; every check that asks has it. */
const toAnswer = "declare";

/**
 * The first step of what the check asks for first: once when it is the same everywhere, else for each system, because the code does not say which one
 * it is. Why something could not be measured, it does not say either.
 */
function hintsOf({ texts, kind }: Check, unseen: boolean, language: CommandContext["language"]): readonly Hint[] {
  if (unseen && kind === "measured") return [["cli.code.unseen-hint", {}]];
  const steps = Object.entries(texts[language].remedies).find(([remedy]) => (remedy === toAnswer) === unseen)?.[1];
  if (steps === undefined) return [];
  const first = platforms.map((os) => ({ os: systems[os], step: steps[os].split("\n")[0] ?? "" }));
  const same = first.every(({ step }) => step === first[0]?.step);
  return same ? [["cli.code.hint", { step: first[0]?.step ?? "" }]] : first.map((hint): Hint => ["cli.code.hint.on", hint]);
}

function thingLines(thing: NamedThing, number: number, { text, terminal, language }: CommandContext, checks: readonly Check[]): readonly string[] {
  const line = (words: string) => hanging(`  ${number}. `, words, terminal.columns);
  switch (thing.kind) {
    case "own-records":
      return line(text.own("cli.code.own-records"));
    case "other":
      return line(text.own(`cli.code.other.${thing.unseen ? "unseen" : "failed"}`));
    case "check": {
      const check = checks.find(({ id }) => id === thing.checkId);
      const title = text.find(`check.${thing.checkId}.title`) ?? thing.checkId;
      const hints = check ? hintsOf(check, thing.unseen, language).map((hint) => text.own(...hint)) : [];
      return [
        ...line(text.own(`cli.code.check.${thing.unseen ? "unseen" : "failed"}`, { title })),
        ...hints.flatMap((hint) => hanging("     ", hint, terminal.columns)),
      ];
    }
    default:
      return assertNever(thing);
  }
}

/** What a code says, for the person at the helpdesk. */
export function codeLines(read: ReadCode, context: CommandContext, checks: readonly Check[]): readonly string[] {
  const { text, terminal, language } = context;
  const { light, worst, policyRevision, day } = read;
  // Always with the year: seen from another one.
  const time = (at: Date) => clock(at.toISOString(), new Date(0), language);
  const when =
    day === null ? text.own("cli.code.day.unknown") : text.own("cli.code.day", { from: time(day), to: time(new Date(day.getTime() + msADay)) });
  return [
    terminal.style.bold(read.code),
    `${lightBadge({ style: terminal.style, text }, light)}  ${text.own(`cli.code.light.${light}`)}`,
    "",
    ...(worst.length === 0
      ? [`  ${text.own("cli.code.none")}`]
      : [terminal.style.bold(text.own("cli.code.heading")), ...worst.flatMap((thing, index) => thingLines(thing, index + 1, context, checks))]),
    "",
    ...labelled(
      [
        [text.own("cli.code.label.policy"), text.own("cli.code.policy", { revision: policyRevision })],
        [text.own("cli.code.label.day"), when],
      ],
      2,
      terminal.columns,
    ),
  ];
}

/** One sentence that says how the code is wrong. */
export function mistakeSentence(mistake: CodeMistake, { text }: Pick<CommandContext, "text">): string {
  switch (mistake.mistake) {
    case "length":
      return text.own("cli.code.length", { given: mistake.given });
    case "character":
      return text.own("cli.code.character", { place: mistake.place, character: terminalText(mistake.character) });
    case "check":
    case "meaning":
      return text.own(`cli.code.${mistake.mistake}`);
    default:
      return assertNever(mistake);
  }
}
