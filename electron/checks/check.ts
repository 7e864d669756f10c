import type { z } from "zod";
import type { CheckId, Verdict } from "../../shared/checks/verdict.ts";
import { clockCorrectionMs } from "../../shared/clockCorrection.ts";
import type { Declaration } from "../../shared/declarations.ts";
import type { Fact, FactId, Facts, FactValue } from "../../shared/facts/catalogue.ts";
import type { Language, MessageParam } from "../../shared/message.ts";
import type { Observation, UnknownReason } from "../../shared/observation.ts";
import type { Platform } from "../../shared/platform.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { Group, RiskId } from "../../shared/risks.ts";
import type { Here } from "./here.ts";

/** Texts of one check in one language. `remedies`: per OS, one step a line. */
export interface CheckTexts<M extends string = string, R extends string = string> {
  readonly title: string;
  /** What can happen when it is not met, in one or two sentences for a person who is not from IT. */
  readonly why: string;
  readonly messages: Readonly<Record<M, string>>;
  readonly remedies: Readonly<Record<R, Readonly<Record<Platform, string>>>>;
}

/** What an answer may have to be an answer to. */
export type PolicyInForce = Pick<Policy, "id" | "revision" | "conduct" | "measures">;

export interface CheckInput {
  readonly facts: Facts;
  /** As parsed by the check's own settings schema. */
  readonly settings: unknown;
  readonly declarations: readonly Declaration[];
  /** The network in use and the log-in of this run. */
  readonly here: Here;
  readonly policy: PolicyInForce;
  /** What the policy says of the company's network: several checks must agree on which tunnel is the company's. */
  readonly network: Policy["network"];
  readonly now: Date;
}

/** One pure question about the facts. Knows nothing of policy levels, exceptions, OS calls or languages' sentences in logic. */
export interface Check {
  readonly id: CheckId;
  readonly group: Group;
  readonly kind: "measured" | "declared";
  /** An answer holds only in the network and under the log-in in which it was given. */
  readonly holdsHere: boolean;
  /** A yes accepts the words of the policy's rules. */
  readonly acceptsRules: boolean;
  readonly risks: readonly RiskId[];
  /** Facts that must be known; when one is not, the verdict is unknown or not applicable without asking `evaluate`. */
  readonly needs: readonly FactId[];
  /** Facts that `evaluate` looks at as observations, whatever their kind. */
  readonly looksAt: readonly FactId[];
  readonly settings: z.ZodType;
  readonly texts: Readonly<Record<Language, CheckTexts>>;
  evaluate(input: CheckInput): Verdict;
}

type Params = Readonly<Record<string, MessageParam>>;

/** Builders of verdicts that only accept messages and remedies that the check has texts for. */
export interface Say<M extends string, R extends string> {
  pass(message: M, params?: Params): Verdict;
  /** `minor`: only warns, even under a required rule. */
  fail(message: M, remedy: R, options?: { readonly params?: Params; readonly subject?: string; readonly minor?: boolean }): Verdict;
  notApplicable(message: M, params?: Params): Verdict;
  unknown(message: M, reason: UnknownReason, options?: { readonly params?: Params; readonly remedy?: R }): Verdict;
  /** The common sentence for a fact that could not be seen. */
  unseen(reason: UnknownReason): Verdict;
}

type Values<N extends FactId> = { readonly [K in N]: FactValue<K> };
type Observations<L extends FactId> = { readonly [K in L]: Observation<FactValue<K>> };

interface Definition<M extends string, R extends string, N extends FactId, L extends FactId, S extends z.ZodType> {
  readonly id: CheckId;
  readonly group: Group;
  readonly kind: "measured" | "declared";
  readonly holdsHere?: true;
  readonly acceptsRules?: true;
  readonly risks: readonly [RiskId, ...RiskId[]];
  readonly needs: readonly N[];
  readonly looksAt?: readonly L[];
  readonly settings: S;
  readonly texts: { readonly ja: CheckTexts<M, R>; readonly en: CheckTexts<NoInfer<M>, NoInfer<R>> };
  /**
   * Asked first, before unknown and not applicable are answered the common way; undefined leaves it to them and to `evaluate`. For a check that
   * has something better to say of a fact in `needs` that could not be seen: never a better verdict than the worst that any value would get.
   */
  early?(
    input: { readonly observations: Observations<N | L>; readonly settings: z.infer<S>; readonly network: Policy["network"] },
    say: Say<M, R>,
  ): Verdict | undefined;
  evaluate(
    input: {
      readonly values: Values<N>;
      readonly observations: Observations<L>;
      readonly settings: z.infer<S>;
      /** The last answer to the check itself. */
      readonly declaration: Declaration | undefined;
      /** The last answer on this subject of the check. */
      readonly answerOn: (subject: string) => Declaration | undefined;
      readonly here: Here;
      readonly policy: PolicyInForce;
      readonly network: Policy["network"];
      readonly now: Date;
    },
    say: Say<M, R>,
  ): Verdict;
}

