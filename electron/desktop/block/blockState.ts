import { assertNever } from "../../../shared/assertNever.ts";
import type { BlockMode, Door } from "../../../shared/door.ts";
import type { Standing } from "../standing.ts";

/** `held`: what is known keeps work from starting. `aside`: room is made for a fix. */
export interface BlockState {
  readonly held: boolean;
  readonly aside: boolean;
}

export const noBlock: BlockState = { held: false, aside: false };

export type BlockEvent =
  | { readonly type: "standing"; readonly standing: Standing }
  | { readonly type: "step-aside" }
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

/** Pure: nothing that the windows do has a say in it. */
export function nextBlock(state: BlockState, event: BlockEvent): BlockState {
  switch (event.type) {
    case "standing": {
      const held = holds(event.standing, state.held);
      return { held, aside: held && state.aside };
    }
    case "step-aside":
      return { ...state, aside: state.held };
    case "return":
      return { ...state, aside: false };
    default:
      return assertNever(event);
  }
}

/** What is to be seen of it under this policy. */
export function shownBlock({ held, aside }: BlockState, mode: BlockMode): Pick<Door, "block" | "aside"> {
  if (mode === "off" || !held) return { block: "off", aside: false };
  return aside ? { block: "off", aside: true } : { block: mode, aside: false };
}
