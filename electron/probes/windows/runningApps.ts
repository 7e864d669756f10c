import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { commandRefusal, complaint, evidence, outside, type Refusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import { parseTasklist } from "./tasklistParser.ts";

/** Names of the programs that run, and how many were looked at. */
export type Programs =
  | { readonly ok: true; readonly names: readonly string[]; readonly count: number }
  | { readonly ok: false; readonly refusal: Refusal };

/** "Zoom.exe" and "zoom" are the same program. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/\.exe$/, "");
}

/** The watched programs that run, in the policy's own spelling; no other name is kept. */
export function judgeRunningApps(programs: Programs, watched: readonly string[]): Observation<FactValue<"running-apps">> {
  if (!programs.ok) return programs.refusal;
  const running = new Set(programs.names.map(plain));
  const matched = watched.filter((name) => running.has(plain(name)));
  return known({ examined: programs.count, matched: [...new Set(matched)].slice(0, 64).map(outside) });
}

/** From the one PowerShell, or by tasklist.exe where that told nothing. */
async function readPrograms(host: Host, signal: AbortSignal): Promise<Programs> {
  const block = await readDeviceBlock(host, "processes", signal);
  if (block.ok) return { ok: true, names: block.value.names, count: block.value.count };
  const result = await host.run("tasklist", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { ok: false, refusal };
  const names = parseTasklist(result.stdout);
  if (result.code !== 0 || !names.ok) return { ok: false, refusal: unknown("unparsed", names.ok ? complaint(result) : names.detail) };
  return { ok: true, names: names.value, count: names.value.length };
}

export const runningApps: Probe<"running-apps"> = {
  id: "windows.running-apps",
  fact: "running-apps",
  uses: ["powershell", "tasklist"],
  validForMs: 600_000,
  async collect(host, context, signal) {
    const programs = await readPrograms(host, signal);
    const observation = judgeRunningApps(programs, context.watchedApps);
    const seen = observation.kind === "known" ? [`${observation.value.examined} programs looked at`, ...observation.value.matched] : "not readable";
    return { observation, evidence: [evidence("programs that run", seen)] };
  },
};
