import type { Core } from "./core.ts";
import type { JournalReading } from "./journal.ts";
import { hostTimeOf } from "./journalEntry.ts";
import type { JournalRecord } from "./journalWriter.ts";

/** What happens to the app itself. `light`: of the decision that held then; null: none did. */
export type AppEvent =
  | { readonly type: "started"; readonly atLogin: boolean }
  /** The person ended it, after being told what that means. `blocked`: a block screen was up. */
  | { readonly type: "quit"; readonly light: string | null; readonly blocked: boolean }
  /** The system ended it: shutdown, log-off, a signal. */
  | { readonly type: "ended"; readonly because: "system" }
  | { readonly type: "screen-failed"; readonly reason: string }
  /** The block screen made room for a fix, and came back. */
  | { readonly type: "stepped-aside" }
  | { readonly type: "returned" }
  | { readonly type: "shut-down" };

export interface AppLife {
  /** Writes it into the journal. @returns false: it could not be written; nothing is thrown. */
  recordApp(event: AppEvent): Promise<boolean>;
}

const lifeTypes: ReadonlySet<unknown> = new Set(["started", "quit", "ended"] satisfies AppEvent["type"][]);

/** A start without an end behind it: the app was killed, it crashed, or the power went. */
function unexpectedEnd({ entries }: JournalReading): readonly JournalRecord[] {
  const last = entries.findLast(({ kind, data }) => kind === "app" && lifeTypes.has(data["type"]));
  if (last?.data["type"] !== "started") return [];
  return [{ kind: "deviation", data: { type: "app-ended-unexpectedly", startedAt: hostTimeOf(last) } }];
}

/** The life of the app in the journal. */
export function appLifeOf({ store, model }: Core): AppLife {
  const write = (event: AppEvent) =>
    store.exclusively(async () => {
      await store.journal.refresh();
      const before = event.type === "started" ? unexpectedEnd(store.journal.reading()) : [];
      await store.journal.append([...before, { kind: "app", data: { ...event } }], model().state.clock.moment());
    });
  // One after the other: an end must not be written before the start that it belongs to.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    recordApp(event) {
      const written = turn
        .then(() => write(event))
        .then(
          () => true,
          () => false,
        );
      turn = written;
      return written;
    },
  };
}
