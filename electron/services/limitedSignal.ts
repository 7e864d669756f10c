import { setMaxListeners } from "node:events";

export interface LimitedSignal {
  readonly signal: AbortSignal;
  /** Frees the timer and the tie to the parent; the signal stays as it is. */
  end(): void;
}

/**
 * A signal that fires with its parent or after `ms`. Not AbortSignal.timeout: its timer would let the process end while a probe that holds
 * nothing open still owes its answer.
 */
export function limitedSignal(parent: AbortSignal, ms: number): LimitedSignal {
  const controller = new AbortController();
  // As many as there are probes and commands listen to one signal: no leak that Node would have to warn of.
  setMaxListeners(0, controller.signal);
  const fire = () => controller.abort();
  const timer = setTimeout(fire, ms);
  if (parent.aborted) fire();
  else parent.addEventListener("abort", fire, { once: true });
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      parent.removeEventListener("abort", fire);
    },
  };
}
