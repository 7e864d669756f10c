import { z } from "zod";

const outside = z.string().max(256);

export const backupValueSchema = z.strictObject({
  /** Backup programs that were found; empty: looked for, none found. */
  sources: z
    .array(
      z.strictObject({
        name: outside,
        enabled: z.boolean(),
        /** Last backup that ended with success (ISO 8601); null: never, or it does not say. */
        lastAt: z.iso.datetime().nullable(),
      }),
    )
    .max(16),
});

export const runningAppsValueSchema = z.strictObject({
  /** Programs looked at: the proof that the list could be read. */
  examined: z.number().int().min(1),
  /** Names of the policy's list that run now. No other program's name is kept. */
  matched: z.array(outside).max(64),
});

export const clockValueSchema = z.strictObject({
  /** IANA name. */
  timeZone: outside,
  /** The OS keeps the clock by a time server; null: could not be read. */
  synchronised: z.boolean().nullable(),
  /** The latest moment that certainly lies in the past (ISO 8601): the newest file of the OS. A clock before it is wrong. */
  notBefore: z.iso.datetime().nullable(),
});
