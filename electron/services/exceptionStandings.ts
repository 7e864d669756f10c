import type { StandingEntry } from "../../shared/exceptionStandings.ts";
import type { ExceptionRecord } from "../../shared/exceptions.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import { exceptionEnd } from "../checks/exceptionDoubt.ts";
import { type LastJudged, standingOf } from "../checks/exceptionStanding.ts";
import { approvalHolds } from "./approvals/approvalHolds.ts";
import type { Clock } from "./clock.ts";
import { exceptionOnHost } from "./hostTimes.ts";
import type { State } from "./stateStore.ts";

interface Kept {
  readonly exceptions: Pick<State["exceptions"], "proved">;
  readonly requests: Pick<State["requests"], "steps">;
  readonly clock: Pick<Clock, "aheadMs">;
}

/** The exceptions that the judge gets, on the PC's clock: those that the journal proves and whose approval holds under this policy. */
export function exceptionsToJudge({ exceptions, requests, clock }: Kept, policy: Policy): readonly ExceptionRecord[] {
  return exceptions.proved.filter((record) => approvalHolds(record, policy, requests.steps)).map((record) => exceptionOnHost(record, clock.aheadMs));
}

interface Shown extends Kept {
  readonly exceptions: Pick<State["exceptions"], "kept" | "proved">;
  readonly clock: Pick<Clock, "aheadMs" | "host">;
  /** A journal that is not whole proves nothing. */
  readonly whole: boolean;
}

/** How everything that is kept stands, by id. Pure. */
export function standingsOf(shown: Shown, policy: Policy, judged: LastJudged): Readonly<Record<string, StandingEntry>> {
  const toJudge = new Set(exceptionsToJudge(shown, policy).map(({ id }) => id));
  const proved = new Set(shown.exceptions.proved.map(({ id }) => id));
  const now = shown.clock.host();
  const standing = (record: ExceptionRecord) => {
    const own = standingOf(record, policy, now, judged);
    // What has ended has ended, whatever else is wrong with it.
    if (toJudge.has(record.id) || own === "revoked" || own === "over") return own;
    if (!shown.whole) return "records-broken";
    return proved.has(record.id) ? "signature" : "unproved";
  };
  return Object.fromEntries(
    shown.exceptions.kept.map((kept) => {
      const record = exceptionOnHost(kept, shown.clock.aheadMs);
      const rule = Object.hasOwn(policy.rules, record.checkId) ? policy.rules[record.checkId] : undefined;
      return [record.id, { standing: standing(record), until: exceptionEnd(record, rule, policy).toISOString() }];
    }),
  );
}
