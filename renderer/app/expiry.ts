import { type Clocks, type Deadline, deadlineOf, isOver } from "../../shared/deadline.ts";

/** A sleeping or throttled page may run timers late; it looks at least this often while a light is on. */
const lookEveryMs = 5_000;

export interface ExpiryWatch {
  /** Starts over with the end of a new decision; null: nothing can expire. Returns whether it is over already. */
  set(validUntil: string | null): boolean;
  stop(): void;
}

/** Calls `onOver` once for each decision whose validity has passed. */
export function watchExpiry(clocks: Clocks, onOver: () => void): ExpiryWatch {
  let deadline: Deadline | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (deadline === null) return;
    if (isOver(deadline, clocks)) {
      deadline = null;
      onOver();
      return;
    }
    timer = setTimeout(look, Math.min(lookEveryMs, Math.max(50, deadline.wall - clocks.wall())));
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  return {
    set(validUntil) {
      deadline = validUntil === null ? null : deadlineOf(validUntil, clocks);
      if (deadline !== null && isOver(deadline, clocks)) {
        deadline = null;
        clearTimeout(timer);
        return true;
      }
      look();
      return false;
    },
    stop() {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    },
  };
}
