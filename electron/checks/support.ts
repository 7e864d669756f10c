import type { SupportPeriod } from "../../shared/osSupport/supportPeriod.ts";

/** What the table, or the OS itself, says of a release. `newer`: made after the table. */
export type Support =
  | { readonly kind: "period"; readonly period: SupportPeriod }
  | { readonly kind: "older" }
  | { readonly kind: "newer" }
  /** The release is listed, its edition is not: `longest` is what ends last of it. */
  | { readonly kind: "edition-not-listed"; readonly longest: SupportPeriod }
  | { readonly kind: "not-listed" };
