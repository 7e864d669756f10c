import { assertNever } from "../../../shared/assertNever.ts";
import type { BlockMode, Door } from "../../../shared/door.ts";
import type { Standing } from "../standing.ts";

/** What room is made for: something that is put right, or an activity that may be done although others may not. */
export type Aside = { readonly for: "fix" } | { readonly for: "work"; readonly activityId: string };

/** `held`: what is known keeps work from starting. `aside`: room is made; null: none. */
export interface BlockState {
  readonly held: boolean;
  readonly aside: Aside | null;
}

export const noBlock: BlockState = { held: false, aside: null };

export type BlockEvent =
  /** `cleared`: the activities that may be done. */
  | { readonly type: "standing"; readonly standing: Standing; readonly cleared: readonly string[] }
  | { readonly type: "step-aside"; readonly aside: Aside }
  /** The person has come back, asked for it, or the time is over. */
  | { readonly type: "return" };

/** A light that says stop holds, and so does a check that came to nothing; while a new answer is awaited it stays as it was. */
function holds(standing: Standing, before: boolean): boolean {
  switch (standing) {
    case "stop":
    case "failed":
    case "cancelled":
      return true;
    case "go":
    case "caution":
      return false;
    case "checking":
    case "idle":
    case "expired":
      return before;
    default:
      return assertNever(standing);
  }
}

/** Room for work ends when a decision says that this work may not be done any more, and when the check came to nothing: it waits for no answer then. */
function stillAside({ aside }: BlockState, standing: Standing, cleared: readonly string[]): Aside | null {
  const awaited = standing === "checking" || standing === "idle" || standing === "expired";
  return !awaited && aside?.for === "work" && !cleared.includes(aside.activityId) ? null : aside;
}

/** Pure: nothing that the windows do has a say in it. */
export function nextBlock(state: BlockState, event: BlockEvent): BlockState {
  switch (event.type) {
    case "standing": {
      const held = holds(event.standing, state.held);
      return { held, aside: held ? stillAside(state, event.standing, event.cleared) : null };
    }
    case "step-aside":
      return { ...state, aside: state.held ? event.aside : null };
    case "return":
      return { ...state, aside: null };
    default:
      return assertNever(event);
  }
}

/** What is to be seen of it under this policy. */
export function shownBlock({ held, aside }: BlockState, mode: BlockMode): Pick<Door, "block" | "aside"> {
  if (mode === "off" || !held) return { block: "off", aside: false };
  return aside !== null ? { block: "off", aside: true } : { block: mode, aside: false };
}
