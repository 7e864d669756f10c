import type { JournalKind } from "../../../shared/journal.ts";
import type { TextKey } from "../../app/useText.ts";

/** What each kind of entry is called. Spelt out here, because the contract's list comes with its schemas. */
export const kindWords: { readonly [K in JournalKind]: TextKey } = {
  run: "screen.journal.kind.run",
  decision: "screen.journal.kind.decision",
  exception: "screen.journal.kind.exception",
  declaration: "screen.journal.kind.declaration",
  "policy-change": "screen.journal.kind.policy-change",
  "report-export": "screen.journal.kind.report-export",
  "network-named": "screen.journal.kind.network-named",
  continued: "screen.journal.kind.continued",
  deviation: "screen.journal.kind.deviation",
  lesson: "screen.journal.kind.lesson",
  activity: "screen.journal.kind.activity",
  session: "screen.journal.kind.session",
  app: "screen.journal.kind.app",
  dispute: "screen.journal.kind.dispute",
};
export const kindList = Object.keys(kindWords) as readonly JournalKind[];

export function isKind(kind: string): kind is JournalKind {
  return Object.hasOwn(kindWords, kind);
}
