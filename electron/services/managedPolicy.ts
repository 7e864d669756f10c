import { constants } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { assertNever } from "../../shared/assertNever.ts";
import { type BoundedFile, type FileStanding, readBoundedFile } from "./boundedFile.ts";
import { errorCode, errorDetail } from "./errorDetail.ts";
import type { Proof } from "./managed/proof.ts";
import { maxPolicyBytes } from "./policy/limits.ts";
import { verifyPolicySignature } from "./policySignature.ts";

/** Why a managed policy that is there is not used. */
export const policyRefusalCodes = [
  "folder-unexaminable",
  "folder-untrusted",
  "missing",
  "unreadable",
  "untrusted-file",
  "unsigned",
  "key-missing",
  "pinned-key-unusable",
  "signature-wrong",
  "oversize",
  "invalid",
  "downgraded",
  "managed-gone",
] as const;
export type PolicyRefusalCode = (typeof policyRefusalCodes)[number];

export interface PolicyRefusal {
  readonly code: PolicyRefusalCode;
  /** The file or folder that is the reason. */
  readonly file: string;
  /** Technical words for the helpdesk. */
  readonly detail: string;
}

export type ManagedPolicy =
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly refusal: PolicyRefusal }
  /** `proved`: it is known to be the organisation's, by a pinned key or by who owns the folder. */
  | { readonly kind: "signed"; readonly bytes: Buffer; readonly file: string; readonly proved: boolean };

const policyName = "policy.yaml";
const signatureName = "policy.yaml.sig";
const keyName = "policy.pub";
/** Put there by an administrator alone: this PC is no longer managed. */
export const releaseName = "unmanaged";
/** All that the organisation puts into its folder. */
export const managedFileNames = [policyName, signatureName, keyName] as const;

/** Who may own the managed folder: root. On Windows Node reports 0 for everything; what is known there is in the proof. */
export interface Trust extends Proof {
  readonly owners: readonly number[];
}

function untrusted({ uid, mode }: FileStanding, trust: Trust): string | null {
  if (process.platform === "win32") return null;
  if (!trust.owners.includes(uid)) return `owned by user ${uid}, not by root`;
  return (mode & 0o022) === 0 ? null : `writable by others (mode ${(mode & 0o777).toString(8)})`;
}

/** "absent", or null when it can be relied on. A folder that cannot be looked into is not the same as none. */
async function examineFolder(folder: string, trust: Trust): Promise<"absent" | PolicyRefusal | null> {
  try {
    const handle = await open(folder, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0));
    try {
      const stat = await handle.stat();
      if (!stat.isDirectory()) return { code: "folder-untrusted", file: folder, detail: "not a folder" };
      const problem = untrusted(stat, trust);
      return problem === null ? null : { code: "folder-untrusted", file: folder, detail: problem };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return "absent";
    // Windows does not open folders this way; there the files are examined one by one.
    if (process.platform === "win32" && (code === "EISDIR" || code === "EPERM" || code === "EACCES")) return null;
    if (code === "ELOOP" || code === "ENOTDIR") return { code: "folder-untrusted", file: folder, detail: "a symbolic link or not a folder" };
    return { code: "folder-unexaminable", file: folder, detail: errorDetail(error) };
  }
}

/** The bytes, or why not; `whenMissing` names what the lack of this file means. */
function bytesOf(read: BoundedFile, file: string, whenMissing: PolicyRefusalCode, trust: Trust): Buffer | PolicyRefusal {
  switch (read.outcome) {
    case "read": {
      const problem = untrusted(read.standing, trust);
      return problem === null ? read.bytes : { code: "untrusted-file", file, detail: problem };
    }
    case "missing":
      return { code: whenMissing, file, detail: "not there" };
    case "too-large":
      return { code: "oversize", file, detail: `larger than ${maxPolicyBytes} bytes` };
    case "not-regular":
      return { code: "untrusted-file", file, detail: "a symbolic link or not a regular file" };
    case "unreadable":
      return { code: "unreadable", file, detail: read.detail };
    default:
      return assertNever(read);
  }
}

