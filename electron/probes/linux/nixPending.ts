import { known, unknown } from "../../../shared/observation.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";

/**
 * NixOS puts the day of the channel into its version: "26.05.20261118.1a2b3c4". A system holds everything as of that day. Built from a copy of one's own it
 * may carry no day, or that of 1980. https://nixos.org/manual/nixos/stable/#sec-upgrading
 */
export function nixDay(build: string): string | null {
  const [, year, month, day] = /^\d\d\.\d\d(?:pre)?\.?(20\d\d)(\d\d)(\d\d)\.[0-9a-z]+$/.exec(build) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** What was built then is what a newer channel would replace: after the day nothing is known, and before it nothing waits. */
export function withNix(release: ReadonlyMap<string, string>): Gathered<"pending-updates"> {
  const build = release.get("BUILD_ID") ?? "";
  const proof = [evidence("/etc/os-release", `BUILD_ID ${build}`)];
  const day = nixDay(build);
  if (day === null) return couldNotSee(unknown("stale", `NixOS ${build} does not say of which day it is`), proof);
  return { observation: known({ manager: "nix", total: 0, security: 0, names: [], listsAt: day, lastInstalledAt: day }), evidence: proof };
}
