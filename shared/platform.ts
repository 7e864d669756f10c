import { z } from "zod";

export const platforms = ["windows", "macos", "linux"] as const;
export const platformSchema = z.enum(platforms);
/** The operating systems that Preflight knows. Read once, in the composition root. */
export type Platform = (typeof platforms)[number];

/** The platform for Node's `process.platform`. Other Unixes are treated as Linux: their facts come back as "could not check". */
export function platformOf(nodePlatform: string): Platform {
  if (nodePlatform === "win32") return "windows";
  return nodePlatform === "darwin" ? "macos" : "linux";
}
