import type { Finding } from "../../../shared/decision.ts";
import type { Opening } from "../../../shared/openings.ts";
import type { Platform } from "../../../shared/platform.ts";

/** The findings for which this system has a place to open. Pure. */
export function openingsOf(_findings: readonly Finding[], _platform: Platform): readonly Opening[] {
  return [];
}
