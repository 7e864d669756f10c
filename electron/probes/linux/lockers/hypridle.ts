import { unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import type { Host } from "../../../host/host.ts";
import { askedSince } from "../../common/askedSince.ts";
import { evidence, fileRefusal } from "../../common/gather.ts";
import type { SessionPrograms } from "../sessionPrograms.ts";
import { configFolder } from "../userFolders.ts";
import { type IdleRules, mergedReading, readingOfRules } from "./idleRules.ts";
import { withAbsent } from "./installed.ts";
import type { LockerReading } from "./locker.ts";

/** "#" begins a comment, "##" is the letter (https://wiki.hypr.land/Configuring/). */
const withoutComment = (line: string) => line.replace(/##/g, "\u0000").replace(/#.*$/, "").replaceAll("\u0000", "#").trim();

/**
 * hypridle.conf: "general { lock_cmd = … }" and any number of "listener { timeout = SECONDS, on-timeout = COMMAND }", one a line.
 * https://wiki.hypr.land/Hypr-Ecosystem/hypridle/. A listener without a time, and files that it takes in, are a part that is not read.
 */
export function parseHypridle(text: string): IdleRules {
  const variables = new Map<string, string>();
  const longestFirst = () => [...variables].sort(([a], [b]) => b.length - a.length);
  const filled = (value: string) => longestFirst().reduce((filling, [name, inner]) => filling.replaceAll(name, () => inner), value);
  const timeouts: { readonly seconds: number; readonly command: string }[] = [];
  let general: Readonly<Record<string, string>> = {};
  let hidden: string | undefined;
  let category = "";
  let listener: Readonly<Record<string, string>> = {};
  const endListener = () => {
    const { timeout = "", "on-timeout": command = "" } = listener;
    if (/^\d{1,7}$/.test(timeout)) timeouts.push({ seconds: Number(timeout), command });
    else if (command !== "") hidden ??= `timeout = ${timeout}`;
    listener = {};
  };
  for (const raw of text.split("\n")) {
    const line = withoutComment(raw);
    const [, opened] = /^([a-z]+)\s*\{$/.exec(line) ?? [];
    const [, key = "", value = ""] = /^([$\w:-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (opened !== undefined) category = opened;
    else if (/^[a-z]+\s*\{/.test(line)) hidden ??= line;
    else if (line === "}") {
      if (category === "listener") endListener();
      category = "";
    } else if (key.startsWith("$")) variables.set(key, filled(value));
    else if (key === "source") hidden ??= line;
    else if (category === "listener") listener = { ...listener, [key]: filled(value) };
    else if (category === "general" || key.startsWith("general:")) general = { ...general, [key.replace("general:", "")]: filled(value) };
  }
  if (category !== "") hidden ??= "a part without an end";
  return {
    timeouts,
    beforeSleep: general["before_sleep_cmd"] ?? "",
    onLock: general["lock_cmd"] ?? "",
    ...(hidden === undefined ? {} : { hidden }),
  };
}

/** The file that hypridle was started with: it does not run without one. */
async function readRules(host: Host, words: readonly string[]): Promise<LockerReading> {
  const at = words.findIndex((word) => word === "-c" || word === "--config");
  const config = configFolder(host);
  const paths = at >= 0 ? [words[at + 1] ?? ""] : "refusal" in config ? [] : [`${config.path}/hypr/hypridle.conf`, "/etc/xdg/hypr/hypridle.conf"];
  for (const path of paths) {
    const file = path.startsWith("/") ? await askedSince(2, () => host.readFile(path)) : undefined;
    if (file === undefined || file.outcome === "missing") continue;
    if (file.outcome !== "read") return { mechanisms: [], evidence: [], refusal: fileRefusal(path, file) ?? unknown("failed", path) };
    return readingOfRules("hypridle", path, await withAbsent(host, parseHypridle(decodeUtf8(file.bytes))));
  }
  return {
    mechanisms: [],
    evidence: [evidence("hypridle", "runs")],
    refusal: "refusal" in config ? config.refusal : unknown("failed", "hypridle: its file was not found"),
  };
}

/** hypridle, which runs and does what its file says. null: it does not run. */
export async function readHypridle(host: Host, programs: SessionPrograms): Promise<LockerReading | null> {
  return mergedReading(await Promise.all(programs.own("hypridle").map(({ words }) => readRules(host, words))));
}
