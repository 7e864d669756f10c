import { describe, expect, test } from "vitest";
import { commands } from "../../../electron/host/commands.ts";
import type { CommandOutcome, Host } from "../../../electron/host/host.ts";
import { createNodeHost } from "../../../electron/host/nodeHost.ts";
import { linuxProbes } from "../../../electron/probes/linux/table.ts";
import { emptyContext, type Probe } from "../../../electron/probes/probe.ts";
import { collectFacts, collectLimits } from "../../../electron/services/collect.ts";
import { type Fact, type FactId, factIds } from "../../../shared/facts/catalogue.ts";
import { known } from "../../../shared/observation.ts";
import { inTime } from "../../support/inTime.ts";
import { type Answers, hostAt, probesAnswering, start } from "./world.ts";

const limits = { sideBySide: 6, placeMs: 30, probeMs: 60, overallMs: 300 };

async function gathered(
  answers: Answers,
  ids: readonly FactId[] = factIds,
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  const options = {
    host: hostAt({ at: start }),
    probes: probesAnswering(answers),
    context: emptyContext,
    now: () => start,
    signal,
    limits,
  };
  await collectFacts(ids, { ...options, onFact: (fact) => facts.push(fact) });
  return facts;
}
const observationOf = (facts: readonly Fact[], id: FactId) => facts.find((fact) => fact.id === id)?.observation;
const never: Partial<Probe<"firewall">> = { collect: () => new Promise(() => undefined) };

describe("every fact arrives", () => {
  test("exactly once, whatever one of the probes does", async () => {
    const facts = await gathered({ firewall: never });
    expect(facts.map(({ id }) => id).sort()).toEqual([...factIds].sort());
  });

  test("a probe that does not answer is unknown: timeout, and holds nobody up", async () => {
    const facts = await gathered({ firewall: never });
    expect(observationOf(facts, "firewall")).toMatchObject({ kind: "unknown", reason: "timeout" });
    expect(facts.at(-1)?.id).toBe("firewall");
  });

  test("a probe that throws is unknown: failed, without a path or a stack", async () => {
    const error = new Error("EACCES: permission denied, open '/home/hanako/secret'");
    const facts = await gathered({ firewall: { collect: () => Promise.reject(error) } });
    expect(observationOf(facts, "firewall")).toEqual({ kind: "unknown", reason: "failed", detail: "EACCES: permission denied" });
  });

  test("a value that does not follow its schema is unknown: unparsed", async () => {
    const wrong = known({ active: "yes", services: [] } as never);
    expect(observationOf(await gathered({ firewall: { collect: async () => ({ observation: wrong, evidence: [] }) } }), "firewall")).toMatchObject({
      kind: "unknown",
      reason: "unparsed",
    });
  });

  test("probes that hang in all places end with the overall limit", async () => {
    const hanging = Object.fromEntries(factIds.map((id) => [id, never])) as Answers;
    const facts = await gathered(hanging);
    expect(facts).toHaveLength(factIds.length);
    expect(facts.every(({ observation }) => observation.kind === "unknown" && observation.reason === "timeout")).toBe(true);
  });
});

test("slow probes, those with witnesses, start first, and never more than six at once", async () => {
  const started: FactId[] = [];
  let at = 0;
  let most = 0;
  const answers = Object.fromEntries(
    factIds.map((id) => [
      id,
      {
        ...(id === "pending-updates" ? { witnesses: ["/x"] } : {}),
        collect: async () => {
          started.push(id);
          most = Math.max(most, ++at);
          await new Promise((resolve) => setTimeout(resolve, 2));
          at--;
          return { observation: { kind: "not-applicable", why: "os" }, evidence: [] };
        },
      },
    ]),
  ) as unknown as Answers;
  await gathered(answers);
  expect([started[0], most]).toEqual(["pending-updates", 6]);
});

