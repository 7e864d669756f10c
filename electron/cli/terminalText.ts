import { jsonEscape, steering, steeringOrBreak } from "../../shared/steering.ts";

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09) return " ";
  // The block Control Pictures holds a drawing of every C0 control, in the same order.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/**
 * Text from outside (an SSID, a file name, a policy's sentence) made harmless for the terminal: one line, nothing invisible, nothing that moves
 * the cursor. Every string that Preflight did not write itself passes here before it is printed.
 */
export function terminalText(text: string): string {
  return text.replace(steeringOrBreak, visible);
}

/** JSON that is safe to print on a terminal too: the same data, with those characters written as \uXXXX. */
export function terminalJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(steering, (character) => jsonEscape(character).toLowerCase());
}
