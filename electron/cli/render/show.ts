import type { CheckId } from "../../../shared/checks/verdict.ts";
import type { Bilingual } from "../../../shared/message.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { clock } from "../clock.ts";
import type { CommandContext } from "../context.ts";
import { terminalText } from "../terminalText.ts";

/** What the renderers share: where they write, in which words, about what. */
export interface Show extends Pick<CommandContext, "text" | "language"> {
  readonly columns: number;
  readonly style: CommandContext["terminal"]["style"];
  readonly snapshot: Snapshot;
  readonly now: Date;
}

export function showOf({ text, language, terminal }: CommandContext, snapshot: Snapshot): Show {
  return { text, language, columns: terminal.columns, style: terminal.style, snapshot, now: new Date() };
}

export function titleOf({ text }: Pick<Show, "text">, id: CheckId): string {
  return text.find(`check.${id}.title`) ?? terminalText(id);
}

/** A sentence of the policy. */
export function policyWords({ language }: Pick<Show, "language">, words: Bilingual): string {
  return terminalText(words[language]);
}

export function timeOf({ now, language }: Pick<Show, "now" | "language">, iso: string): string {
  return clock(iso, now, language);
}
