import { protocol, type Session } from "electron";
import { isPreviewPath, type PreviewPages } from "../ipc/previewPages.ts";
import { readPageFile } from "../page/pageFiles.ts";
import { pageHeaders } from "../page/pageHeaders.ts";

const scheme = "app";
const host = "preflight";
/** The one address that the window shows. */
export const pageUrl = `${scheme}://${host}/`;
/** Shown when the page itself has failed: written by the main process, without script. */
export const problemUrl = `${pageUrl}problem`;

/** True for addresses of our own page. Custom schemes have no `origin` in Node's URL, so scheme and host are compared. */
export function isOwnUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  return parsed.protocol === `${scheme}:` && parsed.host === host;
}

/** A report that is kept for a look: what a frame of our page may show, and nothing else. */
export function isPreviewUrl(url: string): boolean {
  return isOwnUrl(url) && isPreviewPath(new URL(url).pathname);
}

/** The whole address of a path of ours. */
export function ownUrl(pathname: string): string {
  return `${scheme}://${host}${pathname}`;
}

/** Must run before the app is ready. "standard" and "secure" make it an origin of its own, as https is; nothing else is granted. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false } }]);
}

export interface AppSchemeParts {
  readonly session: Session;
  /** The folder of the built page. */
  readonly root: string;
  /** Reports that are kept for a look. */
  readonly pages: PreviewPages;
  readonly problemPage: { readonly html: string; readonly css: string };
}

/** Serves the built page, and nothing outside its folder, to `app://preflight/`. */
export function serveAppScheme({ session, root, pages, problemPage }: AppSchemeParts): void {
  const own = new Map([
    ["/problem", { contentType: "text/html; charset=utf-8", body: problemPage.html }],
    ["/problem.css", { contentType: "text/css; charset=utf-8", body: problemPage.css }],
  ]);
  session.protocol.handle(scheme, async (request) => {
    const headers = pageHeaders("none");
    if (request.method !== "GET") return new Response(null, { status: 405, headers });
    if (!isOwnUrl(request.url)) return new Response(null, { status: 404, headers });
    const { pathname } = new URL(request.url);
    if (isPreviewPath(pathname)) {
      const preview = pages.at(pathname);
      return preview ? new Response(preview.html, { headers: preview.headers }) : new Response(null, { status: 404, headers });
    }
    const page = own.get(pathname);
    if (page) return new Response(page.body, { headers: { ...headers, "Content-Type": page.contentType } });
    const file = await readPageFile(root, pathname);
    if (file.status !== 200) return new Response(null, { status: file.status, headers });
    return new Response(file.bytes, { headers: { ...headers, "Content-Type": file.contentType } });
  });
}
