// Control characters but line feed, marks that turn the direction of writing, spaces without width: they could hide or reorder what is shown.
const invisible = /(?!\n)[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]/gu;

/** Text from outside (an SSID, a file name, the answer of a command) as it may be shown: what cannot be seen becomes "�". */
export function outsideText(text: string): string {
  return text.replace(invisible, "\ufffd");
}
