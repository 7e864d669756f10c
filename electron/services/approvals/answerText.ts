/** What people's keyboards make of a hyphen: hyphens and dashes of all lengths, the minus sign, the long-vowel mark of Japanese input. */
const dashes = /[\u2010-\u2015\u2212\u30fc]/g;
/** White space, and what has no width: mail programs and chats put them into long words. */
const gaps = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Typed or pasted text as one word: full-width characters become plain ones (NFKC), dashes hyphens, gaps and line breaks go. */
export function squeezed(text: string): string {
  return text.normalize("NFKC").replace(dashes, "-").replace(gaps, "");
}

export type Answer = { readonly kind: "approval"; readonly text: string } | { readonly kind: "code"; readonly code: string };

/** Letters that Crockford's base 32 leaves out because they are read as these digits. */
function crockfordDigits(text: string): string {
  return text.toUpperCase().replaceAll("-", "").replaceAll("O", "0").replace(/[IL]/g, "1");
}

/** What the helpdesk's answer is, as it was typed or pasted; null: neither an approval nor a short code. Never throws. */
export function readAnswer(text: string): Answer | null {
  const word = squeezed(text);
  // 64 bytes of signature are 86 digits of base64url; whatever words follow are not part of it.
  const approval = /PFAP1\.[A-Za-z0-9_-]{20,3000}\.[A-Za-z0-9_-]{86}/.exec(word)?.[0];
  if (approval !== undefined) return { kind: "approval", text: approval };
  const code = crockfordDigits(word);
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? { kind: "code", code } : null;
}

/** "RQ-7K4Q2MXD" from what a person typed, in whatever case and width; null: not such a code. */
export function readRequestCode(text: string): string | null {
  const digits = crockfordDigits(squeezed(text)).replace(/^RQ(?=.{8}$)/, "");
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(digits) ? `RQ-${digits}` : null;
}
