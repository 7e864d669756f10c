import type { FactValue } from "../../shared/facts/catalogue.ts";
import type { SupportPeriod } from "../../shared/osSupport/supportPeriod.ts";
import type { SupportTable } from "../../shared/osSupport.ts";
import type { Support } from "./support.ts";
import { windowsSupportOf } from "./windowsSupport.ts";

type Release = FactValue<"os-release">;

const dayMs = 86_400_000;

/** Negative, zero or positive: "24H2" < "25H1", "9" < "13", "22.04" < "24.04". */
function compareVersions(a: string, b: string): number {
  const numbers = (version: string) => (version.match(/\d+/g) ?? []).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Finds the period of a release. An end that the OS states itself (SUPPORT_END) goes before the table. */
export function supportOf(release: Release, table: SupportTable): Support {
  if (release.supportEnd !== null) return { kind: "period", period: { version: release.version, end: release.supportEnd } };
  const periods = Object.hasOwn(table.products, release.product) ? table.products[release.product] : undefined;
  if (periods === undefined) return { kind: "not-listed" };
  const [first] = periods;
  if (first?.rolling) return { kind: "period", period: first };
  if (/^windows/.test(release.product)) return windowsSupportOf(release, periods);
  if (!/\d/.test(release.version)) return { kind: "not-listed" };
  const period = periods.find(({ version }) => compareVersions(version, release.version) === 0);
  if (period) return { kind: "period", period };
  const versions = periods.map(({ version }) => version);
  if (versions.every((version) => compareVersions(version, release.version) < 0)) return { kind: "newer" };
  return versions.every((version) => compareVersions(version, release.version) > 0) ? { kind: "older" } : { kind: "not-listed" };
}

export type Phase = "regular" | "ending" | "lts" | "paid" | "lts-refused" | "paid-refused" | "ended" | "uncertain";

/**
 * Where `now` lies in the period. A day counts to its end in UTC. The warning before the end is for the end that counts: with an accepted extension
 * that is the extension's, so that the light does not get better on the day after the regular end.
 */
export function phaseOf(
  period: SupportPeriod,
  now: Date,
  settings: { readonly acceptLts: boolean; readonly acceptPaid: boolean; readonly warnDays: number },
): { readonly phase: Phase; readonly end: string | null } {
  const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const isOver = (day: string) => now.getTime() >= startOf(day) + dayMs;
  const { end, extended, uncertain } = period;
  if (end === null) return { phase: uncertain ? "uncertain" : "regular", end };
  const isAccepted = extended !== undefined && (extended.kind === "lts" ? settings.acceptLts : settings.acceptPaid);
  const lastDay = isAccepted ? extended.end : end;
  if (isOver(lastDay)) {
    const isRefused = extended !== undefined && !isAccepted && !isOver(extended.end);
    return { phase: isRefused ? `${extended.kind}-refused` : "ended", end: lastDay };
  }
  if (now.getTime() >= startOf(lastDay) - settings.warnDays * dayMs) return { phase: "ending", end: lastDay };
  return { phase: extended !== undefined && isOver(end) ? extended.kind : "regular", end: lastDay };
}

/** The day of a rolling release that carries one in its version: "20261120" of openSUSE Tumbleweed. */
export function snapshotDay(version: string): string | null {
  const [, year, month, day] = /^(20\d\d)(\d\d)(\d\d)$/.exec(version) ?? [];
  const at = `${year}-${month}-${day}T00:00:00Z`;
  return Number.isNaN(Date.parse(at)) ? null : at;
}
