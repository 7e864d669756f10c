import type { Evidence, FactValue } from "../../../../shared/facts/catalogue.ts";
import type { Refusal } from "../../common/gather.ts";

export type Mechanism = FactValue<"screen-lock">["mechanisms"][number];

/** What was seen of one program that could lock this session. */
export interface LockerReading {
  readonly mechanisms: readonly Mechanism[];
  readonly evidence: readonly Evidence[];
  /** It may lock sooner than the mechanisms say: a part of its settings could not be read. */
  readonly refusal?: Refusal;
  /** Does it ask for a password when the PC wakes up? null: not seen. */
  readonly afterSleep?: "locked" | "open" | null;
}

/** A locker that locks so long after the last input at the desk, whatever the power; null: never. */
export const always = (source: string, lockAfterSeconds: number | null): Mechanism => ({ source, power: "any", lockAfterSeconds });
