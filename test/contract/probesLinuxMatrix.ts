import type { FactId } from "../../shared/facts/catalogue.ts";
import type { Expected } from "../support/probeCases.ts";
import type { Source, Spoiling } from "../support/spoil.ts";

export interface Case<K extends FactId> {
  readonly title: string;
  /** Its place in the matrix; several cases may share one. */
  readonly kind: "secure" | "insecure" | "absent" | "other";
  readonly fixtures: readonly string[];
  readonly company?: readonly string[];
  readonly watched?: readonly string[];
  readonly expected: Expected<K>;
}

export interface Matrix<K extends FactId> {
  readonly cases: readonly Case<K>[];
  /** Recordings and source that the bad days start from. */
  readonly badDays: {
    readonly fixtures: readonly string[];
    readonly watched?: readonly string[];
    readonly source: Source;
    readonly expected: Readonly<Record<Spoiling, Expected<K>>>;
  };
}

export const laptop = "linux/machine/laptop";
/** What every desk has, for facts that look at the programs that run and the name servers. */
export const desk = "linux/machine/desk";
