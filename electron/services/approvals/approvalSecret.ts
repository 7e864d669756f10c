import { readManagedFile, type Trust } from "../managedPolicy.ts";

export const approvalSecretFile = "approval.secret";

/** The bytes behind a secret's text: at least 32 bytes in hex, so that nobody takes a password for one. Null: not such a text. */
export function parseApprovalSecret(text: string): Buffer | null {
  const hex = text.replace(/\s/g, "");
  if (!/^(?:[0-9a-fA-F]{2}){32,256}$/.test(hex)) return null;
  const bytes = Buffer.from(hex, "hex");
  // A row of zeros or a word repeated was not drawn by chance: 32 random bytes have fewer than 12 different ones practically never.
  return new Set(bytes).size >= 12 ? bytes : null;
}

/** The secret of this PC for short codes; null when there is none, or none that can be relied on. Read when it is needed and not kept. Never throws. */
export async function readApprovalSecret(managedFolder: string, trust: Trust): Promise<Buffer | null> {
  const bytes = await readManagedFile(managedFolder, approvalSecretFile, 4096, trust);
  return bytes === null ? null : parseApprovalSecret(bytes.toString("latin1"));
}
