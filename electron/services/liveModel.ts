import type { Snapshot } from "../../shared/snapshot.ts";
import type { Model } from "./snapshotOf.ts";

export interface LiveModel {
  model(): Model;
  /** Puts this into the model and tells the subscribers. */
  change(part: Partial<Model>): void;
  snapshot(): Snapshot;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  isWatched(): boolean;
  /** How long the judgment of the model is old, in milliseconds, by a clock that nobody can set. Infinity: there is none. */
  judgedForMs(): number;
  /** Resolves when no look is under way or about to begin, or at the end. */
  settled(): Promise<void>;
  /** Nobody waits for a look any more. The subscribers still hear of what is under way. */
  close(): void;
  /** Nobody hears of anything any more. */
  leave(): void;
}

/** What changes while the service lives, who is told of it, and who waits for it. */
export function createLiveModel(first: Model, snapshotOfModel: (model: Model) => Snapshot): LiveModel {
  let model = first;
  let judgedAt = Number.NEGATIVE_INFINITY;
  let closed = false;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  /** Those who want to know when no look is under way. */
  const waiting: (() => void)[] = [];
  const letGo = () => {
    for (const tell of waiting.splice(0)) tell();
  };
  const snapshot = () => snapshotOfModel(model);
  return {
    model: () => model,
    change(part) {
      if (part.judgment) judgedAt = performance.now();
      model = { ...model, ...part };
      if (model.phase.kind !== "running") letGo();
      if (listeners.size === 0) return;
      const current = snapshot();
      for (const listener of listeners) listener(current);
    },
    snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isWatched: () => listeners.size > 0,
    judgedForMs: () => (model.judgment ? performance.now() - judgedAt : Number.POSITIVE_INFINITY),
    async settled() {
      while (model.phase.kind === "running" && !closed) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close() {
      closed = true;
      letGo();
    },
    leave: () => listeners.clear(),
  };
}
