import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation } from "../../../shared/observation.ts";
import { evidence, type Refusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import { type RegistryAnswer, type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { textOf } from "./settings.ts";

type Browser = FactValue<"browsers">["browsers"][number];

const keys = [
  "chrome-beacon",
  "chrome-update",
  "chrome-update-user",
  "chrome-path",
  "chrome-path-user",
  "edge-beacon",
  "edge-update",
  "brave-beacon",
  "brave-path",
  "firefox",
  "firefox-32",
  "firefox-user",
] as const;
type Keys = RegistryAnswers<(typeof keys)[number]>;

/** Where a browser of the Chromium family leaves what: the version that ran last, the one that is installed, and the sign that it still is. */
const family = [
  {
    name: "chrome",
    process: "chrome",
    beacon: "chrome-beacon",
    updates: ["chrome-update", "chrome-update-user"],
    paths: ["chrome-path", "chrome-path-user"],
  },
  { name: "edge", process: "msedge", beacon: "edge-beacon", updates: ["edge-update"], paths: [] },
  { name: "brave", process: "brave", beacon: "brave-beacon", updates: [], paths: ["brave-path"] },
] as const;

/** "140.5.0 (x64 ja)" → "140.5.0"; null for anything that does not begin with a version. */
export function versionOf(text: string | null): string | null {
  return /^(\d{1,6}(?:\.\d{1,6}){1,5})(?![\d.])/.exec(text?.trim() ?? "")?.[1] ?? null;
}

/** Negative, zero or positive, number by number. */
export function compareBrowserVersions(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function versionIn(answer: RegistryAnswer, name: string): string | null {
  const setting = textOf(answer, name);
  return setting.ok ? versionOf(setting.value) : null;
}

const isThere = (answer: RegistryAnswer) => answer.ok && answer.key !== null;

/**
 * One browser. The beacon stays when the browser is removed, so another sign must say that it is installed. The version that ran last is older
 * than the installed one until the browser starts again: it waits only while the browser runs, or may run.
 */
function chromiumBrowser(
  found: Keys,
  { name, process, beacon, updates, paths }: (typeof family)[number],
  running: readonly string[] | null,
): readonly Browser[] {
  const installed = updates.flatMap((id) => versionIn(found[id], "pv") ?? []).sort(compareBrowserVersions)[0] ?? null;
  const ran = versionIn(found[beacon], "version");
  if (installed === null && !paths.some((id) => isThere(found[id]))) return [];
  if (ran === null) return installed === null ? [] : [{ name, version: installed, waiting: null }];
  if (installed === null || compareBrowserVersions(installed, ran) <= 0) return [{ name, version: ran, waiting: null }];
  const mayRun = running === null || running.includes(process);
  return [mayRun ? { name, version: ran, waiting: installed } : { name, version: installed, waiting: null }];
}

/** Installed browsers; `running`: names of the programs that run in lower case, null where they could not be read. */
export function judgeBrowsers(found: Keys, running: readonly string[] | null): Observation<FactValue<"browsers">> {
  const chromium = family.flatMap((browser) => chromiumBrowser(found, browser, running));
  const firefox = (["firefox", "firefox-32", "firefox-user"] as const).flatMap((id) => versionIn(found[id], "CurrentVersion") ?? []);
  const [oldest] = firefox.sort(compareBrowserVersions);
  const browsers: Browser[] = [...chromium, ...(oldest === undefined ? [] : [{ name: "firefox" as const, version: oldest, waiting: null }])];
  const refusal = keys.flatMap((id): Refusal[] => {
    const answer = found[id];
    return answer.ok ? [] : [answer.refusal];
  })[0];
  // A browser that could not be seen may be the one that is old: a list with a hole is no list.
  return refusal ?? known({ browsers });
}

export const browsers: Probe<"browsers"> = {
  id: "windows.browsers",
  fact: "browsers",
  uses: registryCommands(...keys),
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const [found, processes] = await Promise.all([readRegistryKeys(host, keys, signal), readDeviceBlock(host, "processes", signal)]);
    const running = processes.ok ? processes.value.names.map((name) => name.toLowerCase()) : null;
    const observation = judgeBrowsers(found, running);
    const seen = keys.flatMap((id) => {
      const answer = found[id];
      const name = id.endsWith("-beacon") ? "version" : id.startsWith("firefox") ? "CurrentVersion" : "pv";
      const text = answer.ok && answer.key !== null ? textOf(answer, name) : null;
      return text?.ok ? [`${id}: ${text.value ?? "there"}`] : answer.ok ? [] : [`${id}: not readable`];
    });
    return { observation, evidence: [evidence("registry: versions of browsers", seen.length === 0 ? "none" : seen)] };
  },
};
