import { unknown } from "../../../../shared/observation.ts";
import type { Host } from "../../../host/host.ts";
import { evidence } from "../../common/gather.ts";
import type { Process } from "../processes.ts";
import type { SessionPrograms } from "../sessionPrograms.ts";
import { type IdleRules, mergedReading, readingOfRules } from "./idleRules.ts";
import { withAbsent } from "./installed.ts";
import { always, type LockerReading } from "./locker.ts";

const empty: IdleRules = { timeouts: [], beforeSleep: "", onLock: "" };
const after = (words: readonly string[], ...options: readonly string[]) => words[words.findIndex((word) => options.includes(word)) + 1];
const has = (words: readonly string[], option: string) => words.includes(option);

/** xautolock: "-time MINUTES" (standard 10) and "-locker COMMAND" (standard xlock). https://manpages.debian.org/stable/xautolock/xautolock.1.en.html */
export function xautolockRules(words: readonly string[]): IdleRules {
  const minutes = has(words, "-time") ? (after(words, "-time") ?? "") : "10";
  const command = has(words, "-locker") ? (after(words, "-locker") ?? "") : "xlock";
  return /^\d{1,3}$/.test(minutes) ? { ...empty, timeouts: [{ seconds: Number(minutes) * 60, command }] } : { ...empty, hidden: `-time ${minutes}` };
}

/** xidlehook: "--timer SECONDS COMMAND CANCELLER", each counted from the one before. https://github.com/jD91mZM2/xidlehook */
export function xidlehookRules(words: readonly string[]): IdleRules {
  const timeouts: { readonly seconds: number; readonly command: string }[] = [];
  let sum = 0;
  for (const [at, word] of words.entries()) {
    if (word !== "--timer") continue;
    const [seconds = "", command = ""] = words.slice(at + 1, at + 3);
    if (!/^\d{1,6}$/.test(seconds)) return { ...empty, timeouts, hidden: `--timer ${seconds}` };
    sum += Number(seconds);
    timeouts.push({ seconds: sum, command });
  }
  return { ...empty, timeouts };
}

/** Programs that lock when the X server's own timer has run out; how that is set, only the X server tells. */
function byTheServersTimer(name: string, { words }: Process): LockerReading {
  const seen = [evidence(`/proc/*/cmdline of ${name}`, words.join(" "))];
  // "light-locker --lock-after-screensaver=0" locks on suspend alone: https://github.com/the-cavalry/light-locker
  if (name === "light-locker" && words.includes("--lock-after-screensaver=0")) return { mechanisms: [always(name, null)], evidence: seen };
  return { mechanisms: [], evidence: seen, refusal: unknown("not-supported", `${name} obeys the timer of the X server, which is not read`) };
}

/** Lockers of X11 that are told everything on their command line, or by the X server. null: none of them runs. */
export async function readXIdleTools(host: Host, programs: SessionPrograms): Promise<LockerReading | null> {
  const told = [
    ...programs.own("xautolock").map(({ words }) => ["xautolock", xautolockRules(words)] as const),
    ...programs.own("xidlehook").map(({ words }) => ["xidlehook", xidlehookRules(words)] as const),
  ];
  const readings = told.map(async ([name, rules]) => readingOfRules(name, `/proc/*/cmdline of ${name}`, await withAbsent(host, rules)));
  return mergedReading([
    ...(await Promise.all(readings)),
    ...["light-locker", "xss-lock"].flatMap((name) => programs.own(name).map((process) => byTheServersTimer(name, process))),
  ]);
}
