import { z } from "zod";
import { nearest } from "../../shared/nearest.ts";
import { plainProblem, plainProblemWords } from "../../shared/plainJson.ts";
import type { SaidMistake } from "../../shared/policy/mistake.ts";
import { type Policy, policySchema, policySchemaId } from "../../shared/policy/schema.ts";
import type { Check } from "./check.ts";
import { policyIssues } from "./policyIssues.ts";

export type PolicyProblemCode =
  /** The shape is wrong: a missing or unknown field, a wrong type, a value out of its limits. */
  | "shape"
  | "unknown-check"
  /** The settings of a check are not what the check understands. */
  | "settings"
  /** Work on an information class that the policy itself forbids by telework. */
  | "forbidden-class"
  | "duplicate-id"
  /** A field that has no effect where it stands, so that the author means something else than what would happen. */
  | "no-effect"
  /** Nothing is measured: every light would be stop. */
  | "nothing-checked";

/** What is wrong with a policy and where; `path` as in "rules.vpn.level". `detail`: technical words for the author of the policy. */
export interface PolicyProblem {
  readonly path: string;
  readonly code: PolicyProblemCode;
  readonly detail: string;
  /** The same for words in the author's language. */
  readonly mistake?: SaidMistake | undefined;
}

export type ResolvedPolicy = { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

function unknownCheck(path: string, id: string, known: ReadonlyMap<string, Check>): PolicyProblem {
  const suggestion = nearest(id, [...known.keys()]);
  return { path, code: "unknown-check", detail: `there is no check "${id}"`, mistake: { kind: "unknown-check", params: { name: id }, suggestion } };
}

function settingsProblems(id: string, settings: unknown, known: ReadonlyMap<string, Check>): readonly PolicyProblem[] {
  const check = known.get(id);
  if (check === undefined) return [unknownCheck(`rules.${id}`, id, known)];
  const parsed = check.settings.safeParse(settings);
  if (parsed.success) return [];
  const found = policyIssues(check.settings, settings, parsed.error.issues);
  return found.map(({ path, ...rest }) => ({ ...rest, path: ["rules", id, "settings", ...path].join("."), code: "settings" as const }));
}

const looseRulesSchema = z.looseObject({ rules: z.record(z.string(), z.looseObject({ settings: z.unknown() }).catch({ settings: {} })) });

/** All mistakes at once: what the rules ask of checks is looked at also where something else of the shape is wrong. */
function shapeProblems(document: unknown, issues: readonly z.core.$ZodIssue[], known: ReadonlyMap<string, Check>): readonly PolicyProblem[] {
  const shape = policyIssues(policySchema, document, issues).map(({ path, ...rest }) => ({ ...rest, path: path.join("."), code: "shape" as const }));
  const rules = Object.entries(looseRulesSchema.safeParse(document).data?.rules ?? {});
  const said = new Set(shape.map(({ path }) => path));
  return [...shape, ...rules.flatMap(([id, { settings }]) => settingsProblems(id, settings ?? {}, known)).filter(({ path }) => !said.has(path))];
}

const newerSchema = z.looseObject({ schema: z.string().regex(/^preflight-policy\/\d{1,4}$/) });

/** A policy that was made for a newer version is refused for that alone: its other fields may be right there. */
function newerProblem(document: unknown): PolicyProblem | null {
  const schema = newerSchema.safeParse(document).data?.schema;
  if (schema === undefined || Number(schema.split("/")[1]) <= Number(policySchemaId.split("/")[1])) return null;
  const detail = `made for a newer version of Preflight (${schema}); this version reads ${policySchemaId}`;
  return { path: "schema", code: "shape", detail, mistake: { kind: "newer", params: { schema, known: policySchemaId } } };
}

function duplicates(list: readonly { readonly id: string }[], name: string): readonly PolicyProblem[] {
  return list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) < index
      ? [{ path: `${name}.${index}.id`, code: "duplicate-id" as const, detail: `"${id}" is used twice` }]
      : [],
  );
}

