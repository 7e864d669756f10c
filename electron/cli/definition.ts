import type { Bilingual } from "../../shared/message.ts";
import type { ExitName } from "./exitCodes.ts";

/** What the shell may offer for a value. */
export type Completes = "file" | "folder" | "check" | "fact" | "nothing";

export interface OptionDefinition {
  /** Without the dashes: "only" for --only. */
  readonly name: string;
  readonly short?: string;
  /** Absent: a switch without a value. */
  readonly value?: { readonly name: string; readonly choices?: readonly string[]; readonly completes?: Completes };
  /** May be given several times, or once with commas between. */
  readonly multiple?: boolean;
  readonly required?: boolean;
  readonly summary: Bilingual;
}

export interface ArgumentDefinition {
  readonly name: string;
  readonly required: boolean;
  readonly multiple?: boolean;
  readonly choices?: readonly string[];
  readonly completes?: Completes;
  readonly summary: Bilingual;
}

/** One command as data. Parsing, --help, completion and docs/cli.md are made from it, so they cannot disagree. */
export interface CommandDefinition {
  readonly name: string;
  readonly summary: Bilingual;
  /** More for people who read on; one paragraph a string. */
  readonly details?: readonly Bilingual[];
  readonly options?: readonly OptionDefinition[];
  readonly arguments?: readonly ArgumentDefinition[];
  /** A command line of somebody else's, which follows after "--" and is not looked at. */
  readonly passesOn?: { readonly name: string; readonly summary: Bilingual };
  readonly examples: readonly { readonly line: string; readonly shows: Bilingual }[];
  /** What the exit codes of this command mean; bad usage, could not run and interrupted mean the same everywhere. */
  readonly exits?: Partial<Readonly<Record<ExitName, Bilingual>>>;
  readonly commands?: readonly CommandDefinition[];
}
