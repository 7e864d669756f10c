import { describe, expect, it } from "vitest";
import type { CommandContext } from "../../../electron/cli/context.ts";
import { exitCodes } from "../../../electron/cli/exitCodes.ts";
import { refuseActivity } from "../../../electron/cli/refusal.ts";
import { createSentences } from "../../../electron/cli/sentences.ts";
import { createStyle } from "../../../electron/cli/style.ts";
import type { Language } from "../../../shared/message.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { goSnapshot, stopSnapshot } from "../../support/snapshots.ts";

/** Everything that is said about the refusal of this activity, line by line. */
function refused(snapshot: Snapshot, activityId: string, language: Language, given: Readonly<Record<string, readonly string[]>> = {}) {
  const said: string[] = [];
  const terminal = {
    columns: 100,
    style: createStyle(false),
    complain: (sentence: string) => said.push(sentence),
    explain: (lines: readonly string[]) => said.push(...lines),
  } as unknown as CommandContext["terminal"];
  const command = { values: new Map(Object.entries(given)), switches: new Set<string>() } as unknown as CommandContext["command"];
  const context = { command, language, terminal, text: createSentences(language) } as unknown as CommandContext;
  expect(refuseActivity(context, snapshot, activityId)).toBe(exitCodes.refused);
  return said;
}

const stopped = stopSnapshot();
const activity = stopped.decision?.clearances.find(({ light }) => light === "stop")?.activityId ?? "";

describe("the refusal of an activity", () => {
  it("names what stops it and where all of it stands, with the policy that was asked for", () => {
    const said = refused(stopped, activity, "en", { policy: ["my policy.yaml"] });
    expect(said[0]).toBe("This activity must not start now.");
    expect(said.length).toBeLessThanOrEqual(10);
    expect(said.filter((line) => line.startsWith("  ✕ ")).length).toBeGreaterThan(0);
    expect(said.some((line) => line.startsWith("  ! "))).toBe(false);
    expect(said.at(-1)).toContain(`preflight gate --activity ${activity} --policy "my policy.yaml"`);
  });

  it("says in one line that the records are in doubt, in ten lines at most", () => {
    const { decision } = stopped;
    if (decision === null) throw new Error("no decision");
    const integrity = [{ kind: "journal-broken" as const, detail: "line 5" }];
    const said = refused({ ...stopped, decision: { ...decision, integrity } }, activity, "ja");
    expect(said.filter((line) => line.startsWith("  ! "))).toHaveLength(1);
    expect(said.length).toBeLessThanOrEqual(10);
  });

  it("does not call something forbidden that its own look allowed: it changed since", () => {
    const go = goSnapshot();
    const allowed = go.decision?.clearances.find(({ light }) => light === "go")?.activityId ?? "";
    expect(refused(go, allowed, "ja")).toEqual(["点検のあとで、ポリシーや回答などが変わりました。もう一度実行してください。"]);
    expect(refused({ ...go, decision: null }, allowed, "en")).toEqual([
      "Something changed after the check: the policy, an answer or the network. Please run it again.",
    ]);
  });
});
