import type { SessionEnd } from "../../../shared/session.ts";
import type { Core } from "../core.ts";
import { paced } from "./pace.ts";
import { recordEnd } from "./recordEnd.ts";
import { scopeOf } from "./scope.ts";
import { tunnelGone } from "./tunnelGone.ts";
import { type SessionWatch, watchSession } from "./watch.ts";

export interface SessionControl {
  /**
   * Ends every clearance that is held, writes down why, and looks again at what that reason concerns ("quit": at nothing). From this call on no
   * snapshot holds a decision that was made before it. Resolves when the new decision is there. Never rejects.
   */
  endClearances(because: SessionEnd): Promise<void>;
  /** For doors that stay open: ends clearances by time, network, sleep, lock and policy, until the watch or the service is ended. */
  watchSession(): SessionWatch;
}

export interface Session {
  readonly control: SessionControl;
  /** Begins nothing more, and waits for what is being written. */
  stop(): Promise<void>;
}

export function sessionOf(core: Core): Session {
  const sources = () => ({ checks: core.checks, facts: core.model().facts, now: core.model().state.clock.host() });
  const pace = paced<SessionEnd>(async (reasons) => {
    const checks = scopeOf(reasons, sources());
    const answer = await core.run(checks === "all" ? {} : { checks });
    return !answer.ok && answer.code === "busy" ? "busy" : "done";
  });

  let writing: Promise<void> = Promise.resolve();
  const end = async (because: SessionEnd) => {
    const { judgment, run, state } = core.model();
    if (judgment === null || run === null) return core.doubt(because);
    const checks = scopeOf([because], sources());
    core.change({
      judgment: null,
      findings: [],
      session: { ended: { because, at: state.clock.host().toISOString() } },
      phase: because === "quit" ? { kind: "idle" } : { kind: "running", done: 0, total: 0, ...(checks === "all" ? {} : { checks: [...checks] }) },
    });
    writing = recordEnd(core.store, { because, runId: run.id, moment: state.clock.moment() });
    await writing;
  };
  const endClearances = async (given: SessionEnd) => {
    const because = given === "network" && tunnelGone(core.model().facts, core.host.interfaces()) ? "vpn" : given;
    const written = end(because);
    if (because === "quit") {
      // Nobody waits for a run whose light no one will see.
      pace.stop();
      return written;
    }
    pace.sign(because);
    await Promise.all([written, pace.settled()]);
  };

  const watches = new Set<SessionWatch>();
  return {
    control: {
      endClearances,
      watchSession() {
        const watch = watchSession(core, (because) => void endClearances(because));
        watches.add(watch);
        return watch;
      },
    },
    async stop() {
      pace.stop();
      for (const watch of watches) watch.end();
      await writing;
    },
  };
}
