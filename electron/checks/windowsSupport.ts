import type { FactValue } from "../../shared/facts/catalogue.ts";
import type { SupportPeriod } from "../../shared/osSupport/supportPeriod.ts";
import type { Support } from "./support.ts";

type Release = FactValue<"os-release">;
type EditionGroup = NonNullable<SupportPeriod["editions"]>[number];

/**
 * EditionID of the registry to the editions that end together. Home with its variants, S mode (Cloud) and SE (CloudEdition); Pro with Education and for
 * Workstations; Enterprise with Education, IoT, the multi-session of Azure Virtual Desktop (ServerRdsh); the long-term channel; each also as N and
 * for evaluation. https://learn.microsoft.com/windows-hardware/manufacture/desktop/windows-editions-and-product-ids
 */
const groups: readonly (readonly [RegExp, EditionGroup])[] = [
  [/^IoTEnterpriseS(K|N|Eval)*$/i, "iot-ltsc"],
  [/^EnterpriseS(N|Eval)*$/i, "ltsc"],
  [/^(Enterprise|Education|IoTEnterprise)(N|G|GN|K)?(Eval)?$/i, "enterprise"],
  [/^ServerRdsh(Core)?$/i, "enterprise"],
  [/^Professional(Education|Workstation|SingleLanguage|CountrySpecific|Student)?N?(Eval)?$/i, "pro"],
  [/^(Core(SingleLanguage|CountrySpecific)?N?|Cloud(Edition)?N?)$/i, "home"],
];
const serverGroups: readonly (readonly [RegExp, EditionGroup])[] = [
  [/ACor$/i, "half-year"],
  [/^Server/i, "server"],
];

const groupOf = (release: Release): EditionGroup | undefined =>
  (release.product === "windows-server" ? serverGroups : groups).find(([pattern]) => pattern.test(release.edition ?? ""))?.[1];

/** Months since the year 2000: "1909", "20H2" (of which 2009 is the other name). Null for any other name. */
function monthOf(version: string): number | null {
  const [, year, half, month] = /^(\d\d)(?:H([12])|(0[1-9]|1[0-2]))$/i.exec(version) ?? [];
  if (year === undefined) return null;
  return Number(year) * 12 + (month === undefined ? (half === "1" ? 5 : 10) : Number(month));
}

const lastEnd = ({ end, extended }: SupportPeriod) => extended?.end ?? end ?? "9999";

/**
 * Finds the period of a Windows by its build (a release name alone counts where no build was read). A build that is not in the table is newer only when
 * its name or its number comes after all that are; what lies between is a preview, which nobody supports for work.
 */
export function windowsSupportOf(release: Release, periods: readonly SupportPeriod[]): Support {
  const build = /^(\d{3,6})(?:\.|$)/.exec(release.build ?? "")?.[1];
  const same = periods.filter((period) =>
    build === undefined ? period.version.toLowerCase() === release.version.toLowerCase() : period.build === Number(build),
  );
  const group = groupOf(release);
  const period = same.find(({ editions }) => editions === undefined || (group !== undefined && editions.includes(group)));
  if (period) return { kind: "period", period };
  const [longest] = same.toSorted((a, b) => lastEnd(b).localeCompare(lastEnd(a)));
  if (longest) return { kind: "edition-not-listed", longest };
  const month = monthOf(release.version);
  const months = periods.flatMap(({ version }) => monthOf(version) ?? []);
  const builds = periods.flatMap((row) => row.build ?? []);
  const isNewer =
    (month !== null && months.every((known) => known < month)) || (build !== undefined && builds.every((known) => known < Number(build)));
  if (isNewer) return { kind: "newer" };
  const isOlder = build === undefined ? month !== null && months.every((known) => known > month) : builds.every((known) => known > Number(build));
  return isOlder ? { kind: "older" } : { kind: "not-listed" };
}
