import { isoDate, type PlistValue, plistLimits } from "./plistValue.ts";

/** Seconds of Apple's clock begin in 2001. */
const appleEpoch = Date.UTC(2001, 0);
const trailerLength = 32;

class Damaged extends Error {}
function check(condition: boolean): asserts condition {
  if (!condition) throw new Damaged("a damaged binary property list");
}

function unsigned(bytes: Uint8Array, from: number, length: number): number {
  check(from >= 0 && length > 0 && length <= 8 && from + length <= bytes.length);
  let value = 0;
  for (const byte of bytes.subarray(from, from + length)) value = value * 256 + byte;
  return value;
}

/** Whole numbers of eight bytes are signed, shorter ones are not; of sixteen only the lower half is ever used. */
function integer(bytes: Uint8Array, from: number, length: number): number {
  check(from + length <= bytes.length);
  if (length < 8) return unsigned(bytes, from, length);
  return Number(new DataView(bytes.buffer, bytes.byteOffset + from + length - 8, 8).getBigInt64(0));
}

function real(bytes: Uint8Array, from: number, length: number): number {
  check((length === 4 || length === 8) && from + length <= bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset + from, length);
  return length === 4 ? view.getFloat32(0) : view.getFloat64(0);
}

interface Layout {
  readonly bytes: Uint8Array;
  readonly offsetSize: number;
  readonly referenceSize: number;
  readonly count: number;
  readonly table: number;
  readonly done: Map<number, PlistValue>;
  /** References followed so far: many long arrays over the same bytes would otherwise cost the square of the file. */
  readonly followed: { count: number };
}

/** Reads one object. An object is read once however often it is referred to; one that contains itself runs into the limit of depth. */
function readObject(layout: Layout, index: number, depth: number): PlistValue {
  const { bytes, done } = layout;
  check(index < layout.count && depth < plistLimits.depth);
  const known = done.get(index);
  if (known !== undefined) return known;
  const at = unsigned(bytes, layout.table + index * layout.offsetSize, layout.offsetSize);
  check(at >= 8 && at < layout.table);
  const value = readAt(layout, at, depth);
  done.set(index, value);
  return value;
}

/** How many, and where the content begins: 15 in the marker says that an integer with the length follows. */
function lengthAt(bytes: Uint8Array, at: number): { readonly length: number; readonly start: number } {
  const short = (bytes[at] ?? 0) & 0x0f;
  if (short !== 0x0f) return { length: short, start: at + 1 };
  const marker = bytes[at + 1] ?? 0;
  check(marker >> 4 === 1 && (marker & 0x0f) <= 3);
  const size = 2 ** (marker & 0x0f);
  return { length: unsigned(bytes, at + 2, size), start: at + 2 + size };
}

function readAt(layout: Layout, at: number, depth: number): PlistValue {
  const { bytes, referenceSize } = layout;
  const marker = bytes[at] ?? 0;
  const low = marker & 0x0f;
  const { length, start } = marker >> 4 >= 4 && marker >> 4 !== 8 ? lengthAt(bytes, at) : { length: 0, start: at + 1 };
  const content = (size: number) => {
    check(start + size <= layout.table);
    return bytes.subarray(start, start + size);
  };
  const references = (from: number, howMany: number) => {
    content((from + howMany) * referenceSize);
    layout.followed.count += howMany;
    check(layout.followed.count <= plistLimits.values);
    return Array.from({ length: howMany }, (_, place) =>
      readObject(layout, unsigned(bytes, start + (from + place) * referenceSize, referenceSize), depth + 1),
    );
  };
  switch (marker >> 4) {
    case 0x0:
      check(low === 8 || low === 9);
      return low === 9;
    case 0x1:
      check(low <= 4);
      return integer(bytes, start, 2 ** low);
    case 0x2:
      return real(bytes, start, 2 ** low);
    case 0x3: {
      const date = isoDate(appleEpoch + real(bytes, start, 8) * 1000);
      check(low === 3 && date !== null);
      return { date };
    }
    case 0x4:
      return content(length).slice();
    case 0x5:
      return String.fromCharCode(...chunked(content(length)));
    case 0x6:
      return new TextDecoder("utf-16be").decode(content(length * 2));
    case 0x8:
      return unsigned(bytes, start, low + 1);
    case 0xa:
      return references(0, length);
    case 0xd: {
      const keys = references(0, length);
      const values = references(length, length);
      return new Map(
        keys.map((key, place) => {
          const value = values[place];
          check(typeof key === "string" && value !== undefined);
          return [key, value] as const;
        }),
      );
    }
    default:
      throw new Damaged("an object of a kind that is not known");
  }
}

/** A text longer than the arguments that a function can take is none of a settings file. */
function chunked(bytes: Uint8Array): Uint8Array {
  check(bytes.length <= 65_536);
  return bytes;
}

/**
 * The value of a binary property list ("bplist00"): objects, a table of their places, and a trailer of 32 bytes that tells where the table is.
 * @throws Error for a damaged one.
 */
export function readBinaryPlist(bytes: Uint8Array): PlistValue {
  check(bytes.length > 8 + trailerLength);
  const trailer = bytes.length - trailerLength;
  const offsetSize = bytes[trailer + 6] ?? 0;
  const referenceSize = bytes[trailer + 7] ?? 0;
  const count = unsigned(bytes, trailer + 8, 8);
  const top = unsigned(bytes, trailer + 16, 8);
  const table = unsigned(bytes, trailer + 24, 8);
  check(count > 0 && count <= plistLimits.values && table >= 8 && table + count * offsetSize <= trailer && referenceSize > 0);
  return readObject({ bytes, offsetSize, referenceSize, count, table, done: new Map(), followed: { count: 0 } }, top, 0);
}
