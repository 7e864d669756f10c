import { characterWidth, displayWidth } from "./displayWidth.ts";

// Japanese line breaking (kinsoku, JIS X 4051): these may not begin, or not end, a line.
const notFirst = new Set("、。，．・：；？！）」』】〕》〉］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%％〜…");
const notLast = new Set("（「『【〔《〈［｛([{");

// A katakana word ("セキュリティ") reads badly when it is cut; JIS allows it, people avoid it.
const katakana = /^[ァ-ヺー]$/;

/** Pieces between which a line may break: words, single full-width characters with the marks that belong to them, and spaces. */
function pieces(text: string): readonly string[] {
  const result: string[] = [];
  let current = "";
  for (const character of text) {
    const last = [...current].at(-1);
    const breaksHere =
      last !== undefined &&
      !notLast.has(last) &&
      !notFirst.has(character) &&
      !(katakana.test(last) && katakana.test(character)) &&
      (character === " " || last === " " || characterWidth(character) === 2 || characterWidth(last) === 2);
    if (breaksHere && characterWidth(character) !== 0) {
      result.push(current);
      current = character;
    } else {
      current += character;
    }
  }
  return current === "" ? result : [...result, current];
}

function cut(piece: string, columns: number): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of piece) {
    if (displayWidth(part) + characterWidth(character) > columns && part !== "") {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}

/** Lines of at most `columns`; a word that is longer by itself is cut. Never returns an empty list. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text).flatMap((whole) => (displayWidth(whole) > columns ? cut(whole, columns) : [whole]))) {
    if (line !== "" && displayWidth(line) + displayWidth(piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}
