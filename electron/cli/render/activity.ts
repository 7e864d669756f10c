import type { Clearance, Decision } from "../../../shared/decision.ts";
import { questionsIn, worstFirst } from "../../../shared/findingOrder.ts";
import { hanging, labelled } from "../layout.ts";
import { integrityLines } from "./checkResult.ts";
import { activityWords, clearanceTable, untilLine } from "./clearances.ts";
import { findingBlock } from "./finding.ts";
import { lightBadge } from "./light.ts";
import type { Show } from "./show.ts";

/** One activity in full: may it start, what stands in the way and what to do, what may be done meanwhile, until when. */
export function oneActivity(show: Show, clearance: Clearance, decision: Decision): readonly string[] {
  const { text, snapshot, style, columns } = show;
  const { title, kind } = activityWords(show, clearance.activityId);
  const concerned = worstFirst(
    snapshot.findings.filter(({ checkId }) => [...clearance.blockedBy, ...clearance.cautionedBy].includes(checkId)),
    questionsIn(snapshot.checks),
  );
  const still = decision.clearances.filter((other) => other.light !== "stop" && other.activityId !== clearance.activityId);
  return [
    `${lightBadge(show, clearance.light)}  ${style.bold(title)}  ${style.dim(kind)}`,
    ...hanging("  ", text.own(`cli.clearance.${clearance.light}`), columns),
    ...integrityLines(show, decision),
    ...concerned.flatMap((finding) => ["", ...findingBlock(show, finding, false)]),
    ...(clearance.light === "stop" && still.length > 0 ? ["", style.bold(text.own("cli.heading.still")), ...clearanceTable(show, still)] : []),
    "",
    ...labelled([[text.own("cli.label.validity"), untilLine(show, clearance)]], 2, columns),
  ];
}
