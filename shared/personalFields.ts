import { z } from "zod";

/** Personal fields that the employee may leave readable in a report; all others are replaced by stable pseudonyms. */
export const personalFields = ["ssid", "user", "host", "serial", "addresses"] as const;
export const personalFieldSchema = z.enum(personalFields);
export type PersonalField = (typeof personalFields)[number];
