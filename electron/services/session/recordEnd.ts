import type { SessionEnd } from "../../../shared/session.ts";
import type { Moment } from "../clock.ts";
import type { StateStore } from "../stateStore.ts";

/** Writes down that the clearances of a run ended, and why. What cannot be written is said by the run that follows, which tries the same journal. */
export async function recordEnd(
  store: StateStore,
  end: { readonly because: SessionEnd; readonly runId: string; readonly moment: Moment },
): Promise<void> {
  const { because, runId, moment } = end;
  const record = { kind: "session", data: { type: "ended", because, runId } } as const;
  await store.exclusively(() => store.journal.append([record], moment)).catch(() => undefined);
}
