import { canonicalJson } from "../../../shared/report/canonicalJson.ts";
import type { Report } from "../../../shared/report/schema.ts";

/** A clock may be put right by so much without being said (`clock-went-back` begins there). */
const clockSlackMs = 5 * 60_000;
/** A program that stays open judges again what its last run saw; what it saw has long run out by then. */
const longestMs = 31 * 24 * 3_600_000;

/** What the report says about itself beside facts and decision and that cannot be so; in technical words. Pure. */
export function contextProblems({ policy, run, now, integrity }: Report): readonly string[] {
  const problems: string[] = [];
  for (const field of ["id", "revision", "title"] as const) {
    if (canonicalJson(policy.summary[field]) !== canonicalJson(policy.content[field]))
      problems.push(`policy.summary.${field} is not that of the policy`);
  }
  const [started, finished, decided] = [run.startedAt, run.finishedAt, now].map((time) => Date.parse(time)) as [number, number, number];
  const clockIsWrong = integrity.some(({ kind }) => kind === "clock-went-back");
  const slack = clockIsWrong ? longestMs : clockSlackMs;
  if (started > finished + slack) problems.push("the run ended before it began");
  if (finished > decided + slack) problems.push("the run ended after the report was made");
  if (started < decided - longestMs) problems.push("the run is older than a month");
  return problems;
}
