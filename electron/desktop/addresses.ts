import { isPreviewPath } from "../ipc/previewPages.ts";

export const scheme = "app";
const host = "preflight";
/** The one address that the window shows. */
export const pageUrl = `${scheme}://${host}/`;
/** Shown when the page itself has failed: written by the main process, without script. */
export const problemUrl = `${pageUrl}problem`;
/** On the displays beside the block screen. */
export const coverUrl = `${pageUrl}cover`;
/** No page: a link of the page without script, with which the person asks to shut down. */
export const shutDownUrl = `${pageUrl}shut-down`;

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
