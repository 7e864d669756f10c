import path from "node:path";
import { z } from "zod";
import { readBoundedFile } from "../boundedFile.ts";
import { sha256 } from "../digest.ts";
import type { JournalReading } from "../journal.ts";
import { writeFileAtomically } from "../jsonFile.ts";
import { maxPolicyBytes } from "./limits.ts";

const name = "policy.last.yaml";
const changeSchema = z.looseObject({ origin: z.string(), digest: z.string(), refused: z.string().nullable(), released: z.boolean().optional() });

/**
 * The digest of the managed policy that was last in force on this PC, as the journal has it; null: none ever was, or an administrator has released the PC
 * since. Entries behind a break count too: they can only make it stricter. Pure.
 */
export function lastManagedDigest({ entries }: Pick<JournalReading, "entries">): string | null {
  for (const { kind, data } of entries.toReversed()) {
    const change = kind === "policy-change" ? changeSchema.safeParse(data) : null;
    if (!change?.success) continue;
    if (change.data.released === true) return null;
    if (change.data.origin === "managed" && change.data.refused === null) return change.data.digest;
  }
  return null;
}

/** The bytes of that policy, where they are kept and are those. Null: not there, or others. Never throws. */
export async function readLastManaged(stateFolder: string, digest: string): Promise<Buffer | null> {
  const read = await readBoundedFile(path.join(stateFolder, name), maxPolicyBytes);
  return read.outcome === "read" && sha256(read.bytes) === digest ? read.bytes : null;
}

/** Keeps the policy in force for when its files are gone. The caller holds the folder's lock. @throws the system's error. */
export async function keepLastManaged(stateFolder: string, bytes: Uint8Array, digest: string): Promise<void> {
  if ((await readLastManaged(stateFolder, digest)) !== null) return;
  await writeFileAtomically(stateFolder, name, Buffer.from(bytes).toString("utf8"));
}
