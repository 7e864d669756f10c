import { unknown } from "../../../../shared/observation.ts";
import { evidence, outside, type Refusal } from "../../common/gather.ts";
import { type CommandEffect, commandEffect, lockProgramsIn } from "./lockCommand.ts";
import { always, type LockerReading } from "./locker.ts";

/** What an idle daemon was told: what to do after so many seconds, and what before sleep and when the session is asked to lock. */
export interface IdleRules {
  readonly timeouts: readonly { readonly seconds: number; readonly command: string }[];
  readonly beforeSleep: string;
  readonly onLock: string;
  /** A part that could not be read. */
  readonly hidden?: string;
  /** Lock programs that are not installed. */
  readonly absent?: ReadonlySet<string>;
}

/** What the command does, with the programs that are there: one that names a lock program which was not found is no certain lock. */
function effectOf(command: string, { absent }: IdleRules): CommandEffect {
  const effect = commandEffect(command);
  return effect === "lock" && lockProgramsIn(command).some((program) => absent?.has(program)) ? "unclear" : effect;
}

/** Asking the session to lock does what the daemon does on that word; sleeping locks where it locks before sleep. */
function resolve(effect: CommandEffect, rules: IdleRules): CommandEffect {
  const heard = (inner: CommandEffect): CommandEffect =>
    inner === "session" ? (effectOf(rules.onLock, rules) === "lock" ? "lock" : "unclear") : inner;
  if (effect === "session") return heard(effect);
  if (effect !== "suspend") return effect;
  const before = heard(effectOf(rules.beforeSleep, rules));
  return before === "suspend" ? "none" : before;
}

/** When a daemon with these rules locks: the soonest rule of which that is certain. A rule of which it is not leaves open whether it is sooner. */
export function readingOfRules(source: string, from: string, rules: IdleRules): LockerReading {
  const judged = rules.timeouts
    .filter(({ seconds }) => seconds > 0)
    .map(({ seconds, command }) => ({ seconds, command, effect: resolve(effectOf(command, rules), rules) }));
  const locking = judged.filter(({ effect }) => effect === "lock").map(({ seconds }) => seconds);
  const open = rules.hidden ?? judged.find(({ effect }) => effect === "unclear")?.command;
  const refusal: Refusal | undefined =
    open === undefined ? undefined : unknown("unparsed", `${source}: not known whether this locks: ${outside(open)}`);
  return {
    mechanisms: refusal !== undefined && locking.length === 0 ? [] : [always(source, locking.length === 0 ? null : Math.min(...locking))],
    evidence: [
      evidence(
        from,
        judged.length === 0
          ? "does nothing after a time"
          : judged.map(({ seconds, command, effect }) => `${seconds} s: ${command.slice(0, 120)} (${effect})`),
      ),
    ],
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** Several daemons of one kind: all of them are obeyed. */
export function mergedReading(readings: readonly LockerReading[]): LockerReading | null {
  if (readings.length === 0) return null;
  const refusal = readings.find((one) => one.refusal !== undefined)?.refusal;
  return {
    mechanisms: readings.flatMap(({ mechanisms }) => mechanisms),
    evidence: readings.flatMap((one) => one.evidence),
    ...(refusal === undefined ? {} : { refusal }),
  };
}
