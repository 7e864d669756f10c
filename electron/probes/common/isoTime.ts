/** Milliseconds since 1970 as ISO 8601; null for what is no moment of a four-digit year. */
export function isoTime(time: number): string | null {
  // Date takes about 275 000 years each way, the schema of the fact four-digit years only.
  return time > 0 && time < Date.UTC(9999, 0) ? new Date(time).toISOString() : null;
}
