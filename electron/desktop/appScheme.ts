import { protocol, type Session } from "electron";
import { isPreviewPath, type PreviewPages } from "../ipc/previewPages.ts";
import { readPageFile } from "../page/pageFiles.ts";
import { pageHeaders } from "../page/pageHeaders.ts";
import { isOwnUrl, scheme } from "./addresses.ts";
import type { StaticPage } from "./staticPages.ts";

/** Must run before the app is ready. "standard" and "secure" make it an origin of its own, as https is; nothing else is granted. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false } }]);
}

export interface AppSchemeParts {
  readonly session: Session;
  /** The folder of the built page. */
  readonly root: string;
  /** Reports that are kept for a look. */
  readonly previews: PreviewPages;
  /** Pages of the main process, by path. */
  readonly pages: ReadonlyMap<string, StaticPage>;
}

/** Serves the built page, and nothing outside its folder, to `app://preflight/`. */
export function serveAppScheme({ session, root, previews, pages }: AppSchemeParts): void {
  session.protocol.handle(scheme, async (request) => {
    const headers = pageHeaders("none");
    if (request.method !== "GET") return new Response(null, { status: 405, headers });
    if (!isOwnUrl(request.url)) return new Response(null, { status: 404, headers });
    const { pathname } = new URL(request.url);
    if (isPreviewPath(pathname)) {
      const preview = previews.at(pathname);
      return preview ? new Response(preview.html, { headers: preview.headers }) : new Response(null, { status: 404, headers });
    }
    const page = pages.get(pathname);
    if (page) return new Response(page.body(), { headers: { ...headers, "Content-Type": page.contentType } });
    const file = await readPageFile(root, pathname);
    if (file.status !== 200) return new Response(null, { status: file.status, headers });
    return new Response(file.bytes, { headers: { ...headers, "Content-Type": file.contentType } });
  });
}
