import type { Sentence } from "../../app/useText.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "3 days left", rounded down, so that nobody counts on time that is not there. */
export function timeLeft(endsAt: string, now: number): Sentence {
  const left = Math.max(0, Date.parse(endsAt) - now);
  if (left >= dayMs) return { key: "screen.exceptions.left.days", params: { count: Math.floor(left / dayMs) } };
  if (left >= hourMs) return { key: "screen.exceptions.left.hours", params: { count: Math.floor(left / hourMs) } };
  return { key: "screen.exceptions.left.minutes", params: { count: Math.floor(left / minuteMs) } };
}
