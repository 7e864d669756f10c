import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { atOnce } from "../../electron/host/atOnce.ts";
import { commands } from "../../electron/host/commands.ts";
import type { Host } from "../../electron/host/host.ts";
import { memoHost } from "../../electron/host/memoHost.ts";
import { emptyContext, type ProbeTable } from "../../electron/probes/probe.ts";
import { deviceProbes } from "../../electron/probes/windows/deviceProbes.ts";
import { collectFacts } from "../../electron/services/collect.ts";
import type { Fact, FactId } from "../../shared/facts/catalogue.ts";
import { replayHost } from "../support/replayHost.ts";
import { laptop } from "./probesWindowsDeviceCases.ts";
import { recording } from "./probesWindowsDeviceMachine.ts";

/** What `reg.exe` takes on a slow PC. */
const regExeMs = 150;
/** As the host of a real PC: so many programs at once. */
const programsAtOnce = 8;
const registryFacts = [
  "os-release",
  "automatic-updates",
  "restart-pending",
  "browsers",
  "os-protection",
  "backup",
] as const satisfies readonly FactId[];

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A laptop whose PowerShell prints nothing until its time is over, and whose other programs are slow. */
function hanging(): Host {
  const host = replayHost([recording(laptop, "timeout")], "windows");
  const inTurn = atOnce(programsAtOnce);
  return memoHost({
    ...host,
    run: (command, signal, subject) =>
      inTurn(async () => {
        await after(command === "powershell" ? commands.powershell.timeoutMs : regExeMs);
        return host.run(command, signal, subject);
      }, signal),
  });
}

describe("a PowerShell that hangs", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("leaves reg.exe the time to read the registry within the limit of the run", async () => {
    const facts: Fact[] = [];
    const collected = collectFacts(registryFacts, {
      host: hanging(),
      probes: deviceProbes as unknown as ProbeTable,
      context: emptyContext,
      now: () => new Date("2026-11-24T03:00:00.000Z"),
      signal: new AbortController().signal,
      onFact: (fact) => facts.push(fact),
    });
    await vi.advanceTimersByTimeAsync(10_000);
    await collected;
    expect(facts.map(({ id, observation }) => [id, observation.kind]).sort()).toEqual([...registryFacts].sort().map((id) => [id, "known"]));
  });
});
