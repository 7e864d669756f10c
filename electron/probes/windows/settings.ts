import { unknown } from "../../../shared/observation.ts";
import type { Refusal } from "../common/gather.ts";
import type { RegistryAnswer } from "./registry.ts";

/** One value of the registry: `null` is "not set", and a refusal is neither. */
export type Setting<T> = { readonly ok: true; readonly value: T | null } | { readonly ok: false; readonly refusal: Refusal };

function value(answer: RegistryAnswer, name: string): Setting<string | number> {
  if (!answer.ok) return answer;
  if (answer.key !== null && !answer.key.valuesRead)
    return { ok: false, refusal: unknown("unparsed", `${answer.source}: nothing but an empty line`) };
  const set = answer.key?.values.get(name.toLowerCase());
  if (set === undefined && answer.key?.partial) return { ok: false, refusal: unknown("unparsed", `${name} is not shown`) };
  return { ok: true, value: set ?? null };
}

/** A number, also where it was stored as text ("1"); anything else is not guessed at. */
export function numberOf(answer: RegistryAnswer, name: string): Setting<number> {
  const found = value(answer, name);
  if (!found.ok || found.value === null || typeof found.value === "number") return found as Setting<number>;
  const text = found.value.trim();
  return /^\d{1,15}$/.test(text) ? { ok: true, value: Number(text) } : { ok: false, refusal: unknown("unparsed", `${name} is not a number`) };
}

/** A number that Windows reads only where it was stored as one: text there has no effect, whatever it says. */
export function dwordOf(answer: RegistryAnswer, name: string): Setting<number> {
  const found = value(answer, name);
  if (!found.ok || found.value === null || typeof found.value === "number") return found as Setting<number>;
  return { ok: false, refusal: unknown("unparsed", `${name} is stored as text, not as a number`) };
}

/** A number that Windows reads only where it was stored as text. */
export function numeralOf(answer: RegistryAnswer, name: string): Setting<number> {
  const found = value(answer, name);
  if (found.ok && typeof found.value === "number") return { ok: false, refusal: unknown("unparsed", `${name} is stored as a number, not as text`) };
  return numberOf(answer, name);
}

/** A text, also where it was stored as a number. */
export function textOf(answer: RegistryAnswer, name: string): Setting<string> {
  const found = value(answer, name);
  return found.ok && found.value !== null ? { ok: true, value: String(found.value).trim() } : (found as Setting<string>);
}

/** The first that is set, as a policy goes before the user's own setting; what cannot be read could be set, so it ends the search. */
export function firstSet<T>(...settings: readonly Setting<T>[]): Setting<T> {
  return settings.find((setting) => !setting.ok || setting.value !== null) ?? { ok: true, value: null };
}

/** The first refusal among them. */
export function refusalOf(...settings: readonly Setting<unknown>[]): Refusal | undefined {
  return settings.flatMap((setting) => (setting.ok ? [] : [setting.refusal]))[0];
}

/** For evidence: "NAME: value", "not set" or why it is not known. */
export function shown(name: string, setting: Setting<string | number>): string {
  if (!setting.ok) return `${name}: ${setting.refusal.kind === "unknown" ? setting.refusal.reason : "?"}`;
  return `${name}: ${setting.value ?? "(not set)"}`;
}

/** A date of the registry or of COM as ISO 8601; null for what stands for "never" (1601, 1899), undefined for anything that is no date. */
export function isoDate(text: string): string | null | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text.trim());
  if (match === null) return undefined;
  // What names no zone is in UTC (documented for the update dates; the pause is written with its Z).
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text.trim().slice(10)) ? text.trim() : `${text.trim()}${text.trim().length > 10 ? "Z" : "T00:00:00Z"}`;
  const time = Date.parse(zoned.replace(" ", "T").replace(/(\.\d{3})\d+/, "$1"));
  if (Number.isNaN(time)) return undefined;
  return Number(match[1]) < 2000 ? null : new Date(time).toISOString();
}
