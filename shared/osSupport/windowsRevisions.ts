/**
 * Some security updates of each Windows build, a quarter of a year apart or less: [revision, day on which it came out]. They date a revision from both
 * sides; newer than the last says nothing but that. Sources: https://learn.microsoft.com/windows/release-health/release-information,
 * …/windows11-release-information and …/windows-server-release-info, as of 2026-05-13; 26100.8655 is KB5094126 of 2026-06-09.
 */
const of24H2 = [
  [1742, "2024-09-10"],
  [2314, "2024-11-12"],
  [2894, "2025-01-14"],
  [3775, "2025-04-08"],
  [4652, "2025-07-08"],
  [6899, "2025-10-14"],
  [7623, "2026-01-13"],
  [8655, "2026-06-09"],
] as const;
const of22H2 = [
  [3447, "2024-04-09"],
  [3880, "2024-07-09"],
  [4317, "2024-10-08"],
  [4751, "2025-01-14"],
  [5189, "2025-04-08"],
  [5624, "2025-07-08"],
  [6060, "2025-10-14"],
] as const;
const of21H2 = [
  [4291, "2024-04-09"],
  [4651, "2024-07-09"],
  [5011, "2024-10-08"],
  [5371, "2025-01-14"],
  [5737, "2025-04-08"],
  [6093, "2025-07-08"],
  [6456, "2025-10-14"],
  [6809, "2026-01-13"],
  [7058, "2026-03-10"],
] as const;
const of1809 = [
  [5329, "2024-01-09"],
  [6054, "2024-07-09"],
  [6414, "2024-10-08"],
  [6775, "2025-01-14"],
  [7136, "2025-04-08"],
  [7558, "2025-07-08"],
  [7919, "2025-10-14"],
  [8276, "2026-01-13"],
  [8755, "2026-05-12"],
] as const;
const of1607 = [
  [7159, "2024-07-09"],
  [7428, "2024-10-08"],
  [7699, "2025-01-14"],
  [7969, "2025-04-08"],
  [8246, "2025-07-08"],
  [8519, "2025-10-14"],
  [8783, "2026-01-13"],
  [9140, "2026-05-12"],
] as const;

/** Builds that share their updates share their revisions. */
const revisions = new Map<number, readonly (readonly [number, string])[]>([
  [26_200, of24H2],
  [26_100, of24H2],
  [22_631, of22H2],
  [22_621, of22H2],
  [19_045, of21H2],
  [19_044, of21H2],
  [17_763, of1809],
  [14_393, of1607],
]);

/** `since`: the day that it surely came out on or after; `supersededAt`: the first listed day on which a newer one was there. null: not known. */
export interface RevisionAge {
  readonly since: string | null;
  readonly supersededAt: string | null;
}

/** Dates a revision of a build (26100.1742: build 26100, revision 1742). */
export function ageOfRevision(build: number, revision: number): RevisionAge {
  const listed = revisions.get(build) ?? [];
  const at = (found: readonly [number, string] | undefined) => (found === undefined ? null : `${found[1]}T00:00:00.000Z`);
  return { since: at(listed.findLast(([known]) => known <= revision)), supersededAt: at(listed.find(([known]) => known > revision)) };
}
