import { z } from "zod";

/** Why clearances that were held ended before another check gave new ones. */
export const sessionEnds = ["time", "network", "vpn", "resume", "unlock", "policy", "quit"] as const;
export const sessionEndSchema = z.enum(sessionEnds);
export type SessionEnd = (typeof sessionEnds)[number];

/** The last time that clearances ended while the app was running; null: it has not happened since it was started. */
export const sessionSchema = z.strictObject({
  ended: z.strictObject({ because: sessionEndSchema, at: z.iso.datetime() }).nullable(),
});
