import type { CheckId } from "./verdict.ts";

/**
 * The number of each check in the helpdesk code. A number is for ever: a check that leaves the product keeps its line here, and a new one takes the
 * next free number, so that an old code never reads as another check. A test holds that every check of the registry is here. Highest possible: 61.
 */
export const checkNumbers: Readonly<Record<CheckId, number>> = {
  connection: 1,
  "network-trust": 2,
  "wifi-security": 3,
  vpn: 4,
  "screen-lock": 5,
  "sign-in": 6,
  "strong-authentication": 7,
  "admin-rights": 8,
  "os-patches": 9,
  "restart-pending": 10,
  "os-support": 11,
  "automatic-updates": 12,
  "browser-versions": 13,
  antivirus: 14,
  "os-protection": 15,
  firewall: 16,
  "remote-access": 17,
  "listening-services": 18,
  "disk-encryption": 19,
  backup: 20,
  "unapproved-apps": 21,
  clock: 22,
  "device-identity": 23,
  "device-managed": 24,
  surroundings: 25,
  "assigned-device": 26,
  "lessons-current": 27,
  "rules-accepted": 28,
  "sole-user": 29,
  "removable-media": 30,
};

export const noCheck = 0;
/** Preflight's own records or the policy are in doubt. */
export const ownRecords = 62;
/** A check that the version which made the code had no number for. */
export const unnumberedCheck = 63;

export function numberOfCheck(id: CheckId): number {
  return Object.hasOwn(checkNumbers, id) ? (checkNumbers[id] ?? unnumberedCheck) : unnumberedCheck;
}

/** null: a number that this version does not know. */
export function checkOfNumber(number: number): CheckId | null {
  return Object.keys(checkNumbers).find((id) => checkNumbers[id] === number) ?? null;
}
