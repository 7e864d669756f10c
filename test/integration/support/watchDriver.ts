import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checks } from "../../../electron/checks/registry.ts";
import { networkPicture } from "../../../electron/host/networkPicture.ts";
import { createNodeHost } from "../../../electron/host/nodeHost.ts";
import { watchByEvents } from "../../../electron/host/watchByEvents.ts";
import { linuxProbes } from "../../../electron/probes/linux/table.ts";
import { createPreflight } from "../../../electron/services/createPreflight.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import type { Step, StepResult } from "./networkChange.ts";

// The app without a door, in a namespace that the test made: checks once, watches, changes the network itself and notes when the new verdict is there.
const longestMs = 8_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function watch(steps: readonly Step[]): Promise<readonly StepResult[]> {
  const host = createNodeHost("linux");
  const folder = mkdtempSync(join(tmpdir(), "preflight-watch-"));
  const service = await createPreflight({
    host,
    probes: linuxProbes,
    checks,
    appVersion: "0",
    stateFolder: folder,
    managedFolder: join(folder, "none"),
  });
  await service.run({});
  const watch = service.watchSession();
  // The first picture is taken and the monitor listens.
  await pause(500);
  const results: StepResult[] = [];
  for (const step of steps) {
    const ended: { readonly at: number; readonly snapshot: Snapshot }[] = [];
    const stop = service.subscribe((snapshot) => {
      if (snapshot.phase.kind === "finished") ended.push({ at: performance.now(), snapshot });
    });
    const before = observed(service.snapshot());
    const diskBefore = service.snapshot().facts["disk-encryption"]?.at;
    const started = performance.now();
    execFileSync("/bin/sh", ["-ec", step.command]);
    const settled = () => ended.find(({ snapshot }) => JSON.stringify(observed(snapshot)) !== JSON.stringify(before));
    const waitMs = step.quietMs ?? longestMs;
    while (performance.now() - started < waitMs && (step.quietMs !== undefined || settled() === undefined)) await pause(5);
    const first = settled();
    // Runs that the same burst brings with it.
    if (step.quietMs === undefined) await pause(1_000);
    stop();
    const { facts, decision } = service.snapshot();
    results.push({
      ms: first === undefined ? null : first.at - started,
      runs: ended.length,
      vpn: facts.vpn?.observation,
      decided: decision !== null,
      otherFactsKept: facts["disk-encryption"]?.at === diskBefore,
    });
  }
  watch.end();
  await service.close();
  rmSync(folder, { recursive: true });
  return results;
}

function observed({ facts }: Snapshot) {
  return [facts.route?.observation, facts.vpn?.observation];
}

/** Share of one core that looking for changes takes where the OS tells of none, in percent. */
async function poll(seconds: number): Promise<number> {
  const host = { ...createNodeHost("linux"), platform: "windows" as const };
  // The app runs for hours: its code is compiled by then.
  for (let look = 0; look < 200; look += 1) await networkPicture(host);
  const end = watchByEvents({ monitor: null, readEvent: () => "nothing", picture: () => networkPicture(host) }, () => undefined);
  await pause(1_000);
  const before = process.cpuUsage();
  await pause(seconds * 1000);
  const { user, system } = process.cpuUsage(before);
  end();
  return ((user + system) / (seconds * 1e6)) * 100;
}

const asked = JSON.parse(process.argv[2] ?? "") as { readonly steps: readonly Step[] } | { readonly pollSeconds: number };
process.stdout.write(JSON.stringify("steps" in asked ? await watch(asked.steps) : await poll(asked.pollSeconds)));
