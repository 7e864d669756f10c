import type { Language } from "../../shared/message.ts";
import type { PolicyTexts } from "../../shared/snapshot.ts";
import { type Html, html, raw } from "../services/report/html.ts";
import { pageUrl, shutDownUrl } from "./addresses.ts";
import type { DesktopText } from "./desktopText.ts";
import type { Standing } from "./standing.ts";

/** A page of the main process: no script, so that it cannot fail as the screen can. Made anew each time it is asked for. */
export interface StaticPage {
  readonly contentType: string;
  body(): string;
}

export interface StaticPageParts {
  readonly language: () => Language;
  readonly text: DesktopText;
  readonly contacts: () => PolicyTexts["contacts"];
  /** How things stand now: the light goes on while the screen is broken. */
  readonly standing: () => Standing;
}

/** Without a script the page tells of a light that went out by being made anew this often. */
const lightEverySeconds = 10;

const css = `
:root { color-scheme: light dark; }
body { margin: 0; background: Canvas; color: CanvasText; display: grid; place-items: center; min-height: 100vh; font: 16px/1.7 "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", "Hiragino Sans", sans-serif; }
main { max-width: 34em; padding: 2em; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; line-height: 1.35; }
a { font-weight: bold; color: LinkText; }
ul { padding: 0; list-style: none; }
li { margin: .5em 0; }
svg { width: 3.5rem; height: 3.5rem; fill: none; stroke: #b3261e; stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
@media (prefers-color-scheme: dark) { svg { stroke: #ff9d94; } }
@media (forced-colors: active) { svg { stroke: CanvasText; } }
`;
const stopSign = raw(
  '<svg viewBox="0 0 36 36" aria-hidden="true"><path d="M12 3h12l9 9v12l-9 9H12l-9-9V12z"/><path d="M13 13l10 10M23 13L13 23"/></svg>',
);

function contactList({ language, text, contacts }: StaticPageParts): Html {
  const all = contacts();
  if (all.length === 0) return html`<p>${text("contacts.none")}</p>`;
  const lines = all.map((contact) => {
    const reach = [contact.phone, contact.email, contact.hours?.[language()]].flatMap((one) => (one === undefined ? [] : [one]));
    return html`<li><strong>${text(`contacts.${contact.for}`)}</strong><br>${contact.name[language()]} <bdi>${reach.join(" · ")}</bdi></li>`;
  });
  return html`<ul>${lines}</ul>`;
}

/** `again`: seconds after which the page asks for itself anew; null: never. */
function page(language: Language, content: Html, again: number | null): string {
  const refresh = again === null ? html`` : html`<meta http-equiv="refresh" content="${again}">`;
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8">${refresh}<title>Preflight</title><link rel="stylesheet" href="${pageUrl}static.css"></head>
<body><main>${content}</main></body>
</html>`.markup;
}

/** For when the screen has failed: what happened, what was kept, what to do, whom to call, and the way to shut down. */
function problemContent(parts: StaticPageParts): Html {
  const { text, standing } = parts;
  return html`<h1>${text("problem.title")}</h1>
<p><strong>${text("problem.light", { light: text(`light.${standing()}`) })}</strong></p>
<p>${text("problem.what")}${text("problem.kept")}</p>
<p>${text("problem.do")}</p>
<p><a href="${pageUrl}">${text("problem.reopen")}</a></p>
${contactList(parts)}
<p><a href="${shutDownUrl}">${text("problem.shut-down")}</a></p>`;
}

/** For displays beside the one with the block screen. */
function coverContent(parts: StaticPageParts): Html {
  const { text } = parts;
  return html`${stopSign}<h1>${text("cover.title")}</h1><p>${text("cover.do")}</p>${contactList(parts)}`;
}

/** By path. */
export function staticPages(parts: StaticPageParts): ReadonlyMap<string, StaticPage> {
  const asHtml = (content: (parts: StaticPageParts) => Html, again: number | null): StaticPage => {
    return { contentType: "text/html; charset=utf-8", body: () => page(parts.language(), content(parts), again) };
  };
  return new Map([
    ["/problem", asHtml(problemContent, lightEverySeconds)],
    ["/cover", asHtml(coverContent, null)],
    ["/static.css", { contentType: "text/css; charset=utf-8", body: () => css }],
  ]);
}
