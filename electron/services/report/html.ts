import { jsonEscape, steering } from "../../../shared/steering.ts";

/** A piece of HTML that is safe to put into a page. Only `html` and `raw` make one. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | readonly Html[];

/** Nothing in it steers a terminal or the direction of writing; what did is written as <U+202E>. */
function visible(text: string): string {
  return text.replaceAll(steering, (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`);
}

/** JSON with the same meaning, in which such characters stand as \u202E. */
export function quietJson(json: string): string {
  return json.replaceAll(steering, jsonEscape);
}

/** Text as text, whatever it holds: none of the characters that HTML gives a meaning (in content or in a quoted attribute) remains. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

export function unescapeHtml(text: string): string {
  return text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

function markupOf(part: Part): string {
  if (typeof part === "string") return escapeHtml(visible(part));
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}

/** Everything that is put in is escaped, unless it is Html itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((all, string, index) => all + markupOf(parts[index - 1] ?? "") + string) };
}

/** Markup that stands in our own source; never for anything from outside. */
export function raw(markup: string): Html {
  return { markup };
}
