import type { CliTexts } from "../../shared/i18n/cli.ja.ts";
import type { Language, MessageParam, MessageRef } from "../../shared/message.ts";
import type { OwnSignals } from "../host/ownSignals.ts";
import type { ParsedCommand } from "./parse.ts";
import type { Terminal } from "./terminal.ts";

/** Sentences of the command line by key; parameters and policy texts come out harmless for a terminal. */
export interface Sentences {
  /** A text of the command line itself. */
  own(key: keyof CliTexts, params?: Readonly<Record<string, MessageParam>>): string;
  /** Any message: of a check, a term, the policy. Its own line breaks (steps) stay; those inside parameters do not. */
  message(ref: MessageRef): string;
  /** A text that is there under this key, or undefined. */
  find(key: string): string | undefined;
}

/** What every command gets. */
export interface CommandContext {
  readonly command: ParsedCommand;
  readonly language: Language;
  readonly terminal: Terminal;
  readonly text: Sentences;
  readonly version: string;
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal;
  /** For a command that runs in our place: it gets the signals. */
  readonly signals: OwnSignals;
}
