import { known, unknown } from "../../../shared/observation.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";

/** The day in the version of an image: "44.20261122.0" of Fedora, "latest-44.20261122" of those that are built on it. */
export function imageDay(version: string): string | null {
  const [, year, month, day] = /(?:^|[.-])(20\d\d)(\d\d)(\d\d)(?:\.\d+)*$/.exec(version) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/**
 * An image that bootc keeps up to date: `bootc status` answers to root alone (https://bootc-dev.github.io/bootc/man/bootc-status.8.html). os-release, which is
 * a part of the image, most often carries the day on which it was made (os-release(5), "IMAGE_VERSION"; "OSTREE_VERSION" of Fedora): it holds everything as
 * of then.
 */
export function withBootc(release: ReadonlyMap<string, string>): Gathered<"pending-updates"> {
  const version = release.get("OSTREE_VERSION") ?? release.get("IMAGE_VERSION") ?? "";
  const proof = [evidence("/etc/os-release", `OSTREE_VERSION, IMAGE_VERSION: ${version}`)];
  const day = imageDay(version);
  if (day === null)
    return couldNotSee(unknown("not-supported", "the image does not say of which day it is, and `bootc status` answers to root alone"), proof);
  return { observation: known({ manager: "bootc", total: 0, security: 0, names: [], listsAt: day, lastInstalledAt: day }), evidence: proof };
}
