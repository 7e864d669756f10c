/** Crockford's base 32: no I, L, O, U, so that it is read out over the phone without mistakes (https://www.crockford.com/base32.html). */
export const crockfordDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `length` characters of it from the first bits of `bytes`. Needs 5 bits a character. */
export function crockford(bytes: Uint8Array, length: number): string {
  let text = "";
  for (let index = 0; index < length; index++) {
    const bit = index * 5;
    const two = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += crockfordDigits[(two >> (11 - (bit & 7))) & 31];
  }
  return text;
}
