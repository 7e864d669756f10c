import type { Snapshot } from "../../../shared/snapshot.ts";
import type { View } from "../../app/viewId.ts";

/** What the page remembers of the last end of clearances. */
export interface EndMemory {
  /** When they ended; null: nothing has ended yet. */
  readonly endedAt: string | null;
  /** The page saw that no decision was there. */
  readonly pending: boolean;
  /** The run that decided anew, and the screen that was shown then: the notice stays with these two. */
  readonly answered: { readonly runId: string; readonly view: View } | null;
  readonly closed: boolean;
}

export const nothingEnded: EndMemory = { endedAt: null, pending: false, answered: null, closed: false };

/** The memory after this state. Pure; the same object when nothing is new. */
export function rememberEnd(memory: EndMemory, { session, decision, run }: Snapshot, view: View): EndMemory {
  const endedAt = session.ended?.at ?? null;
  if (endedAt !== memory.endedAt) return { endedAt, pending: endedAt !== null && decision === null, answered: null, closed: false };
  if (endedAt === null || memory.answered !== null || decision === null || run === null) return memory;
  // A page that was opened after the new decision has missed nothing that it must say.
  return { ...memory, pending: false, answered: { runId: run.id, view }, closed: memory.closed || !memory.pending };
}

/** What the notice says now; null: nothing. */
export function shownEnd({ endedAt, pending, answered, closed }: EndMemory, { phase, run }: Snapshot, view: View): "checking" | "done" | null {
  if (endedAt === null || closed) return null;
  if (pending) return phase.kind === "running" ? "checking" : null;
  return answered !== null && answered.runId === run?.id && answered.view === view ? "done" : null;
}
