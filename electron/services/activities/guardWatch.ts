import type { PreflightService } from "../preflight.ts";

const everyMs = 30_000;

/**
 * Looks for guarded apps every 30 seconds, and as soon as a decision came or went. Costs nothing while the policy names none.
 * Returns the function that ends it.
 */
export function watchGuardedApps(service: Pick<PreflightService, "subscribe" | "snapshot" | "hasGuardedApps" | "lookAtGuardedApps">): () => void {
  let timer: NodeJS.Timeout | undefined;
  const look = () => void service.lookAtGuardedApps();
  const plan = () => {
    if (service.hasGuardedApps()) timer ??= setInterval(look, everyMs);
    else {
      clearInterval(timer);
      timer = undefined;
    }
  };
  let decision = service.snapshot().decision;
  plan();
  const end = service.subscribe((snapshot) => {
    if (snapshot.decision === decision) return;
    decision = snapshot.decision;
    plan();
    if (timer !== undefined) look();
  });
  return () => {
    end();
    clearInterval(timer);
    timer = undefined;
  };
}
