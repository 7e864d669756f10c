import { describe, expect, it } from "vitest";
import { checks } from "../../electron/checks/registry.ts";
import { createReplay } from "../../electron/host/replayHost.ts";
import { judgeWithoutState } from "../../electron/services/recording/judgeRecording.ts";
import type { Verdict } from "../../shared/checks/verdict.ts";
import { caseNames, loadCase } from "../support/cases.ts";

/** Every word under which an expectation may name this verdict, the plainest first. */
function wordsOf(verdict: Verdict): readonly string[] {
  const key = verdict.message.key.split(".").at(-1) ?? "";
  switch (verdict.status) {
    case "pass":
    case "not-applicable":
      return [verdict.status, `${verdict.status}: ${key}`];
    case "unknown":
      return ["unknown", `unknown: ${verdict.reason}`];
    case "fail":
      return verdict.minor ? ["minor", `minor: ${key}`] : ["fail", `fail: ${key}`];
  }
}

describe.each(caseNames())("%s", (name) => {
  it("is judged as real life was", async () => {
    const { recording, policy, verdicts, lights, says } = loadCase(name);
    if (recording.os === undefined) throw new Error("the recording names no system");
    const replay = createReplay(recording, recording.os);
    const result = await judgeWithoutState(replay.host, { checks, policy, signal: new AbortController().signal });
    if (result === null) throw new Error("ended early");
    const { facts, judgment } = result;
    const found = Object.keys(verdicts).map((checkId) => {
      const finding = judgment.findings.find((one) => one.checkId === checkId);
      const words = finding === undefined ? ["absent"] : wordsOf(finding.verdict);
      const wanted = (verdicts[checkId] ?? "").split(" or ");
      return [checkId, wanted.find((word) => words.includes(word)) === undefined ? words.at(-1) : verdicts[checkId]];
    });
    const light = judgment.decision.clearances.flatMap(({ activityId, light: shown }) =>
      Object.hasOwn(lights, activityId) ? [[activityId, shown]] : [],
    );
    const unread = Object.values(facts).flatMap((fact) => (fact?.observation.kind === "unknown" ? [`${fact.id}: ${fact.observation.detail}`] : []));
    const about = [says, ...unread, `not recorded: ${replay.misses().join(", ")}`].join("\n");
    expect({ verdicts: Object.fromEntries(found), lights: Object.fromEntries(light) }, about).toEqual({ verdicts, lights });
  });
});
