const dayMs = 86_400_000;

/**
 * Days from `at` (ISO 8601) to `now`, as a fraction. Null when `at` lies more than a day ahead: such a date comes from a wrong clock and
 * says nothing about age. Up to a day ahead counts as new, because clocks and time zones of package servers differ.
 */
export function ageInDays(at: string, now: Date): number | null {
  const days = (now.getTime() - Date.parse(at)) / dayMs;
  return days < -1 ? null : Math.max(days, 0);
}
