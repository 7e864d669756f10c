import type { Finding } from "../../../shared/decision.ts";
import { displayWidth, padEnd } from "../displayWidth.ts";
import { hanging, type LabelledRow, labelled } from "../layout.ts";
import { shapeOf, symbols } from "../style.ts";
import { quotedRows, seenLines } from "./evidence.ts";
import { type Show, timeOf, titleOf } from "./show.ts";

const evidenceLines = 6;
const evidenceLength = 160;

/** The word beside a title: what could not be seen is called so, whatever it leads to. */
function outcomeWord({ text }: Pick<Show, "text">, { outcome, verdict }: Finding): string {
  const unseen = verdict.status === "unknown" && outcome !== "skipped" && outcome !== "excepted";
  return text.message({ key: unseen ? "verdict.unknown" : `outcome.${outcome}` });
}

function mark({ style }: Pick<Show, "style">, finding: Finding): string {
  const shape = shapeOf(finding.outcome, finding.verdict);
  return shape === "skipped" ? style.dim(symbols.skipped) : style.light(shape, symbols[shape]);
}

/** One finding as one line, for progress and for what is fine. `width`: columns of the title column. */
export function findingLine(show: Pick<Show, "style" | "text">, finding: Finding, width: number): string {
  return `  ${mark(show, finding)} ${padEnd(titleOf(show, finding.checkId), width)}  ${show.style.dim(outcomeWord(show, finding))}`;
}

/** What was seen, by which source: the evidence of the facts that the check rests on. */
function evidenceOf({ snapshot, text }: Pick<Show, "snapshot" | "text">, finding: Finding, all: boolean): readonly LabelledRow[] {
  const facts = snapshot.checks.find(({ id }) => id === finding.checkId)?.facts ?? [];
  const lines = facts.flatMap((id) => {
    const fact = snapshot.facts[id];
    if (!fact) return [];
    const seen = fact.evidence.flatMap((one) => seenLines(one.source, one.seen));
    return fact.observation.kind === "unknown" && fact.observation.detail !== "" ? [...seen, fact.observation.detail] : seen;
  });
  const first = lines.slice(0, evidenceLines);
  // A source without its lines says nothing.
  const headless = first.length < lines.length && (first.at(-1)?.endsWith(":") ?? false) ? first.slice(0, -1) : first;
  const shown = all ? lines : headless;
  const cut = shown.map((line) => (line.length > evidenceLength && !all ? `${line.slice(0, evidenceLength)}…` : line));
  // "preflight facts" tells of this PC, not of a recorded one.
  const more = snapshot.replayed ? "cli.seen.more.replay" : "cli.seen.more";
  const rest = shown.length < lines.length ? [["", text.own(more, { count: lines.length - shown.length })] as const] : [];
  return [...quotedRows(text.own("cli.label.seen"), cut), ...rest];
}

function stepsOf({ text, snapshot }: Show, { verdict, checkId }: Finding): readonly string[] {
  if (verdict.status !== "fail" && verdict.status !== "unknown") return [];
  if (verdict.remedy === undefined) return [];
  const params = verdict.message.params;
  const steps = text.message({ key: `check.${checkId}.remedy.${verdict.remedy}.${snapshot.app.platform}`, ...(params ? { params } : {}) });
  return steps.split("\n").filter((step) => step !== "");
}

/** How the person answers a question; null: it is none, or it has been answered well, or it belongs to a recording, beside which the answer would be given for this PC. */
function answerLine({ snapshot, text }: Show, { verdict, checkId }: Finding): string | null {
  const declared = snapshot.checks.find(({ id }) => id === checkId)?.kind === "declared";
  if (!declared || verdict.status === "pass" || snapshot.replayed) return null;
  return text.own(checkId === "lessons-current" ? "cli.answer.lessons" : "cli.answer", { check: checkId });
}

/** What helps with something that could not be seen, where no steps do. */
function helpLine({ text }: Show, { verdict }: Finding): string | null {
  return verdict.status === "unknown" ? text.message({ key: `unknown-help.${verdict.reason}` }) : null;
}

/** The first thing to do about a finding, in one sentence; null: nothing. */
export function firstThingToDo(show: Show, finding: Finding): string | null {
  return answerLine(show, finding) ?? stepsOf(show, finding)[0] ?? helpLine(show, finding);
}

const labels = ["why", "seen", "steps", "help", "answer", "until", "exception"] as const;

function rowsOf(show: Show, finding: Finding, all: boolean): readonly LabelledRow[] {
  const { text, snapshot } = show;
  const { checkId } = finding;
  const rows = (label: (typeof labels)[number], lines: readonly string[], numbered = false): readonly LabelledRow[] =>
    lines.map((line, index) => [index === 0 ? text.own(`cli.label.${label}`) : "", line, numbered ? `${index + 1}. ` : ""]);
  const steps = stepsOf(show, finding);
  const answer = answerLine(show, finding);
  const help = steps.length === 0 ? helpLine(show, finding) : null;
  const exception = snapshot.exceptions.find(({ id }) => id === finding.exceptionId);
  const why = text.find(`check.${checkId}.why`);
  return [
    ...(why === undefined ? [] : rows("why", [why])),
    ...evidenceOf(show, finding, all),
    ...rows("steps", steps, steps.length > 1),
    ...(help === null ? [] : rows("help", [help])),
    ...(answer === null ? [] : rows("answer", [answer])),
    ...(finding.resolveBefore ? rows("until", [text.own("cli.until.grace", { time: timeOf(show, finding.resolveBefore) })]) : []),
    ...(exception
      ? rows("exception", [
          text.own("cli.exception.line", {
            id: exception.id,
            time: timeOf(show, snapshot.standings[exception.id]?.until ?? exception.endsAt),
            measure: exception.compensatingMeasure,
          }),
        ])
      : []),
  ];
}

/** One finding in full: what, why it matters, what was seen, what to do. */
export function findingBlock(show: Show, finding: Finding, all: boolean): readonly string[] {
  const { style, text, columns } = show;
  const word = outcomeWord(show, finding);
  const labelWidth = Math.max(...labels.map((label) => displayWidth(text.own(`cli.label.${label}`))));
  const shape = shapeOf(finding.outcome, finding.verdict);
  const head = `  ${mark(show, finding)} ${style.bold(titleOf(show, finding.checkId))}  ${shape === "skipped" ? style.dim(word) : style.light(shape, word)}`;
  return [
    head,
    ...hanging("    ", text.message(finding.verdict.message).replaceAll("\n", " "), columns),
    ...labelled(rowsOf(show, finding, all), 4, columns, labelWidth),
  ];
}
