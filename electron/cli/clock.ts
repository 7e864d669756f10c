import type { Language } from "../../shared/message.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const two = (value: number) => String(value).padStart(2, "0");

/** A time of this PC's clock for people: hours and minutes today, with the day otherwise, with the year when it is another one. */
export function clock(iso: string, now: Date, language: Language): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "?";
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (at.toDateString() === now.toDateString()) return time;
  const sameYear = at.getFullYear() === now.getFullYear();
  if (language === "ja") return `${sameYear ? "" : `${at.getFullYear()}年`}${at.getMonth() + 1}月${at.getDate()}日 ${time}`;
  return `${at.getDate()} ${months[at.getMonth()] ?? ""}${sameYear ? "" : ` ${at.getFullYear()}`}, ${time}`;
}
