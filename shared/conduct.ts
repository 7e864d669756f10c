import type { Bilingual } from "./message.ts";
import type { Policy } from "./policy/schema.ts";

// No schema here: the page uses these functions (decision 0052).

export interface RuleToRead {
  id: string;
  title: Bilingual;
  /** null: the title says it all. */
  text: Bilingual | null;
}

/** What a person reads and accepts: the policy's rules in words, or, where it has none, what it says of the measures that are rules. */
export function rulesToRead({ conduct, measures }: Pick<Policy, "conduct" | "measures">): readonly RuleToRead[] {
  if (conduct.length > 0) return conduct;
  return measures.filter(({ group }) => group === "rules").map(({ id, title }) => ({ id, title, text: null }));
}

const plain = (text: Bilingual | null) => text && [text.ja, text.en].map((words) => words.normalize("NFC").replace(/\s+/g, " ").trim());

/** The same words in both languages, in whatever order, under whatever ids, and however their lines are broken. */
export function sameRules(one: readonly RuleToRead[], other: readonly RuleToRead[]): boolean {
  const words = (rules: readonly RuleToRead[]) => JSON.stringify(rules.map(({ title, text }) => JSON.stringify([plain(title), plain(text)])).sort());
  return words(one) === words(other);
}
