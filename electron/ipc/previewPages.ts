import { randomUUID } from "node:crypto";
import { ownPageHeaders } from "../page/pageHeaders.ts";
import { pagePolicy } from "../services/report/pageStyle.ts";

/** Below our own origin; behind it stands the id. */
const prefix = "/preview/";
const keptMs = 10 * 60_000;

export interface ServedPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The one page that can be looked at before it leaves. It is gone after ten minutes, or when another takes its place. */
export interface PreviewPages {
  /** Returns the path of its address. The id in it holds 122 random bits: only who was told it finds the page. */
  keep(html: string): string;
  /** The page at this path of a request; null: there is none (any more). */
  at(pathname: string): ServedPage | null;
}

export function isPreviewPath(pathname: string): boolean {
  return pathname.startsWith(prefix);
}

/**
 * The report's own policy, made stricter by what only a header can say: nobody but our page frames it, and it is an origin of its own without script
 * however it is opened.
 */
const headers: ServedPage["headers"] = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": `${pagePolicy}; frame-ancestors 'self'; sandbox`,
  ...ownPageHeaders,
};

export function createPreviewPages(now: () => number = () => performance.now()): PreviewPages {
  let kept: { readonly path: string; readonly html: string; readonly until: number } | null = null;
  return {
    keep(html) {
      kept = { path: `${prefix}${randomUUID()}`, html, until: now() + keptMs };
      return kept.path;
    },
    at(pathname) {
      if (kept !== null && now() >= kept.until) kept = null;
      return kept?.path === pathname ? { html: kept.html, headers } : null;
    },
  };
}
