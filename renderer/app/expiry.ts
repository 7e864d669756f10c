import type { Clocks } from "../../shared/deadline.ts";
import { type DeadlineWatch, watchDeadline } from "../../shared/deadlineWatch.ts";

/** A sleeping or throttled page may run timers late; it looks at least this often while a light is on. */
const lookEveryMs = 5_000;

/** Calls `onOver` once for each decision whose validity has passed, also as soon as the page is seen again. */
export function watchExpiry(clocks: Clocks, onOver: () => void): Pick<DeadlineWatch, "set" | "stop"> {
  const { set, look, stop } = watchDeadline(clocks, lookEveryMs, onOver);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  return {
    set,
    stop() {
      stop();
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    },
  };
}
