import type { Check } from "../checks/check.ts";
import type { Host } from "../host/host.ts";
import { networkFactIds } from "../probes/probe.ts";
import { checksOn } from "./liveChecks.ts";
import type { PreflightService } from "./preflight.ts";

/** A change comes as a burst: begin when it has been quiet for this long, */
const quietMs = 60;
/** but this long after its first sign at the latest. */
const patienceMs = 150;
/** While somebody else's run is under way. */
const busyMs = 100;
/** So many runs may follow each other at once; */
const mostAtOnce = 8;
/** then one in this time: a loose cable or a Wi-Fi at its edge gives 12 runs a minute. */
const refillMs = 5_000;

/**
 * Looks at the network anew when it has changed: a verdict on a network ends with that network. Only what rests on the network is gathered again.
 * A change during a run is kept until the run has ended. For doors that stay open. Returns the function that ends the watch.
 */
export function watchNetwork(host: Pick<Host, "watchNetwork">, service: Pick<PreflightService, "run">, checks: readonly Check[]): () => void {
  const only = checksOn(checks, networkFactIds).map(({ id }) => id);
  let ended = false;
  let running = false;
  let firstSign: number | null = null;
  let left = mostAtOnce;
  let counted = performance.now();
  let timer: NodeJS.Timeout | undefined;

  const runIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };
  const plan = () => {
    if (firstSign === null || running || ended) return;
    const now = performance.now();
    left = Math.min(mostAtOnce, left + (now - counted) / refillMs);
    counted = now;
    runIn(Math.max(0, Math.min(quietMs, firstSign + patienceMs - now), (1 - left) * refillMs));
  };
  const run = async () => {
    firstSign = null;
    running = true;
    const answer = await service.run({ checks: only });
    running = false;
    if (ended) return;
    if (!answer.ok && answer.code === "busy") return runIn(busyMs);
    left -= 1;
    plan();
  };
  const end = host.watchNetwork(() => {
    firstSign ??= performance.now();
    plan();
  });
  return () => {
    ended = true;
    clearTimeout(timer);
    end();
  };
}
