import { unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import type { Host } from "../../../host/host.ts";
import { askedSince } from "../../common/askedSince.ts";
import { fileRefusal, type Refusal } from "../../common/gather.ts";
import type { SessionPrograms } from "../sessionPrograms.ts";
import { configFolder } from "../userFolders.ts";
import { type IdleRules, mergedReading, readingOfRules } from "./idleRules.ts";
import { withAbsent } from "./installed.ts";
import type { LockerReading } from "./locker.ts";
import { shellWords } from "./shellWords.ts";

type Events = Pick<IdleRules, "timeouts" | "beforeSleep" | "onLock">;
const none: Events = { timeouts: [], beforeSleep: "", onLock: "" };

function add(before: Events, more: Events): Events {
  return {
    timeouts: [...before.timeouts, ...more.timeouts],
    // The last one counts: swayidle keeps one command for each.
    beforeSleep: more.beforeSleep || before.beforeSleep,
    onLock: more.onLock || before.onLock,
  };
}

/**
 * Events of swayidle: "timeout SECONDS COMMAND [resume COMMAND]", "before-sleep COMMAND", "lock COMMAND" and others.
 * https://github.com/swaywm/swayidle/blob/master/swayidle.1.scd. null: not such a list.
 */
export function swayidleEvents(words: readonly string[]): Events | null {
  let found = none;
  for (let at = 0; at < words.length; ) {
    const [event, first, second, third] = words.slice(at, at + 4);
    if (event === "timeout" && first !== undefined && second !== undefined && /^\d{1,7}$/.test(first)) {
      found = add(found, { ...none, timeouts: [{ seconds: Number(first), command: second }] });
      at += third === "resume" ? 5 : 3;
    } else if (first !== undefined && ["before-sleep", "after-resume", "lock", "unlock", "idlehint"].includes(event ?? "")) {
      found = add(found, { ...none, beforeSleep: event === "before-sleep" ? first : "", onLock: event === "lock" ? first : "" });
      at += 2;
    } else return null;
  }
  return found;
}

/** The configuration file that was named, and the words that are events. */
export function swayidleArguments(words: readonly string[]): { readonly config: string | undefined; readonly events: readonly string[] } {
  const events: string[] = [];
  let config: string | undefined;
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? "";
    // Options stand before or between events; what follows an event's name never begins with "-".
    if (/^-[hdw]*C$/.test(word)) {
      at += 1;
      config = words[at];
    } else if (/^-[hdw]*S$/.test(word)) at += 1;
    else if (/^-[hdw]*C./.test(word)) config = word.replace(/^-[hdw]*C/, "");
    else if (!/^-[hdw]+$/.test(word) && word !== "--") events.push(word);
  }
  return { config, events };
}

/** A file has one event a line, in the words of a shell. */
export function swayidleFile(text: string): Events | null {
  let found = none;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const words = shellWords(line);
    const events = words === null ? null : swayidleEvents(words);
    if (events === null) return null;
    found = add(found, events);
  }
  return found;
}

/** The first of these files that is there is the one that is read; null: none is. */
async function readFile(host: Host, named: string | undefined): Promise<{ readonly text: string | null } | { readonly refusal: Refusal }> {
  const config = configFolder(host);
  if ("refusal" in config) return config;
  const paths = named === undefined ? [`${config.path}/swayidle/config`, `${host.homeFolder()}/.swayidle/config`, "/etc/swayidle/config"] : [named];
  for (const path of paths) {
    if (!path.startsWith("/")) return { refusal: unknown("unparsed", `swayidle: ${path} is no absolute path`) };
    const file = await askedSince(2, () => host.readFile(path));
    if (file === undefined || file.outcome === "missing") continue;
    return file.outcome === "read" ? { text: decodeUtf8(file.bytes) } : { refusal: fileRefusal(path, file) ?? unknown("failed", path) };
  }
  return { text: null };
}

/** swayidle, which runs and does what its command line and its file say together. null: it does not run. */
export async function readSwayidle(host: Host, programs: SessionPrograms): Promise<LockerReading | null> {
  const readings = await Promise.all(
    programs.own("swayidle").map(async ({ words }) => {
      const { config, events } = swayidleArguments(words);
      const file = await readFile(host, config);
      const told = swayidleEvents(events);
      const written = "refusal" in file ? null : file.text === null ? none : swayidleFile(file.text);
      const hidden = told === null ? "its command line" : written === null ? "its file" : undefined;
      const rules = { ...add(told ?? none, written ?? none), ...(hidden === undefined ? {} : { hidden }) };
      return readingOfRules("swayidle", "swayidle: /proc/*/cmdline, swayidle/config", await withAbsent(host, rules));
    }),
  );
  return mergedReading(readings);
}
