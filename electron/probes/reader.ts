import type { FactId } from "../../shared/facts/catalogue.ts";
import type { Observation } from "../../shared/observation.ts";
import type { CommandId } from "../host/commands.ts";

/** The recorded output of one command, as a person may have pasted it. */
export interface RecordedOutput {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

/** What one command's output alone says of one fact: the part of the fact's value that comes from it, or why nothing can be read. */
export interface Reading {
  readonly fact: FactId;
  readonly observation: Observation<unknown>;
  /** A known value that looks whole and is not: the output cannot show that it is (no end, or others have a say as well). */
  readonly part?: true;
}

/**
 * Reads the output of one command, for `preflight parse` and for the tests of every sample. Calls the same parsers that the probes call;
 * knows nothing that they do not. Pure, never throws.
 */
export type Reader = (output: RecordedOutput) => readonly Reading[];
export type Readers = { readonly [C in CommandId]?: Reader };
