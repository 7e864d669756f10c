/** What an author of a policy can get wrong, for words in the author's language; what is none of these keeps the technical detail. */
export type PolicyMistake =
  | "unknown-key"
  | "missing"
  | "type"
  | "choice"
  | "least"
  | "most"
  | "unknown-check"
  | "newer"
  | "tab"
  | "duplicate-key"
  | "contradiction"
  | "unknown-product"
  | "unknown-activity";

export interface SaidMistake {
  readonly kind: PolicyMistake;
  readonly params: Readonly<Record<string, string | number>>;
  /** The word that was probably meant. */
  readonly suggestion?: string | undefined;
}
