import type { WifiSecurity } from "../../../shared/facts/network.ts";

interface Strength {
  /** How well it keeps others from reading along, 0 to 5. */
  readonly secrecy: number;
  /** Only who knows a secret can pretend to be this network. */
  readonly proves: boolean;
}

/**
 * What each kind of Wi-Fi holds off. WPA with TKIP can be broken, so OWE keeps a secret better; but OWE asks for no password, so anybody can offer it
 * (RFC 8110 section 7), while an old password still has to be known. A mixed WPA2/WPA3 network is at times reported as WPA2, so the two are equal.
 */
const strengths: Readonly<Record<WifiSecurity, Strength>> = {
  open: { secrecy: 0, proves: false },
  // Its key is found within minutes.
  wep: { secrecy: 1, proves: false },
  wpa: { secrecy: 2, proves: true },
  owe: { secrecy: 3, proves: false },
  "wpa2-personal": { secrecy: 4, proves: true },
  "wpa2-wpa3-personal": { secrecy: 4, proves: true },
  "wpa3-personal": { secrecy: 5, proves: true },
  enterprise: { secrecy: 6, proves: true },
};

/** The same name with `now` in place of `then`: others can read along more easily, or need to know nothing any more to pretend to be it. */
export function isWeakerThan(now: WifiSecurity, then: WifiSecurity): boolean {
  const [a, b] = [strengths[now], strengths[then]];
  return a.secrecy < b.secrecy || (b.proves && !a.proves);
}

/** The link that others read along most easily: with two adapters in use the worse one counts. */
export function worstOf<T extends { readonly security: WifiSecurity }>(links: readonly T[]): T | undefined {
  return [...links].sort((a, b) => strengths[a.security].secrecy - strengths[b.security].secrecy)[0];
}
