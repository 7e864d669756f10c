const unitMs = { h: 3_600_000, d: 86_400_000 } as const;

/**
 * The end of an exception as a person writes it: "7d", "12h", a day (its last moment on this PC's clock), or an ISO 8601 time.
 * Without an offset a time is meant on this PC's clock. Null: not readable.
 */
export function endOfException(given: string, now: Date): string | null {
  const span = /^([1-9]\d{0,3})([hd])$/.exec(given.trim());
  if (span) return new Date(now.getTime() + Number(span[1]) * (span[2] === "h" ? unitMs.h : unitMs.d)).toISOString();
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(given.trim());
  if (day) {
    const [year, month, date] = [Number(day[1]), Number(day[2]), Number(day[3])];
    const end = new Date(year, month - 1, date, 23, 59, 59);
    // Date turns 31 February into 3 March; a day that does not exist is a typing error.
    return end.getMonth() === month - 1 && end.getDate() === date ? end.toISOString() : null;
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/.test(given.trim())) return null;
  const at = new Date(given.trim());
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
