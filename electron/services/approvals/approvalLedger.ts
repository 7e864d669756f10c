import { open } from "node:fs/promises";
import type { ExceptionRequest } from "../../../shared/exceptions.ts";
import { canonicalJson } from "../../../shared/report/canonicalJson.ts";
import type { ApprovalPayload } from "./approvalText.ts";

interface LedgerEntry {
  readonly payload: ApprovalPayload;
  /** As far as the letter held it. */
  readonly request: ExceptionRequest;
  /** Texts that were too long for the letter: of them only the beginning was read. */
  readonly shortened: readonly string[];
  readonly policy: { readonly id: string; readonly revision: number };
  readonly approval: string;
}

/**
 * Notes at the approver's what was signed: one line of JSON (https://jsonlines.org/), always behind the others, on the disk before this returns.
 * @throws the system's error; then the approval must not be handed out.
 */
export async function noteApproval(file: string, entry: LedgerEntry): Promise<void> {
  const handle = await open(file, "a", 0o600);
  try {
    await handle.appendFile(`${canonicalJson({ schema: "preflight-approved/1", ...entry })}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
