/** What people send instead of a report, by the first bytes of the format's own specification. */
export const fileKinds = ["empty", "pdf", "picture", "zip", "mail", "other"] as const;
export type FileKind = (typeof fileKinds)[number];

const starts: readonly (readonly [kind: FileKind, bytes: string])[] = [
  ["picture", "\x89PNG\r\n\x1a\n"],
  ["picture", "\xff\xd8\xff"],
  ["picture", "GIF8"],
  ["picture", "BM"],
  ["zip", "PK\x03\x04"],
  ["zip", "PK\x05\x06"],
];

// The header fields of RFC 5322, or a page that was taken out of a mail without its quoted-printable (RFC 2045) being undone.
const mail =
  /^(?:(?:return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|x-[a-z-]+):[ \t]|[\s\S]{0,200}<html[^>]{0,80}=3D)/i;

/**
 * A file that is no report and says so in its first bytes: there is nothing in it to verify, which is another thing than a report that was changed.
 * Null: none of these ("other" is for its caller, who knows what a report must hold). Reads the first kilobyte alone.
 */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (head.trim() === "" && bytes.byteLength <= 1024) return "empty";
  // ISO 32000-2, 7.5.2: readers accept the header anywhere in the first 1,024 bytes.
  if (/^[^<{]{0,1000}%PDF-\d/.test(head)) return "pdf";
  const [binary] = starts.find(([, start]) => head.startsWith(start)) ?? [];
  if (binary !== undefined) return binary;
  return mail.test(head) ? "mail" : null;
}
