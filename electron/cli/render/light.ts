import type { Decision, Finding, Light } from "../../../shared/decision.ts";
import { questionsIn, worstFirst } from "../../../shared/findingOrder.ts";
import { hanging } from "../layout.ts";
import { symbols } from "../style.ts";
import { type Show, timeOf, titleOf } from "./show.ts";

function standing({ text }: Pick<Show, "text">, { light, clearances }: Decision): string {
  if (light !== "stop") return text.own(`cli.light.${light}`);
  return text.own(clearances.every((clearance) => clearance.light === "stop") ? "cli.light.stop.all" : "cli.light.stop.some");
}

/** The one sentence that says what to do next, from the worst finding. */
export function nextSentence(show: Show, findings: readonly Finding[], decision: Decision): string {
  const { text, snapshot } = show;
  const first = worstFirst(findings, questionsIn(snapshot.checks))[0];
  if (first === undefined || findings.every(({ outcome }) => outcome === "skipped")) return text.own("cli.next.nothing");
  const params = { title: titleOf(show, first.checkId) };
  const declared = snapshot.checks.find(({ id }) => id === first.checkId)?.kind === "declared";
  switch (first.outcome) {
    case "block":
      if (declared) return text.own("cli.next.block.answer", params);
      return text.own(first.verdict.status === "unknown" ? "cli.next.block.unknown" : "cli.next.block.fail", params);
    case "grace":
      return text.own("cli.next.grace", { ...params, until: timeOf(show, first.resolveBefore ?? decision.validUntil) });
    case "warn":
      return text.own(first.verdict.status === "unknown" ? "cli.next.warn.unknown" : "cli.next.warn", params);
    case "excepted":
      return text.own("cli.next.excepted", params);
    default:
      return text.own("cli.next.go");
  }
}

/** Shape, word and colour of a light. */
export function lightBadge({ style, text }: Pick<Show, "style" | "text">, light: Light): string {
  return style.badge(light, `${symbols[light]} ${text.message({ key: `light.${light}` })}`);
}

/** The light in one line. */
export function lightLine(show: Show, decision: Decision): string {
  return `${lightBadge(show, decision.light)}  ${show.style.bold(standing(show, decision))}`;
}

/** The light and what to do next. */
export function lightLines(show: Show, findings: readonly Finding[], decision: Decision): readonly string[] {
  const trouble = decision.integrity.length > 0 ? [show.text.own("cli.next.integrity")] : [];
  const next = decision.integrity.some(({ kind }) => kind === "policy-refused") ? [] : [nextSentence(show, findings, decision)];
  return [lightLine(show, decision), ...[...trouble, ...next].flatMap((sentence) => hanging("  ", sentence, show.columns))];
}
