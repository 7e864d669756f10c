import type { FactId } from "../../shared/facts/catalogue.ts";
import type { Expected } from "../support/probeCases.ts";
import type { Source, Spoiling } from "../support/spoil.ts";
import type { Changes } from "./probesMacosMachine.ts";

export interface Case<K extends FactId> {
  readonly title: string;
  /** What differs from the company's laptop. */
  readonly changes?: Changes;
  readonly company?: readonly string[];
  readonly watchedApps?: readonly string[];
  readonly expected: Expected<K>;
}

export interface BadDays<K extends FactId> {
  readonly changes?: Changes;
  readonly source: Source;
  readonly expected: Readonly<Record<Spoiling, Expected<K>>>;
}

export interface Matrix<K extends FactId> {
  readonly cases: readonly Case<K>[];
  /** What the source is whose bad days are played, and what is said then. Absent: the fact has no source. */
  readonly badDays?: BadDays<K>;
}
