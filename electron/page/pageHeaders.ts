/** Where the page may send requests: nowhere (desktop: calls go over IPC), or back to the host that served it (browser). */
export type PageConnections = "none" | "self";

/** What every page of ours is served with beside its content policy, the report in its frame included. */
export const ownPageHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Names in the page must not become DNS queries.
  "X-DNS-Prefetch-Control": "off",
} as const;

/**
 * The headers of every answer that the page gets. The policy allows our own files and nothing else: no inline script or style, no other host.
 * https://www.electronjs.org/docs/latest/tutorial/security#7-define-a-content-security-policy
 */
export function pageHeaders(connections: PageConnections): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    connections === "self" ? "connect-src 'self'" : "connect-src 'none'",
    // The report, before it leaves: a page of ours with a policy of its own, in a frame without script.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return { "Content-Security-Policy": policy.join("; "), ...ownPageHeaders };
}
