/** Between 1601-01-01, where Windows begins to count, and 1970-01-01. */
const epochMs = 11_644_473_600_000;

/** A FILETIME (100 ns since 1601) as ISO 8601; null for 0 and for what lies outside of any sensible date. */
export function fileTimeIso(value: number): string | null {
  const ms = value / 10_000 - epochMs;
  return Number.isFinite(ms) && ms > Date.UTC(2000, 0) && ms < Date.UTC(2200, 0) ? new Date(ms).toISOString() : null;
}
