import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export const tokenHeader = "x-preflight-token";

export interface Admission {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
}
export interface Door {
  /** "127.0.0.1:<port>" */
  readonly authority: string;
  readonly token: string;
}
export type Refusal = "wrong-host" | "wrong-origin" | "wrong-token";

/** Compares digests, so that neither the time nor a difference in length says how much of a guess was right. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Not exactly one Host: whoever reads the first and whoever reads the last would mean another place (https://www.rfc-editor.org/rfc/rfc9112#section-3.2: 400). */
export function hasOneHost({ rawHeaders }: Admission): boolean {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length === 1;
}

/**
 * For every request. Host must be the address itself: a name that an attacker's DNS points to 127.0.0.1 (rebinding) is refused.
 * A page of another origin sends its own Origin, and a POST without one did not come from a page.
 */
export function admitRequest({ method, headers }: Admission, door: Door): Refusal | null {
  if (headers.host !== door.authority) return "wrong-host";
  const { origin } = headers;
  if (origin === undefined ? method === "POST" : origin !== `http://${door.authority}`) return "wrong-origin";
  return null;
}

/** For calls and events; the page's own files hold nothing secret. */
export function admitCaller({ headers }: Admission, door: Door): Refusal | null {
  const given = headers[tokenHeader];
  return typeof given === "string" && sameSecret(given, door.token) ? null : "wrong-token";
}