test("evidence is bounded and cannot steer a terminal", async () => {
  const seen = `\u001b[2J\u202eevil\u0007\r\n${"x".repeat(5000)}`;
  const evidence = Array.from({ length: 70 }, () => ({ source: "s".repeat(300), seen }));
  const [fact] = await gathered({ route: { collect: async () => ({ observation: { kind: "not-applicable", why: "os" }, evidence }) } }, ["route"]);
  expect(fact?.evidence).toHaveLength(64);
  expect(fact?.evidence[0]?.seen.startsWith("[2Jevil\nxxx")).toBe(true);
  expect(fact?.evidence[0]?.seen.length).toBeLessThanOrEqual(4000);
});

test("a run that was given up delivers no more facts", async () => {
  const controller = new AbortController();
  const facts = gathered({ firewall: never }, ["firewall", "route"], controller.signal);
  controller.abort();
  expect(await facts).toEqual([]);
});

describe("a machine whose commands are bad", () => {
  /** This machine with another answer to every command; its files are real. */
  async function withCommands(run: Host["run"]): Promise<readonly Fact[]> {
    const facts: Fact[] = [];
    const gathering = collectFacts(factIds, {
      host: { ...createNodeHost("linux"), run },
      probes: linuxProbes,
      context: emptyContext,
      now: () => new Date(),
      signal: new AbortController().signal,
      limits: { sideBySide: 6, placeMs: 50, probeMs: 3_000, overallMs: 3_000 },
      onFact: (fact) => facts.push(fact),
    });
    await inTime(gathering, 3_500);
    return facts;
  }

  test("that hang: the run ends in time, what needed them is a timeout, and nothing else is delayed", async () => {
    const asked = new Set<string>();
    const facts = await withCommands((command) => {
      asked.add(command);
      return new Promise(() => undefined);
    });
    expect(facts.map(({ id }) => id).sort()).toEqual([...factIds].sort());
    const late = facts.filter(({ observation }) => observation.kind === "unknown" && observation.reason === "timeout");
    expect(late.length).toBeGreaterThanOrEqual(3);
    // Only probes that asked for a command waited, and those that did not were all there before the first of them was given up.
    const using = (id: FactId) => linuxProbes[id].uses.some((command) => asked.has(command));
    for (const { id } of late) expect(using(id), id).toBe(true);
    expect(
      facts
        .slice(facts.length - late.length)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(late.map(({ id }) => id).sort());
  });

  test.each<CommandOutcome>(["denied", "missing", "killed", "timeout", "too-much-output", "cancelled", "failed"])(
    "that are all %s: every fact arrives, and none is known by them",
    async (outcome) => {
      const empty = new Uint8Array();
      const facts = await withCommands(async (command) => ({ command, outcome, code: null, stdout: empty, stderr: empty, durationMs: 1 }));
      expect(facts).toHaveLength(factIds.length);
      // Nothing waited for the end of the time.
      expect(facts.filter(({ observation }) => observation.kind === "unknown" && observation.detail.includes("time limit"))).toEqual([]);
      const rests = (id: FactId) => facts.find((fact) => fact.id === id)?.observation.kind;
      // What cannot be had from files.
      expect(rests("vpn")).not.toBe("known");
      expect(rests("disk-encryption")).not.toBe("known");
    },
  );
});

test("what was spent before the looking counts", async () => {
  const far = { ...limits, probeMs: 10_000, overallMs: 3_000 };
  const gathering = collectFacts(["firewall"], {
    host: hostAt({ at: start }),
    probes: probesAnswering({ firewall: never }),
    context: emptyContext,
    now: () => start,
    signal: new AbortController().signal,
    limits: far,
    askedAt: performance.now() - 1_400,
    onFact: () => undefined,
  });
  await inTime(gathering, 2_900);
});

test("the limits that are shipped let a run end within eight seconds", () => {
  // What follows the looking takes time as well on a busy machine.
  expect(collectLimits.overallMs).toBeLessThanOrEqual(7_000);
  expect(collectLimits.probeMs).toBeLessThanOrEqual(collectLimits.overallMs);
  expect(collectLimits.placeMs).toBeLessThan(collectLimits.probeMs);
  // A command that hangs is given up by its own limit, or with the run: never after it.
  for (const { timeoutMs } of Object.values(commands)) expect(timeoutMs).toBeLessThanOrEqual(8_000);
});
