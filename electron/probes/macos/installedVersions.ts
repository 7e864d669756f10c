import type { Installation } from "./installHistory.ts";

/** What runs on this Mac, as far as it could be read; null where not. */
export interface Installed {
  readonly system: string | null;
  readonly build: string | null;
  /** Letter of the security response that is on top of the system, "(a)"; null: none, or not seen. */
  readonly response: string | null;
  readonly safari: string | null;
  readonly history: readonly Installation[];
}

/** An entry of the list of recommended updates. */
export interface Offer {
  readonly name: string;
  readonly version: string;
  readonly identifier: string;
}

const isPlainVersion = (text: string) => /^\d{1,9}(?:\.\d{1,9}){0,4}$/.test(text);

/** Negative, zero or positive, number by number. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** "24G900": the year's number, the letter of the release, the count. Negative, zero or positive; undefined where it is no build. */
function compareBuilds(a: string, b: string): number | undefined {
  const parts = (build: string) => /^(\d{2})([A-Z])(\d{1,6})[a-z]?$/.exec(build);
  const [left, right] = [parts(a), parts(b)];
  if (left === null || right === null) return undefined;
  const numbers = (found: RegExpExecArray) => [Number(found[1]), (found[2] ?? "").charCodeAt(0), Number(found[3])];
  return compareVersions(numbers(left).join("."), numbers(right).join("."));
}

export const isSystem = ({ name }: Offer) => /^macOS\b/.test(name);
export const isResponse = ({ name }: Offer) => /^macOS\b.*(?:Security|Background)/i.test(name);

/** "26.1 (a)": the version that it repairs, and its letter. One for an older version came with the newer version itself. */
function hasResponse({ version }: Offer, { system, response }: Installed): boolean {
  const [, base, letter] = /^(\d[\d.]*) \(([a-z])\)$/.exec(version) ?? [];
  if (base === undefined || letter === undefined || system === null || !isPlainVersion(base)) return false;
  const difference = compareVersions(base, system);
  return difference < 0 || (difference === 0 && response !== null && letter <= response);
}

/** The same version was published again with another build (for one model, or repaired): then the build tells. */
function hasSystem({ version, identifier }: Offer, { system, build }: Installed): boolean {
  if (system === null || !isPlainVersion(version)) return false;
  const difference = compareVersions(version, system);
  if (difference !== 0 || build === null) return difference <= 0;
  const offered = /(?:^|_)(\d{2}[A-Z]\d{1,6}[a-z]?)(?:_|$)/.exec(identifier)?.[1];
  return offered === undefined || (compareBuilds(offered, build) ?? 0) <= 0;
}

/**
 * Is what the list offers on this Mac already? The list may be older than the last installation. Whatever cannot be compared waits. Other products than
 * macOS and Safari are compared with the history, by their whole name.
 */
export function isInstalled(offer: Offer, installed: Installed): boolean {
  if (isResponse(offer)) return hasResponse(offer, installed);
  if (isSystem(offer)) return hasSystem(offer, installed);
  if (!isPlainVersion(offer.version)) return false;
  if (offer.name === "Safari" && installed.safari !== null && isPlainVersion(installed.safari)) {
    return compareVersions(offer.version, installed.safari) <= 0;
  }
  return installed.history.some(
    ({ name, version, by }) =>
      name === offer.name && by === "softwareupdated" && isPlainVersion(version) && compareVersions(offer.version, version) <= 0,
  );
}