/** Where the machine's policy names a key, there is a policy: files that are not there were taken away. */
function absent({ pinned }: Trust, folder: string): ManagedPolicy {
  if (pinned.kind === "none" || pinned.kind === "not-read") return { kind: "absent" };
  return { kind: "refused", refusal: { code: "missing", file: path.join(folder, policyName), detail: `${pinned.place} says that there is one` } };
}

/** Somebody else than the administrators owns one of these (null: the folder), or may change it. */
function ofOthers(folder: string, names: readonly (string | null)[], { ownerOf }: Trust): PolicyRefusal | null {
  for (const name of names) {
    const owned = ownerOf(name);
    if (owned.kind !== "others") continue;
    return name === null
      ? { code: "folder-untrusted", file: folder, detail: owned.detail }
      : { code: "untrusted-file", file: path.join(folder, name), detail: owned.detail };
  }
  return null;
}

/** The organisation's policy as signed bytes, or why it is not used. Absent only when none of its three files is there and no key pinned. Never throws. */
export async function readManagedPolicy(folder: string, trust: Trust): Promise<ManagedPolicy> {
  const { pinned } = trust;
  const standing = await examineFolder(folder, trust);
  if (standing === "absent") return absent(trust, folder);
  if (standing !== null) return { kind: "refused", refusal: standing };
  const file = (name: string) => path.join(folder, name);
  const [policy, signature, key] = await Promise.all([
    readBoundedFile(file(policyName), maxPolicyBytes),
    readBoundedFile(file(signatureName), 4096),
    readBoundedFile(file(keyName), 4096),
  ]);
  if ([policy, signature, key].every(({ outcome }) => outcome === "missing")) return absent(trust, folder);
  if (pinned.kind === "unusable") return { kind: "refused", refusal: { code: "pinned-key-unusable", file: pinned.place, detail: pinned.detail } };
  // A pinned key counts instead of the one beside the policy, whatever that is.
  const names = pinned.kind === "pinned" ? [null, policyName, signatureName] : [null, ...managedFileNames];
  const others = ofOthers(folder, names, trust);
  if (others !== null) return { kind: "refused", refusal: others };
  const policyBytes = bytesOf(policy, file(policyName), "missing", trust);
  if (!Buffer.isBuffer(policyBytes)) return { kind: "refused", refusal: policyBytes };
  const signatureBytes = bytesOf(signature, file(signatureName), "unsigned", trust);
  if (!Buffer.isBuffer(signatureBytes)) return { kind: "refused", refusal: signatureBytes };
  const keyBytes = pinned.kind === "pinned" ? Buffer.from(pinned.publicPem) : bytesOf(key, file(keyName), "key-missing", trust);
  if (!Buffer.isBuffer(keyBytes)) return { kind: "refused", refusal: keyBytes };
  if (!verifyPolicySignature(policyBytes, signatureBytes.toString("latin1"), keyBytes.toString("latin1"))) {
    const by = pinned.kind === "pinned" ? pinned.place : keyName;
    return { kind: "refused", refusal: { code: "signature-wrong", file: file(signatureName), detail: `does not fit ${policyName} and ${by}` } };
  }
  const proved = pinned.kind === "pinned" || names.every((name) => trust.ownerOf(name).kind === "ours");
  return { kind: "signed", bytes: policyBytes, file: file(policyName), proved };
}

/** Another file of the managed folder; whose it and the folder are must be proved. Null: not there, or not to be relied on. Never throws. */
export async function readManagedFile(folder: string, name: string, maxBytes: number, trust: Trust): Promise<Buffer | null> {
  if ((await examineFolder(folder, trust)) !== null) return null;
  if ([null, name].some((one) => trust.ownerOf(one).kind !== "ours")) return null;
  const file = path.join(folder, name);
  const bytes = bytesOf(await readBoundedFile(file, maxBytes), file, "missing", trust);
  return Buffer.isBuffer(bytes) ? bytes : null;
}