function ruleProblems(policy: Policy, known: ReadonlyMap<string, Check>): readonly PolicyProblem[] {
  return Object.entries(policy.rules).flatMap(([id, rule]) => {
    const problems = settingsProblems(id, rule.settings, known);
    if (!known.has(id)) return problems;
    if (rule.level === "required") return problems;
    const idle = (field: string) => ({
      path: `rules.${id}.${field}`,
      code: "no-effect" as const,
      detail: `${field} counts only with level: required`,
    });
    return [...problems, ...(rule.requiredFor === undefined ? [] : [idle("requiredFor")]), ...(rule.graceDays === 0 ? [] : [idle("graceDays")])];
  });
}

/** At most 100: each is compared with every check there is, and nobody mends more in one go. */
function unknownInMeasures(policy: Policy, known: ReadonlyMap<string, Check>): readonly PolicyProblem[] {
  const named = policy.measures.flatMap(({ answer }, index) =>
    answer.flatMap((one, at) => (one.by === "checks" ? one.checks.map((id) => ({ path: `measures.${index}.answer.${at}.checks`, id })) : [])),
  );
  return named
    .filter(({ id }) => !known.has(id))
    .slice(0, 100)
    .map(({ path, id }) => unknownCheck(path, id, known));
}

function referenceProblems(policy: Policy, known: ReadonlyMap<string, Check>): readonly PolicyProblem[] {
  const { approval } = policy.exceptions;
  return [
    ...duplicates(policy.activities, "activities"),
    ...duplicates(policy.measures, "measures"),
    ...duplicates(policy.contacts, "contacts"),
    ...duplicates(approval.keys, "exceptions.approval.keys"),
    ...(approval.by.includes("signed") && approval.keys.length === 0
      ? [{ path: "exceptions.approval.by", code: "no-effect" as const, detail: "signed counts only with keys: nobody could sign" }]
      : []),
    ...policy.activities.flatMap((activity, index) =>
      policy.informationClasses[activity.class].telework === "forbidden"
        ? [{ path: `activities.${index}.class`, code: "forbidden-class" as const, detail: `telework is forbidden for class "${activity.class}"` }]
        : [],
    ),
    ...unknownInMeasures(policy, known),
  ];
}

/**
 * Turns a parsed document into a policy that can be judged by, or says everything that is wrong with it.
 * In the result every check has a rule, and every setting its value: a check that the document does not name is off, so that a new version of Preflight does
 * not refuse, or change, the policies that are in use; it shows in the report as off.
 */
export function resolvePolicy(document: unknown, checks: readonly Check[]): ResolvedPolicy {
  const problem = plainProblem(document);
  if (problem !== null) return { ok: false, problems: [{ path: "", code: "shape", detail: plainProblemWords[problem] }] };
  const newer = newerProblem(document);
  if (newer !== null) return { ok: false, problems: [newer] };
  const known = new Map(checks.map((check) => [check.id, check]));
  const parsed = policySchema.safeParse(document);
  if (!parsed.success) return { ok: false, problems: shapeProblems(document, parsed.error.issues, known) };
  const policy = parsed.data;
  const problems = [...ruleProblems(policy, known), ...referenceProblems(policy, known)];
  const isLive = ({ id, kind }: Check) => kind === "measured" && (policy.rules[id]?.level ?? "off") !== "off";
  if (!checks.some(isLive)) {
    problems.push({ path: "rules", code: "nothing-checked", detail: "no rule is on that measures something, so every light would be stop" });
  }
  if (problems.length > 0) return { ok: false, problems };
  const off = { level: "off", otherwise: "recommended", graceDays: 0, exceptions: { allowed: true } } as const;
  const rules = Object.fromEntries(
    checks.map(({ id, settings }) => {
      const rule = policy.rules[id] ?? { ...off, settings: {} };
      return [id, { ...rule, settings: settings.parse(rule.settings) as Record<string, unknown> }];
    }),
  );
  return { ok: true, policy: { ...policy, rules } };
}
