import { dayModulus } from "./codeLayout.ts";

const msADay = 86_400_000;
const firstDay = Date.UTC(2026, 0, 1);
const dayNumber = (at: Date) => Math.floor((at.getTime() - firstDay) / msADay);

/** UTC days since 1 January 2026, modulo 2048. */
export function codedDay(at: Date): number {
  return ((dayNumber(at) % dayModulus) + dayModulus) % dayModulus;
}

/**
 * The start of the newest UTC day that a coded day can mean, seen from `today`: tomorrow at the latest, because clocks differ a little. null: a day
 * before 2026, which means that one of the two clocks is wrong.
 */
export function dayMeant(coded: number, today: Date): Date | null {
  const latest = dayNumber(today) + 1;
  const meant = latest - ((((latest - coded) % dayModulus) + dayModulus) % dayModulus);
  return meant < 0 ? null : new Date(firstDay + meant * msADay);
}
