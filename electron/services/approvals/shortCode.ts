import { createHmac, timingSafeEqual } from "node:crypto";
import { crockford } from "../crockford.ts";

/** A code is given for one of these stretches of time and accepted in it and in the next one. */
const windowMs = 30 * 60_000;

export function windowAt(now: Date): number {
  return Math.floor(now.getTime() / windowMs);
}

/** The end of the time in which a code that is given now is accepted. */
export function codeEndsAt(now: Date): Date {
  return new Date((windowAt(now) + 2) * windowMs);
}

/**
 * The 8 characters that the helpdesk reads out for a request: 40 bits of an HMAC-SHA-256 over the request's code and the window.
 * The code is itself a digest of the request, and all that can be said over the phone.
 */
export function shortCodeOf(secret: Uint8Array, requestCode: string, window: number): string {
  return crockford(createHmac("sha256", secret).update(`preflight-code/1\0${requestCode}\0${window}`).digest(), 8);
}

function isOneOf(given: string, secret: Uint8Array, requestCode: string, windows: readonly number[]): boolean {
  const matches = windows.map((window) => {
    const right = Buffer.from(shortCodeOf(secret, requestCode, window));
    const typed = Buffer.from(given);
    return right.length === typed.length && timingSafeEqual(right, typed);
  });
  return matches.includes(true);
}

export function isShortCode(given: string, secret: Uint8Array, requestCode: string, now: Date): boolean {
  const current = windowAt(now);
  return isOneOf(given, secret, requestCode, [current, current - 1]);
}

/** So many windows (two days, longer than a request is open) to both sides. */
const otherWindows = 96;

/** Whether it was, or will be, the code at some time near `now`. */
export function isShortCodeOfOtherTime(given: string, secret: Uint8Array, requestCode: string, now: Date): boolean {
  const first = windowAt(now) - otherWindows;
  return isOneOf(
    given,
    secret,
    requestCode,
    Array.from({ length: 2 * otherWindows + 1 }, (_, index) => first + index),
  );
}
