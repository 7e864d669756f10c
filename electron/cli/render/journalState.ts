import type { JournalVerification } from "../../services/journal.ts";
import type { CommandContext } from "../context.ts";
import { hanging } from "../layout.ts";
import { symbols } from "../style.ts";

/** Whether the chain holds, in a sentence, with the head that a report can be compared with. */
export function journalState({ text, terminal }: CommandContext, verification: JournalVerification): readonly string[] {
  const { ok, entries, brokenAt, tornTail, head } = verification;
  const shape = ok ? "go" : "stop";
  const sentence = ok
    ? text.own("cli.journal.ok", { count: entries })
    : text.own("cli.journal.broken", { line: brokenAt?.line ?? 0, reason: brokenAt?.reason ?? "?", count: entries });
  return [
    ...hanging(`${symbols[shape]} `, sentence, terminal.columns).map((line) => terminal.style.light(shape, line)),
    ...(tornTail ? hanging("  ", text.own("cli.journal.torn"), terminal.columns) : []),
    ...(head ? hanging("  ", text.own("cli.journal.head", { seq: head.seq, digest: head.digest }), terminal.columns) : []),
  ];
}
