import { z } from "zod";
import type { CheckId } from "../../../shared/checks/verdict.ts";
import type { FactId } from "../../../shared/facts/catalogue.ts";
import type { Language } from "../../../shared/message.ts";
import type { Platform } from "../../../shared/platform.ts";
import type { Policy, Rule } from "../../../shared/policy/schema.ts";
import type { Group, RiskId } from "../../../shared/risks.ts";
import type { Check } from "../../checks/check.ts";

export interface ExplainedSetting {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the value. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly default: unknown;
  readonly current: unknown;
}

/** All about one check, as data: the CLI prints it, a screen may show it. */
export interface Explanation {
  readonly id: CheckId;
  readonly title: string;
  readonly why: string;
  readonly group: Group;
  readonly kind: "measured" | "declared";
  readonly risks: readonly RiskId[];
  readonly facts: readonly FactId[];
  /** What the policy wants; level "off" when it does not name the check. */
  readonly rule: Rule;
  readonly settings: readonly ExplainedSetting[];
  /** Every answer that the check can give, as templates with {{parameters}}. */
  readonly messages: readonly string[];
  /** The steps of each remedy, per OS. */
  readonly remedies: readonly { readonly id: string; readonly steps: Readonly<Record<Platform, readonly string[]>> }[];
}

function settingsOf(check: Check, current: Readonly<Record<string, unknown>>): readonly ExplainedSetting[] {
  const properties = z.toJSONSchema(check.settings, { io: "input" }).properties ?? {};
  return Object.entries(properties).map(([name, property]) => {
    const { description = "", default: fallback, ...schema } = typeof property === "object" ? property : {};
    return { name, description, schema, default: fallback, current: name in current ? current[name] : fallback };
  });
}

/** Null when there is no such check. */
export function explainCheck(id: string, checks: readonly Check[], policy: Policy, language: Language): Explanation | null {
  const check = checks.find((candidate) => candidate.id === id);
  if (check === undefined) return null;
  const { title, why, messages, remedies } = check.texts[language];
  const rule: Rule = policy.rules[id] ?? { level: "off", otherwise: "recommended", graceDays: 0, settings: {}, exceptions: { allowed: true } };
  return {
    id: check.id,
    title,
    why,
    group: check.group,
    kind: check.kind,
    risks: check.risks,
    facts: [...check.needs, ...check.looksAt],
    rule,
    settings: settingsOf(check, rule.settings),
    messages: Object.values(messages),
    remedies: Object.entries(remedies).map(([remedy, texts]) => ({
      id: remedy,
      steps: { windows: texts.windows.split("\n"), macos: texts.macos.split("\n"), linux: texts.linux.split("\n") },
    })),
  };
}
