import type { Finding } from "../../../shared/decision.ts";
import type { Fact, FactId, Facts } from "../../../shared/facts/catalogue.ts";
import { questionsIn } from "../../../shared/findingOrder.ts";
import type { Platform } from "../../../shared/platform.ts";
import { type Report, reportSchema, reportSchemaId } from "../../../shared/report/schema.ts";
import type { PolicySummary, Snapshot } from "../../../shared/snapshot.ts";
import type { Check } from "../../checks/check.ts";
import { type DecisionInput, decide, type Judged } from "../../checks/decide.ts";
import { digestOf } from "../digest.ts";
import type { Dispute } from "../disputes.ts";
import { helpdeskCodeOf } from "../helpdesk/helpdeskCode.ts";
import type { JournalReading } from "../journal.ts";

export interface ReportSources {
  readonly checks: readonly Check[];
  readonly input: DecisionInput;
  readonly judged: Judged;
  readonly policy: PolicySummary;
  readonly run: NonNullable<Snapshot["run"]>;
  readonly app: { readonly version: string; readonly platform: Platform };
  readonly os: Report["os"];
  readonly journal: JournalReading;
  readonly redaction: Report["redaction"];
  /** With personal values already hidden. */
  readonly disputes?: readonly Dispute[];
}

type Derived = Pick<Report, "helpdeskCode" | "findings" | "decision" | "notChecked" | "timings">;

function notCheckedOf(findings: readonly Finding[], facts: Facts, checks: readonly Check[]): Report["notChecked"] {
  return findings.flatMap(({ checkId, verdict }) => {
    if (verdict.status !== "unknown") return [];
    const ids = checks.filter(({ id }) => id === checkId).flatMap(({ needs, looksAt }) => [...needs, ...looksAt]);
    const unseen = [...new Set(ids)].flatMap((id) => {
      const observation = facts[id]?.observation;
      return observation?.kind === "unknown" ? [{ id, reason: observation.reason, detail: observation.detail }] : [];
    });
    return [{ checkId, reason: verdict.reason, facts: unseen }];
  });
}

/** Everything in a report that follows from the rest of it. Pure: the verifier computes it again. */
export function derivedParts(
  checks: readonly Check[],
  input: DecisionInput,
  judged: Judged,
  run: { readonly id: string; readonly durationMs: number },
  policy: Pick<PolicySummary, "digest" | "revision">,
): Derived {
  const { findings, decision } = judged;
  const facts = Object.values(input.facts).filter((fact) => fact !== undefined) as readonly Fact[];
  return {
    helpdeskCode: helpdeskCodeOf(run, input.now, policy, judged, questionsIn(checks)),
    findings: [...findings],
    decision,
    notChecked: notCheckedOf(findings, input.facts, checks),
    timings: {
      totalMs: run.durationMs,
      facts: Object.fromEntries(facts.map(({ id, durationMs }) => [id, durationMs])) as Partial<Record<FactId, number>>,
    },
  };
}

/** What the decision of this report was computed from, as the report itself has it. */
export function inputOf(report: Report): DecisionInput {
  const { facts, exceptions, declarations, failingSince, integrity, networkId, logIn } = report;
  return {
    ...{ exceptions, declarations, failingSince, integrity, networkId, logIn },
    // zod's type allows undefined where the facts' own does not say so; the values are the same.
    facts: facts as Facts,
    policy: report.policy.content,
    now: new Date(report.now),
  };
}

/** Computes again what this report says was decided. */
export function decideAgain(report: Report, checks: readonly Check[]): Derived {
  const input = inputOf(report);
  return derivedParts(checks, input, decide(checks, input), report.run, report.policy.summary);
}

/** The code of this report as older versions ordered it: questions among what could not be seen. */
export function formerCodeOf(report: Report, checks: readonly Check[]): string {
  const input = inputOf(report);
  return helpdeskCodeOf(report.run, input.now, report.policy.summary, decide(checks, input), () => false);
}

/** The digest that belongs to this content, whatever version's: the form of it does not matter. */
export function reportDigest({ digest: _, ...content }: { readonly digest?: unknown; readonly [field: string]: unknown }): string {
  return digestOf(content);
}

/** @throws ZodError when a part does not follow the schema: a report that could not be read back is never handed out. */
export function buildReport({ checks, input, judged, policy, run, app, os, journal, redaction, disputes = [] }: ReportSources): Report {
  const { entries, verification } = journal;
  const finishedAt = run.finishedAt ?? input.now.toISOString();
  const durationMs = run.durationMs ?? 0;
  const content = {
    schema: reportSchemaId,
    app,
    os,
    run: { id: run.id, startedAt: run.startedAt, finishedAt, durationMs },
    now: input.now.toISOString(),
    policy: { summary: policy, content: input.policy },
    facts: input.facts,
    exceptions: input.exceptions,
    declarations: input.declarations,
    failingSince: input.failingSince,
    integrity: input.integrity,
    ...(disputes.length === 0 ? {} : { disputes }),
    networkId: input.networkId,
    logIn: input.logIn,
    ...derivedParts(checks, input, judged, { id: run.id, durationMs }, policy),
    redaction,
    journal: { ok: verification.ok, first: entries[0]?.digest ?? null, head: verification.head },
  };
  // Through the schema first, so that the digest is over exactly what a reader parses.
  const parsed = reportSchema.parse({ ...content, digest: `sha256-${"0".repeat(64)}` });
  return { ...parsed, digest: reportDigest(parsed) };
}
