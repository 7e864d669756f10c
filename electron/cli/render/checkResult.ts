import type { CheckId } from "../../../shared/checks/verdict.ts";
import type { Decision, Finding } from "../../../shared/decision.ts";
import { countedToDos, needsAttention, questionsIn, worstFirst } from "../../../shared/findingOrder.ts";
import { displayWidth } from "../displayWidth.ts";
import { hanging, labelled } from "../layout.ts";
import { terminalText } from "../terminalText.ts";
import { clearanceTable } from "./clearances.ts";
import { findingBlock, findingLine } from "./finding.ts";
import { lightLine, lightLines } from "./light.ts";
import { policyWords, type Show, timeOf, titleOf } from "./show.ts";

/** Columns of the widest title, so that words stand below each other. */
export function titleColumn(show: Show): number {
  return Math.max(0, ...show.snapshot.checks.map(({ id }) => displayWidth(titleOf(show, id))));
}

/** Which policy judged: always shown, because a verdict without its rule says nothing. */
export function policyLine(show: Show): string {
  const { policy } = show.snapshot;
  return show.text.own("cli.policy", {
    title: policyWords(show, policy.title),
    revision: policy.revision,
    origin: show.text.message({ key: `policy.origin.${policy.origin}` }),
  });
}

export function heading({ style }: Show, words: string): readonly string[] {
  return ["", style.bold(words)];
}

export function integrityLines(show: Show, decision: Decision): readonly string[] {
  if (decision.integrity.length === 0) return [];
  return [
    ...heading(show, show.text.own("cli.heading.records")),
    ...decision.integrity.flatMap(({ kind, detail }) => [
      ...hanging("  ! ", show.text.message({ key: `integrity.${kind}` }), show.columns),
      ...hanging("    ", terminalText(detail), show.columns).map((line) => show.style.dim(line)),
    ]),
  ];
}

function footer(show: Show, decision: Decision): readonly string[] {
  const { snapshot, text } = show;
  const run = snapshot.run;
  return [
    "",
    ...labelled(
      [
        ...(run?.finishedAt
          ? [
              [
                text.own("cli.label.run"),
                text.own("cli.run", { time: timeOf(show, run.finishedAt), seconds: ((run.durationMs ?? 0) / 1000).toFixed(1) }),
              ] as const,
            ]
          : []),
        [text.own("cli.label.validity"), text.own("cli.until.validity", { time: timeOf(show, decision.validUntil) })],
        [text.own("cli.label.coverage"), text.own("cli.coverage", decision.coverage)],
        ...(snapshot.helpdeskCode ? [[text.own("cli.label.code"), show.style.bold(terminalText(snapshot.helpdeskCode))] as const] : []),
      ],
      2,
      show.columns,
    ),
  ];
}

/** What needs attention, worst first. */
export function todo(show: Show, findings: readonly Finding[], verbose: boolean): readonly string[] {
  const open = findings.filter(needsAttention);
  if (open.length === 0) return [];
  const { text, snapshot } = show;
  const counted = countedToDos(open, questionsIn(snapshot.checks)).map(({ toDo, count }) => text.message({ key: `todo.${toDo}`, params: { count } }));
  const blocks = open.map((finding) => findingBlock(show, finding, verbose));
  return [
    ...heading(show, `${text.own("cli.heading.todo")} (${counted.join(" · ")})`),
    ...blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block])),
  ];
}

/** What is fine and what does not apply. */
export function folded(show: Show, findings: readonly Finding[], verbose: boolean, listFine: boolean): readonly string[] {
  const width = titleColumn(show);
  const group = (key: "cli.heading.fine" | "cli.heading.skipped", some: readonly Finding[]) =>
    some.length === 0
      ? []
      : [
          ...heading(show, `${show.text.own(key)} (${some.length})`),
          ...some.flatMap((finding) => (verbose ? findingBlock(show, finding, true) : [findingLine(show, finding, width)])),
        ];
  if (!verbose && !listFine) return [];
  return [
    ...group(
      "cli.heading.fine",
      findings.filter(({ outcome }) => outcome === "ok"),
    ),
    ...group(
      "cli.heading.skipped",
      findings.filter(({ outcome }) => outcome === "skipped"),
    ),
  ];
}

export interface ResultOptions {
  readonly verbose: boolean;
  /** False when they have been listed already, while they streamed in. */
  readonly listFine: boolean;
}

/** The end of a full check: light, what to do next, findings worst first, work, validity, code. */
export function checkResult(show: Show, decision: Decision, { verbose, listFine }: ResultOptions): readonly string[] {
  const findings = worstFirst(show.snapshot.findings, questionsIn(show.snapshot.checks));
  return [
    "",
    ...lightLines(show, findings, decision),
    ...integrityLines(show, decision),
    ...todo(show, findings, verbose),
    ...folded(show, findings, verbose, listFine),
    ...heading(show, show.text.own("cli.heading.activities")),
    ...clearanceTable(show, decision.clearances),
    ...footer(show, decision),
    // A long list has moved the light out of sight.
    ...(findings.some(needsAttention) ? ["", lightLine(show, decision)] : []),
  ];
}

/** The chosen items alone: no light, because nothing else was looked at. */
export function chosenResult(show: Show, chosen: readonly CheckId[], verbose: boolean): readonly string[] {
  const findings = worstFirst(
    show.snapshot.findings.filter(({ checkId }) => chosen.includes(checkId)),
    questionsIn(show.snapshot.checks),
  );
  return [
    ...todo(show, findings, verbose),
    ...folded(show, findings, verbose, true),
    "",
    ...hanging("  ", show.text.own("cli.light.only"), show.columns),
  ];
}
