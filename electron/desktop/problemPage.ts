import type { Language } from "../../shared/message.ts";
import { pageUrl } from "./appScheme.ts";
import type { DesktopText } from "./desktopText.ts";

const css = `
:root { color-scheme: light dark; }
body { margin: 0; display: grid; place-items: center; min-height: 100vh; font: 16px/1.7 "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", "Hiragino Sans", sans-serif; }
main { max-width: 34em; padding: 2em; }
h1 { font-size: 1.5em; }
a { font-weight: bold; color: LinkText; }
`;

/** The page for when the screen has failed: what happened, what was kept, what to do. No script, so that it cannot fail in the same way. */
export function problemPage(language: Language, text: DesktopText): { readonly html: string; readonly css: string } {
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>Preflight</title><link rel="stylesheet" href="${pageUrl}problem.css"></head>
<body><main>
<h1>${text("problem.title")}</h1>
<p>${text("problem.what")}${text("problem.kept")}</p>
<p>${text("problem.do")}</p>
<p><a href="${pageUrl}">${text("problem.reopen")}</a></p>
</main></body>
</html>`;
  return { html, css };
}
