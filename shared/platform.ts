import { z } from "zod";

export const platforms = ["windows", "macos", "linux"] as const;
export const platformSchema = z.enum(platforms);
/** The operating systems that Preflight knows. Read once, in the composition root. */
export type Platform = (typeof platforms)[number];
