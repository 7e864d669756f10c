import { checks } from "../../electron/checks/registry.ts";
import type { Host } from "../../electron/host/host.ts";
import { memoHost } from "../../electron/host/memoHost.ts";
import { createReplay } from "../../electron/host/replayHost.ts";
import { linuxProbes } from "../../electron/probes/linux/table.ts";
import { macosProbes } from "../../electron/probes/macos/table.ts";
import type { ProbeTable } from "../../electron/probes/probe.ts";
import { windowsProbes } from "../../electron/probes/windows/table.ts";
import { collectFacts } from "../../electron/services/collect.ts";
import { factsOf, liveChecks } from "../../electron/services/liveChecks.ts";
import { probeContextOf } from "../../electron/services/probeContext.ts";
import type { FactId } from "../../shared/facts/catalogue.ts";
import type { Platform } from "../../shared/platform.ts";
import { loadMachine } from "../support/machines.ts";

/** Milliseconds that a command takes on a PC of its kind: figures of threads and documents, measured ones where there are some. First match counts. */
const latencies: Readonly<Record<Platform, readonly (readonly [RegExp, number])[]>> = {
  // Windows PowerShell 5.1 from cold with WMI and WinRT: the dear one. netsh 50–200, dsregcmd 300–2000.
  windows: [
    [/^powershell$/, 2000],
    [/^dsregcmd/, 1000],
    [/^netsh/, 150],
    [/^powercfg/, 60],
    [/^reg-/, 25],
    [/./, 100],
  ],
  macos: [
    [/^system_profiler-SPAirPort/, 2500],
    [/^system_profiler/, 1500],
    [/^sysadminctl/, 200],
    [/^(fdesetup|profiles)/, 100],
    [/^ipconfig/, 60],
    [/./, 30],
  ],
  linux: [
    [/^apt-list/, 600],
    [/^nmcli/, 40],
    [/./, 20],
  ],
};

// By name, not by probesFor: what loads this file for the bench has closed when a part would be loaded later.
const tables: Readonly<Record<Platform, ProbeTable>> = { windows: windowsProbes, macos: macosProbes, linux: linuxProbes };

/** What must be there first: the network, the VPN, the lock, the updates. */
const coreFour: ReadonlySet<FactId> = new Set(["route", "wifi-link", "vpn", "screen-lock", "pending-updates"]);

export interface ModelledRun {
  readonly os: Platform;
  readonly machine: string;
  readonly totalMs: number;
  readonly slowestMs: number;
  readonly slowest: string;
  readonly coreMs: number;
  readonly programs: readonly string[];
}

/** A full run on a recorded machine whose commands take as long as on a real one. */
export async function modelledRun(name: string): Promise<ModelledRun> {
  const machine = loadMachine(name);
  const replay = createReplay(machine.recording, machine.os);
  const ran: { readonly command: string; readonly ms: number }[] = [];
  const slow: Host = {
    ...replay.host,
    async run(command, signal, subject) {
      const ms = latencies[machine.os].find(([pattern]) => pattern.test(command))?.[1] ?? 0;
      ran.push({ command, ms });
      await new Promise((resolve) => setTimeout(resolve, ms));
      return replay.host.run(command, signal, subject);
    },
  };
  const started = performance.now();
  let coreMs = 0;
  await collectFacts(factsOf(liveChecks(checks, machine.policy)), {
    host: memoHost(slow),
    probes: tables[machine.os],
    context: probeContextOf(machine.policy, machine.remembered),
    now: replay.host.now,
    signal: new AbortController().signal,
    onFact: ({ id }) => {
      if (coreFour.has(id)) coreMs = performance.now() - started;
    },
  });
  const totalMs = performance.now() - started;
  const [slowest = { command: "", ms: 0 }] = [...ran].sort((a, b) => b.ms - a.ms);
  return {
    os: machine.os,
    machine: name,
    totalMs,
    slowestMs: slowest.ms,
    slowest: slowest.command,
    coreMs,
    programs: ran.map(({ command }) => command),
  };
}
