import { createHash } from "node:crypto";
import { numberOfCheck, ownRecords } from "../../../shared/checks/numbers.ts";
import { type IsQuestion, needsAttention, worstFirst } from "../../../shared/findingOrder.ts";
import { canonicalJson } from "../../../shared/report/canonicalJson.ts";
import type { PolicySummary } from "../../../shared/snapshot.ts";
import type { Judged } from "../../checks/decide.ts";
import { codedDay } from "./codeDay.ts";
import { type CodedCheck, codedChecks, revisionModulus, writeCode } from "./codeLayout.ts";

function worstOf({ findings, decision }: Judged, isQuestion: IsQuestion): readonly CodedCheck[] {
  const doubt = decision.integrity.length > 0 ? [{ number: ownRecords, unseen: false }] : [];
  const open = worstFirst(findings, isQuestion).filter(needsAttention);
  const checks = open.map(({ checkId, verdict }) => ({ number: numberOfCheck(checkId), unseen: verdict.status === "unknown" }));
  return [...doubt, ...checks].slice(0, codedChecks);
}

/**
 * "C622-2062-HJTT": light, worst checks, policy revision and day of a run, as `preflight code` reads them back, and 8 bits of a digest over the run and
 * what was decided for each activity. Nothing personal goes in, so the code stays the same in a redacted report, where it can be computed again.
 * It names first what the screen says first.
 */
export function helpdeskCodeOf(
  run: { readonly id: string },
  now: Date,
  { digest, revision }: Pick<PolicySummary, "digest" | "revision">,
  judged: Judged,
  isQuestion: IsQuestion,
): string {
  const { light, clearances } = judged.decision;
  const activities = clearances.map(({ activityId, light: own, blockedBy, exceptions }) => ({ activityId, light: own, blockedBy, exceptions }));
  const content = canonicalJson({ run: run.id, now: now.toISOString(), policyDigest: digest, light, clearances: activities });
  const [mark = 0] = createHash("sha256").update(content).digest();
  return writeCode({ light, worst: worstOf(judged, isQuestion), policyRevision: revision % revisionModulus, day: codedDay(now), mark });
}
