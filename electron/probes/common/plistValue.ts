/** A value of a property list. Dates are ISO 8601 inside an object of their own, so that no text can pass for one. */
export type PlistValue = string | number | boolean | PlistDate | Uint8Array | readonly PlistValue[] | PlistDict;
export type PlistDict = ReadonlyMap<string, PlistValue>;
export interface PlistDate {
  readonly date: string;
}

/** Deeper or larger lists are not read: no file of the system comes near. */
export const plistLimits = { depth: 48, values: 200_000 } as const;

/** ISO 8601 of milliseconds since 1970, or null outside the years 1 to 9999, which no schema takes. */
export function isoDate(time: number): string | null {
  return time > Date.UTC(1900, 0) && time < Date.UTC(10_000, 0) ? new Date(time).toISOString() : null;
}
