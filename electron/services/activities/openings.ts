import type { Finding } from "../../../shared/decision.ts";
import type { Opening } from "../../../shared/openings.ts";
import type { Platform } from "../../../shared/platform.ts";
import type { Host } from "../../host/host.ts";
import { desktopNames, desktopOf } from "../../probes/linux/desktop.ts";
import type { LoadedPolicy } from "../policySource.ts";
import { policyMayStart, targetOfLaunch } from "./launch.ts";
import type { Opener } from "./opener.ts";
import { placeOf } from "./placeOfRemedy.ts";
import { kindOf, type PlaceId, placeIds, type Target, targetsOf } from "./places.ts";

/** What opens each place on this PC. A place that is not here cannot be opened. */
export type Places = ReadonlyMap<PlaceId, Target>;

/** Looks once which of the places this PC can open. */
export async function findPlaces(host: Pick<Host, "platform" | "environment">, opener: Opener | null): Promise<Places> {
  if (opener === null) return new Map();
  const desktop = desktopOf(desktopNames(host as Host));
  const found = await Promise.all(
    placeIds.map(async (place): Promise<readonly (readonly [PlaceId, Target])[]> => {
      for (const target of targetsOf(place, host.platform, desktop)) {
        if (target.kind !== "tool" || (await opener.hasTool(target.tool))) return [[place, target]];
      }
      return [];
    }),
  );
  return new Map(found.flat());
}

export interface OpeningContext {
  readonly places: Places;
  readonly loaded: LoadedPolicy;
  readonly platform: Platform;
}

/** What opens the place where this finding is put right, or null. Pure. */
export function openingOf(
  finding: Finding,
  { places, loaded, platform }: OpeningContext,
): { readonly kind: Opening["kind"]; readonly target: Target } | null {
  const place = placeOf(finding.checkId, finding.verdict);
  // No place at all: this door opens nothing, whatever the policy names.
  if (place === null || places.size === 0) return null;
  const trusted = policyMayStart(loaded) ? loaded.policy.network : null;
  const kind = kindOf(place);
  const client = place === "vpn" && trusted ? targetOfLaunch(trusted.vpnClient, platform) : null;
  if (client) return { kind, target: client };
  const page = trusted?.portalCheck[0]?.url;
  if (place === "portal" && page !== undefined) return { kind, target: { kind: "address", address: page } };
  const target = places.get(place);
  // Without the company's own program there are only the settings of the OS, and the button must not promise more.
  return target === undefined ? null : { kind: place === "vpn" ? "settings" : kind, target };
}

/** The findings for which this PC has a place to open. Pure. */
export function openingsOf(findings: readonly Finding[], context: OpeningContext): readonly Opening[] {
  return findings.flatMap((finding) => {
    const opening = openingOf(finding, context);
    return opening === null ? [] : [{ checkId: finding.checkId, kind: opening.kind }];
  });
}
