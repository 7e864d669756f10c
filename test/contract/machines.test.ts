import { describe, expect, it } from "vitest";
import { checks } from "../../electron/checks/registry.ts";
import { createReplay } from "../../electron/host/replayHost.ts";
import { differences, judgeWithoutState } from "../../electron/services/recording/judgeRecording.ts";
import { redactRecording } from "../../electron/services/recording/redactRecording.ts";
import type { Finding } from "../../shared/decision.ts";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import { loadMachine, type Machine, machineNames } from "../support/machines.ts";

const names = machineNames();

async function judged({ recording, os, policy, remembered }: Machine) {
  const replay = createReplay(recording, os);
  const result = await judgeWithoutState(replay.host, { checks, policy, remembered, signal: new AbortController().signal });
  if (result === null) throw new Error("ended early");
  return { ...result, misses: replay.misses() };
}

function wordOf({ verdict }: Finding): string {
  return verdict.status === "unknown" ? `unknown: ${verdict.reason}` : verdict.status;
}

describe.each(names)("%s", (name) => {
  it("is judged as a careful person does", async () => {
    const machine = loadMachine(name);
    const { facts, judgment, misses } = await judged(machine);
    const { findings, decision } = judgment;
    const { expected } = machine;
    const by = (...outcomes: readonly Finding["outcome"][]) =>
      findings.filter(({ outcome }) => outcomes.includes(outcome)).map(({ checkId }) => checkId);
    const words = findings.map((finding) => [finding.checkId, wordOf(finding)] as const);
    const found = {
      lights: Object.fromEntries(decision.clearances.map(({ activityId, light }) => [activityId, light])),
      stops: by("block").sort(),
      warns: by("warn", "grace").sort(),
      verdicts: Object.fromEntries(words.filter(([id]) => id in expected.verdicts)),
    };
    const { describes: _, policy: __, ...wanted } = expected;
    const unread = Object.values(facts).flatMap((fact) => (fact?.observation.kind === "unknown" ? [`${fact.id}: ${fact.observation.detail}`] : []));
    expect(found, `${expected.describes}\n${words.map((word) => word.join(" ")).join("\n")}\n${unread.join("\n")}`).toEqual({
      ...wanted,
      stops: [...wanted.stops].sort(),
      warns: [...wanted.warns].sort(),
    });
    // A question without a recorded answer is a hole in the machine, not something that was seen.
    expect(misses).toEqual([]);
  });

  it("is judged the same when its personal values have been replaced", async () => {
    const machine = loadMachine(name);
    const { facts, judgment } = await judged(machine);
    const recording = redactRecording(machine.recording, facts, machine.policy, "5a".repeat(32));
    const { hostname, userName } = machine.recording;
    for (const value of [hostname, userName]) expect(JSON.stringify(recording)).not.toContain(value);
    // What is remembered of networks is under their real names, and never part of a recording.
    if (machine.remembered.length > 0) return;
    const again = await judged({ ...machine, recording });
    expect([...differences(judgment, again.judgment), ...again.misses]).toEqual([]);
  });
});

it("there are at least 40 machines: 20 with Windows, 10 with macOS, 10 with Linux", () => {
  const systems = names.map((name) => loadMachine(name).os);
  const of = (os: Machine["os"]) => systems.filter((system) => system === os).length;
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect([of("windows") >= 20, of("macos") >= 10, of("linux") >= 10]).toEqual([true, true, true]);
});

it("the same machine gives the same facts and decision every time", async () => {
  for (const name of names.slice(0, 3)) {
    const [first, second] = [await judged(loadMachine(name)), await judged(loadMachine(name))];
    expect(canonicalJson([first.facts, first.judgment.decision])).toBe(canonicalJson([second.facts, second.judgment.decision]));
  }
});
