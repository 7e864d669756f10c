import type { Bilingual } from "./message.ts";
import type { PolicyTexts } from "./snapshot.ts";

export interface RuleToRead {
  readonly id: string;
  readonly title: Bilingual;
  /** null: the title says it all. */
  readonly text: Bilingual | null;
}

/** What a person reads and accepts: the policy's rules in words, or, where it has none, what it says of the measures that are rules. */
export function rulesToRead({ conduct, measures }: Pick<PolicyTexts, "conduct" | "measures">): readonly RuleToRead[] {
  if (conduct.length > 0) return conduct;
  return measures.filter(({ group }) => group === "rules").map(({ id, title }) => ({ id, title, text: null }));
}
