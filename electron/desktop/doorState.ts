import type { Door } from "../../shared/door.ts";

/** What the door is like now, and who wants to know. */
export interface DoorState {
  get(): Door;
  set(part: Partial<Door>): void;
  onChange(listener: (door: Door) => void): () => void;
}

export function createDoorState(first: Door): DoorState {
  let state = first;
  const listeners = new Set<(door: Door) => void>();
  return {
    get: () => state,
    set(part) {
      const next = { ...state, ...part };
      if (JSON.stringify(next) === JSON.stringify(state)) return;
      state = next;
      for (const listener of listeners) listener(state);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
