import { steering } from "../../shared/steering.ts";

// With the u flag a surrogate matches only when it stands alone.
const loneSurrogate = /[\ud800-\udfff]/gu;

/** At most `max` UTF-16 units of text without anything that steers a terminal; line feeds and tabs stay. */
export function plainText(text: string, max: number): string {
  const clean = text
    .slice(0, max * 2)
    .replace(/\r\n/g, "\n")
    .replace(loneSurrogate, "\ufffd")
    .replace(steering, "");
  return clean.length <= max ? clean : `${clean.slice(0, max - 1).replace(loneSurrogate, "")}…`;
}
