import type { Clocks } from "../../shared/deadline.ts";
import { watchDeadline } from "../../shared/deadlineWatch.ts";
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
  let over = false;
  const validity = watchDeadline(clocks, lookEveryMs, () => {
    over = true;
    const snapshot = source.snapshot();
    onChange(standingOf(snapshot, true), snapshot);
  });
  const receive = (snapshot: Snapshot) => {
    over = validity.set(snapshot.decision?.validUntil ?? null);
    onChange(standingOf(snapshot, over), snapshot);
  };
  const end = source.subscribe(receive);
  receive(source.snapshot());
  return () => {
    validity.stop();
    end();
  };
}
