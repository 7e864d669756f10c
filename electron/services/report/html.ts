/** A piece of HTML that is safe to put into a page. Only `html` and `raw` make one. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | readonly Html[];

/** Text as text, whatever it holds: none of the characters that HTML gives a meaning (in content or in a quoted attribute) remains. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

export function unescapeHtml(text: string): string {
  return text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

function markupOf(part: Part): string {
  if (typeof part === "string") return escapeHtml(part);
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
