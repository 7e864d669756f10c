import { createHmac } from "node:crypto";

/** Turns a text into one of the same kind, keyed: the same text gives the same answer, and nobody finds the text without the key. */
export type Stream = (kind: string, value: string) => Uint8Array;

/** 64 bytes for a value, from the key of this PC (64 hexadecimal digits). */
export function keyedStream(key: string): Stream {
  return (kind, value) => createHmac("sha512", Buffer.from(key, "hex")).update(`${kind}\0${value}`).digest();
}

const letters = "abcdefghijklmnopqrstuvwxyz";
// Words by which a telephone's hotspot is recognised say nothing about a person, and a verdict may rest on them.
const hints = /iphone|ipad|android|galaxy|pixel|xperia|aquos/giu;

/** Letters become letters, digits digits; signs and spaces stay. Letters beyond ASCII become ASCII ones. Upper and lower case are kept apart, so that a name written in another case stays the same name. */
export function sameShape(text: string, kind: string, stream: Stream): string {
  const kept = [...text.matchAll(hints)].map(({ index, 0: word }) => [index, index + word.length] as const);
  const plain = text.normalize("NFC").toLowerCase();
  let at = 0;
  let position = 0;
  return [...text]
    .map((character) => {
      const here = position;
      position += character.length;
      if (kept.some(([from, to]) => here >= from && here < to)) return character;
      if (!/[\p{L}\p{N}\p{M}\p{S}]/u.test(character) || (character.charCodeAt(0) < 128 && !/[a-z0-9]/i.test(character))) return character;
      const bytes = stream(`${kind} ${Math.floor(at / 32)}`, plain);
      const number = (bytes[(at % 32) * 2] ?? 0) * 256 + (bytes[(at % 32) * 2 + 1] ?? 0);
      at++;
      if (/\d/.test(character)) return String(number % 10);
      const letter = letters[number % 26] ?? "x";
      return /\p{Lu}/u.test(character) ? letter.toUpperCase() : letter;
    })
    .join("");
}
