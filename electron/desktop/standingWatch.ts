import { type Clocks, type Deadline, deadlineOf, isOver } from "../../shared/deadline.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Timers run late after sleep; while a light is on it is looked at least this often. */
const lookEveryMs = 15_000;

interface Source {
  snapshot(): Snapshot;
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
}

/** Calls at once, at every change of the service, and when a light ends by time. Returns the function that ends it. */
export function watchStanding(source: Source, clocks: Clocks, onChange: (standing: Standing, snapshot: Snapshot) => void): () => void {
  let deadline: Deadline | null = null;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (deadline === null) return;
    if (isOver(deadline, clocks)) {
      deadline = null;
      over = true;
      const snapshot = source.snapshot();
      onChange(standingOf(snapshot, true), snapshot);
      return;
    }
    timer = setTimeout(look, Math.min(lookEveryMs, Math.max(50, deadline.wall - clocks.wall())));
  };
  let held: string | null = null;
  const receive = (snapshot: Snapshot) => {
    const until = snapshot.decision?.validUntil ?? null;
    // The same end again gets no new time on the clock that cannot be set.
    if (until !== held || until === null) {
      held = until;
      deadline = until === null ? null : deadlineOf(until, clocks);
      over = deadline !== null && isOver(deadline, clocks);
      if (over) deadline = null;
    }
    onChange(standingOf(snapshot, over), snapshot);
    look();
  };
  const end = source.subscribe(receive);
  receive(source.snapshot());
  return () => {
    clearTimeout(timer);
    end();
  };
}
