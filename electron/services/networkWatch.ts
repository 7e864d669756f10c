import type { Host } from "../host/host.ts";
import { internetTargets } from "../probes/common/internetTargets.ts";
import type { PreflightService } from "./preflight.ts";

const everyMs = 5_000;

/** Interface and own address of every way out, as one comparable text. Asks the kernel only: nothing is sent, no program is started. */
async function waysOut(host: Host): Promise<string> {
  const answers = await Promise.all(internetTargets.map(({ address, family }) => host.egress(address, family)));
  return JSON.stringify(answers.map((answer) => (answer.outcome === "routed" ? [answer.interface, answer.localAddress] : answer.outcome)));
}

/**
 * Looks every 5 seconds whether the PC has moved to another network, and checks everything again when it has: a verdict on a network ends with
 * that network. For doors that stay open. Returns the function that ends the watch.
 */
export function watchNetwork(host: Host, service: Pick<PreflightService, "run">): () => void {
  let last: string | null = null;
  let outdated = false;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      const current = await waysOut(host);
      outdated ||= last !== null && current !== last;
      last = current;
      // While a run is under way it is "busy", and the change is kept for the next look.
      if (outdated) outdated = !(await service.run({})).ok;
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  void look();
  return () => clearInterval(timer);
}
