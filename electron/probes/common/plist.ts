import { decodeUtf8 } from "../../host/decode.ts";
import { readBinaryPlist } from "./binaryPlist.ts";
import { notParsed, type Parsed, parsed } from "./gather.ts";
import type { PlistValue } from "./plistValue.ts";
import { readXmlPlist } from "./xmlPlist.ts";

/**
 * A property list in its XML or binary form (plist(5), CFBinaryPList.c of Apple's CoreFoundation). Never throws; anything that is not exactly a
 * property list is not parsed.
 */
export function parsePlist(bytes: Uint8Array): Parsed<PlistValue> {
  try {
    const head = decodeUtf8(bytes.subarray(0, 8));
    const value = head.startsWith("bplist0") ? readBinaryPlist(bytes) : readXmlPlist(decodeUtf8(bytes));
    return value === null ? notParsed("not a property list") : parsed(value);
  } catch {
    // Whatever a damaged file made the readers trip over.
    return notParsed("a damaged property list");
  }
}

/** The value below these keys (numbers: places in an array), or undefined. */
export function plistAt(value: PlistValue | undefined, ...path: readonly (string | number)[]): PlistValue | undefined {
  let found = value;
  for (const key of path) {
    if (found instanceof Map) found = found.get(String(key));
    else if (Array.isArray(found) && typeof key === "number") found = found[key];
    else return undefined;
  }
  return found;
}

/** Text, or undefined for anything else. */
export function plistText(value: PlistValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A whole or broken number, or undefined. */
export function plistNumber(value: PlistValue | undefined): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A switch: true and false, which old programs write as 1 and 0. */
export function plistSwitch(value: PlistValue | undefined): boolean | undefined {
  if (typeof value === "boolean") return value;
  return value === 1 ? true : value === 0 ? false : undefined;
}

/** ISO 8601, or undefined. */
export function plistDate(value: PlistValue | undefined): string | undefined {
  return typeof value === "object" && "date" in value ? value.date : undefined;
}

/** The entries of an array or of a dictionary, or none. */
export function plistList(value: PlistValue | undefined): readonly PlistValue[] {
  if (Array.isArray(value)) return value;
  return value instanceof Map ? [...value.values()] : [];
}
