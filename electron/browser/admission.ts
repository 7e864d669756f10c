import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export const tokenHeader = "x-preflight-token";

/** 32 random bytes. It travels in the fragment of the address, which browsers do not send and do not put into referrers. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

export interface Admission {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}
export interface Door {
  /** "127.0.0.1:<port>" */
  readonly authority: string;
  readonly token: string;
}
export type Refusal = "wrong-host" | "wrong-origin" | "wrong-token";

/** Compares digests, so that neither the time nor a difference in length says how much of a guess was right. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
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
