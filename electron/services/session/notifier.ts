import type { PreflightService } from "../preflight.ts";
import { decideNotice, type Notice, type Standing, standingOf } from "./notify.ts";

/**
 * Calls `show` when something got worse that people should know of, at most once a minute. What came meanwhile is told at the end of that minute if
 * it is still so: the latest state counts. Returns the function that ends it.
 */
export function watchForNotices(service: Pick<PreflightService, "snapshot" | "subscribe">, show: (notice: Notice) => void): () => void {
  let known: Standing | null = null;
  let lastAt: number | null = null;
  let timer: NodeJS.Timeout | undefined;

  const look = () => {
    clearTimeout(timer);
    const snapshot = service.snapshot();
    const standing = standingOf(snapshot);
    if (standing === null) return; // The next state that is known asks again.
    // The first state that is known is what the screen begins with.
    if (known === null) {
      known = standing;
      return;
    }
    const now = performance.now();
    const decision = decideNotice({ before: known, standing, snapshot, now, lastAt });
    if (decision.kind === "later") {
      timer = setTimeout(look, decision.ms);
      timer.unref();
      return;
    }
    known = standing;
    if (decision.kind === "quiet") return;
    lastAt = now;
    show(decision.notice);
  };
  let last: unknown;
  const endSubscription = service.subscribe(({ phase, decision }) => {
    const state = decision ?? phase.kind;
    if (state === last) return; // facts stream in, or something else was changed
    last = state;
    look();
  });
  return () => {
    clearTimeout(timer);
    endSubscription();
  };
}
