import { checkOfNumber, ownRecords } from "../../../shared/checks/numbers.ts";
import type { CheckId } from "../../../shared/checks/verdict.ts";
import type { Light } from "../../../shared/decision.ts";
import { crockfordDigits } from "../crockford.ts";
import { checkValue } from "./checkCharacter.ts";
import { dayMeant } from "./codeDay.ts";
import { codeLength, contentOf } from "./codeLayout.ts";

/** One of the worst things that a code names. `other`: a check that this version has no number for. */
export type NamedThing =
  | { readonly kind: "check"; readonly checkId: CheckId; readonly unseen: boolean }
  | { readonly kind: "own-records" }
  | { readonly kind: "other"; readonly unseen: boolean };

export interface ReadCode {
  readonly ok: true;
  /** As the app shows it. */
  readonly code: string;
  readonly light: Light;
  /** Worst first. */
  readonly worst: readonly NamedThing[];
  /** Modulo 4096. */
  readonly policyRevision: number;
  /** Start of the UTC day of the run; null: a day that cannot be. */
  readonly day: Date | null;
}

/** What is wrong with a code that cannot be read. `check`: a character is wrong or two are swapped. `meaning`: made by another version, or by nobody. */
export type CodeMistake =
  | { readonly ok: false; readonly mistake: "length"; readonly given: number }
  | { readonly ok: false; readonly mistake: "character"; readonly character: string; readonly place: number }
  | { readonly ok: false; readonly mistake: "check" }
  | { readonly ok: false; readonly mistake: "meaning" };

// What people write between the groups: white space, every dash, and the long vowel mark, which a Japanese keyboard gives for a hyphen.
const between = /[\s\p{Pd}\u2212\u30fc]/gu;
const heardAs: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0" };

function charactersOf(text: string): readonly string[] {
  return [...text.normalize("NFKC").replace(between, "").toUpperCase()].map((character) => heardAs[character] ?? character);
}

function thingOf({ number, unseen }: { readonly number: number; readonly unseen: boolean }): NamedThing {
  if (number === ownRecords) return { kind: "own-records" };
  const checkId = checkOfNumber(number);
  return checkId === null ? { kind: "other", unseen } : { kind: "check", checkId, unseen };
}

/** Reads a code as it was said or typed: any case, with or without hyphens, full-width, I and L for 1, O for 0. Pure; never throws. */
export function readCode(text: string, today: Date): ReadCode | CodeMistake {
  const characters = charactersOf(text);
  const place = characters.findIndex((character) => !crockfordDigits.includes(character));
  if (place >= 0) return { ok: false, mistake: "character", character: characters[place] ?? "", place: place + 1 };
  if (characters.length !== codeLength) return { ok: false, mistake: "length", given: characters.length };
  const values = characters.map((character) => crockfordDigits.indexOf(character));
  if (checkValue(values.slice(0, -1)) !== values.at(-1)) return { ok: false, mistake: "check" };
  const content = contentOf(values);
  if (content === null) return { ok: false, mistake: "meaning" };
  const { light, worst, policyRevision, day } = content;
  const written = characters.join("");
  const code = `${written.slice(0, 4)}-${written.slice(4, 8)}-${written.slice(8)}`;
  return { ok: true, code, light, worst: worst.map(thingOf), policyRevision, day: dayMeant(day, today) };
}