const notGathered: Observation<never> = { kind: "unknown", reason: "failed", detail: "the fact was not gathered" };
const outlived: Observation<never> = { kind: "unknown", reason: "stale", detail: "the fact is older than it holds" };

/** The observation while it holds; after `validForMs` it is as good as not seen, so that an old fact cannot carry a new decision. */
export function observationAt(fact: Fact | undefined, now: Date): Observation<unknown> {
  if (fact === undefined) return notGathered;
  const age = now.getTime() - Date.parse(fact.at);
  // From the future: the clock was set back since, and nobody knows how old it is.
  return age > fact.validForMs || age < -clockCorrectionMs ? outlived : fact.observation;
}

/** The newest answer that was not given after `now`: one from the future proves a changed clock or file, and counts as none. */
function latestDeclaration(declarations: readonly Declaration[], checkId: CheckId, subject: string | undefined, now: Date): Declaration | undefined {
  return declarations
    .filter((one) => one.checkId === checkId && one.subject === subject && Date.parse(one.at) <= now.getTime())
    .reduce<Declaration | undefined>((last, one) => (last && Date.parse(last.at) > Date.parse(one.at) ? last : one), undefined);
}

/**
 * Makes a check out of its definition. Facts in `needs` that are not known are answered here, the same for every check:
 * unknown stays unknown (never pass, never fail), not applicable is skipped.
 */
export function defineCheck<
  const M extends string,
  const R extends string,
  const S extends z.ZodType,
  N extends FactId = never,
  L extends FactId = never,
>(definition: Definition<M, R, N, L, S>): Check {
  const { id } = definition;
  const message = (key: M, params?: Params) => (params ? { key: `check.${id}.${key}`, params } : { key: `check.${id}.${key}` });
  const say: Say<M, R> = {
    pass: (key, params) => ({ status: "pass", message: message(key, params) }),
    fail: (key, remedy, options = {}) => ({
      status: "fail",
      message: message(key, options.params),
      remedy,
      ...(options.subject === undefined ? {} : { subject: options.subject.slice(0, 256) || "?" }),
      ...(options.minor ? { minor: true } : {}),
    }),
    notApplicable: (key, params) => ({ status: "not-applicable", message: message(key, params) }),
    unknown: (key, reason, options = {}) => ({
      status: "unknown",
      message: message(key, options.params),
      reason,
      ...(options.remedy === undefined ? {} : { remedy: options.remedy }),
    }),
    unseen: (reason) => ({ status: "unknown", message: { key: `unknown.${reason}` }, reason }),
  };
  return {
    id,
    group: definition.group,
    kind: definition.kind,
    holdsHere: definition.holdsHere ?? false,
    acceptsRules: definition.acceptsRules ?? false,
    risks: definition.risks,
    needs: definition.needs,
    looksAt: definition.looksAt ?? [],
    settings: definition.settings,
    texts: definition.texts,
    evaluate(input) {
      const observations = Object.fromEntries(
        [...definition.needs, ...(definition.looksAt ?? [])].map((fact) => [fact, observationAt(input.facts[fact], input.now)]),
      ) as Observations<N | L>;
      const settings = input.settings as z.infer<S>;
      const first = definition.early?.({ observations, settings, network: input.network }, say);
      if (first !== undefined) return first;
      const needed = definition.needs.map((fact) => observations[fact]);
      const missing = needed.find((observation) => observation.kind === "unknown");
      if (missing?.kind === "unknown") return say.unseen(missing.reason);
      const pointless = needed.find((observation) => observation.kind === "not-applicable");
      if (pointless?.kind === "not-applicable") return { status: "not-applicable", message: { key: `not-applicable.${pointless.why}` } };
      const values = Object.fromEntries(
        definition.needs.map((fact) => {
          const observation: Observation<unknown> = observations[fact];
          return [fact, observation.kind === "known" ? observation.value : undefined];
        }),
      ) as Values<N>;
      return definition.evaluate(
        {
          values,
          observations,
          settings,
          declaration: latestDeclaration(input.declarations, id, undefined, input.now),
          answerOn: (subject) => latestDeclaration(input.declarations, id, subject, input.now),
          here: input.here,
          policy: input.policy,
          network: input.network,
          now: input.now,
        },
        say,
      );
    },
  };
}
