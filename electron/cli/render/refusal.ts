import type { Clearance, Decision, Finding } from "../../../shared/decision.ts";
import { questionsIn, worstFirst } from "../../../shared/findingOrder.ts";
import { oneLine } from "../layout.ts";
import { symbols } from "../style.ts";
import { activityWords, clearanceWord } from "./clearances.ts";
import { firstThingToDo } from "./finding.ts";
import { lightBadge } from "./light.ts";
import { type Show, titleOf } from "./show.ts";

/** Of so many the reason and the first step are shown; the rest is a command away. */
const shownFindings = 3;

function reasonLines(show: Show, finding: Finding): readonly string[] {
  const { text, columns } = show;
  const what = `${titleOf(show, finding.checkId)}: ${text.message(finding.verdict.message).replaceAll("\n", " ")}`;
  const first = firstThingToDo(show, finding);
  const mark = finding.outcome === "block" ? symbols.stop : symbols.caution;
  return [oneLine(`  ${mark} `, what, columns), ...(first === null ? [] : [oneLine("    → ", first, columns)])];
}

/**
 * Why an activity was refused, in nine lines at most: what, what stands in its way with the worst first, what to do first, where the rest is.
 * @param rest the command line that shows everything.
 */
export function refusalLines(show: Show, decision: Decision, clearance: Clearance, rest: string): readonly string[] {
  const { text, snapshot, style, columns } = show;
  const reasons = [...clearance.blockedBy, ...(clearance.light === "stop" ? [] : clearance.cautionedBy)];
  const findings = worstFirst(
    snapshot.findings.filter(({ checkId }) => reasons.includes(checkId)),
    questionsIn(snapshot.checks),
  );
  const [trouble] = decision.integrity;
  const more = Math.max(0, findings.length - shownFindings);
  return [
    `${lightBadge(show, clearance.light)}  ${style.bold(activityWords(show, clearance.activityId).title)}  ${clearanceWord(show, clearance)}`,
    ...(trouble === undefined ? [] : [oneLine("  ! ", text.message({ key: `integrity.${trouble.kind}` }), columns)]),
    ...findings.slice(0, shownFindings).flatMap((finding) => reasonLines(show, finding)),
    `  ${more > 0 ? text.own("cli.refusal.more", { count: more, line: rest }) : text.own("cli.refusal.whole", { line: rest })}`,
  ];
}
