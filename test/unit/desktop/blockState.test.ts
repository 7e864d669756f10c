import { describe, expect, it } from "vitest";
import { type BlockEvent, type BlockState, nextBlock, noBlock, shownBlock } from "../../../electron/desktop/block/blockState.ts";
import type { Standing } from "../../../electron/desktop/standing.ts";

/** "stop: mail" is a light of stop under which mail may be done. */
type Step = Standing | `stop: ${string}` | "step-aside" | `work: ${string}` | "return";
function eventOf(step: Step): BlockEvent {
  if (step === "return") return { type: "return" };
  if (step === "step-aside") return { type: "step-aside", aside: { for: "fix" } };
  if (step.startsWith("work: ")) return { type: "step-aside", aside: { for: "work", activityId: step.slice(6) } };
  if (step.startsWith("stop: ")) return { type: "standing", standing: "stop", cleared: [step.slice(6)] };
  return { type: "standing", standing: step as Standing, cleared: [] };
}
const afterAllOf = (...events: readonly Step[]): BlockState =>
  events.reduce<BlockState>((state, event) => {
    return nextBlock(state, eventOf(event));
  }, noBlock);
const up = { block: "full", aside: false };
const away = { block: "off", aside: false };
const aside = { block: "off", aside: true };

describe("the block screen", () => {
  it.each([
    ["before the first check", [], away],
    ["during the first check", ["checking"], away],
    ["at stop", ["checking", "stop"], up],
    ["when the check failed", ["checking", "failed"], up],
    // Whoever stops each first check half-way must not get round the answer.
    ["when the check was stopped half-way", ["checking", "cancelled"], up],
    ["at caution", ["checking", "caution"], away],
    ["at go", ["checking", "go"], away],
    ["during another check", ["stop", "checking"], up],
    ["when its decision ran out", ["stop", "expired"], up],
    ["when a green decision ran out", ["go", "expired"], away],
    ["when it was put right", ["stop", "checking", "go"], away],
    ["when it got worse", ["go", "checking", "stop"], up],
    ["while it makes room", ["stop", "step-aside"], aside],
    ["while it makes room, and a change of the network is checked", ["stop", "step-aside", "checking", "stop"], aside],
    ["when the person comes back", ["stop", "step-aside", "return"], up],
    ["when it was put right meanwhile", ["stop", "step-aside", "checking", "go"], away],
    ["when it gets worse again after that", ["stop", "step-aside", "go", "checking", "stop"], up],
    ["while work is done that may be done", ["stop: mail", "work: mail", "checking", "stop: mail"], aside],
    ["when that work may not be done any more", ["stop: mail", "work: mail", "checking", "stop"], up],
    // Whoever stops or breaks the check that follows must not keep the room.
    ["when the check behind that work was stopped half-way", ["stop: mail", "work: mail", "checking", "cancelled"], up],
    ["when the check behind that work failed", ["stop: mail", "work: mail", "checking", "failed"], up],
    ["when room is asked for without a block", ["go", "step-aside", "stop"], up],
  ] as const)("%s", (_when, events, shown) => {
    expect(shownBlock(afterAllOf(...events), "full")).toEqual(shown);
  });

  it("is as large as the policy says, and none without a policy that wants it", () => {
    expect(shownBlock(afterAllOf("stop"), "window")).toEqual({ block: "window", aside: false });
    expect(shownBlock(afterAllOf("stop"), "off")).toEqual(away);
    expect(shownBlock(afterAllOf("stop", "step-aside"), "off")).toEqual(away);
  });
});
