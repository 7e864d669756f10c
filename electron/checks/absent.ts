import { z } from "zod";
import type { FactValue } from "../../shared/facts/catalogue.ts";
import type { Observation, UnknownReason } from "../../shared/observation.ts";
import type { Platform } from "../../shared/platform.ts";

const meaningSchema = z.enum(["fail", "not-applicable"]);
type Meaning = z.infer<typeof meaningSchema>;
type Absent = Readonly<Record<Platform, Meaning>>;

/** The setting "what does none mean", by OS. An OS that a rule leaves out keeps the check's own meaning. docs/decisions/0124-what-none-means.md */
export function absentSchema({ windows, macos, linux }: Absent) {
  return z
    .strictObject({ windows: meaningSchema.default(windows), macos: meaningSchema.default(macos), linux: meaningSchema.default(linux) })
    .prefault({});
}

/** Every product of the support table that is neither Windows nor macOS is a Linux. */
function platformOfProduct(product: string): Platform {
  if (product.startsWith("windows")) return "windows";
  return product === "macos" ? "macos" : "linux";
}

/** What "none" means on this PC. On an OS that could not be seen only what the rule says of all of them is certain. */
export function absentOn(
  absent: Absent,
  release: Observation<FactValue<"os-release">>,
): { readonly kind: Meaning } | { readonly kind: "unknown"; readonly reason: UnknownReason } {
  if (release.kind === "known") return { kind: absent[platformOfProduct(release.value.product)] };
  const { windows, macos, linux } = absent;
  if (windows === macos && macos === linux) return { kind: linux };
  return { kind: "unknown", reason: release.kind === "unknown" ? release.reason : "failed" };
}
