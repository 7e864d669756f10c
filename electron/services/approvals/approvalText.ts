import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { pendingRequestSchema } from "../../../shared/approvals.ts";
import { plainJson } from "../../../shared/plainJson.ts";
import { canonicalJson } from "../../../shared/report/canonicalJson.ts";

const prefix = "PFAP1.";

const payloadSchema = z.strictObject({
  schema: z.literal("preflight-approval/1"),
  code: pendingRequestSchema.shape.code,
  /** Hex digest of the request: the code alone is too short to be signed for. */
  request: z.string().regex(/^[0-9a-f]{64}$/),
  keyId: z.string().max(64),
  /** Who approved, in the approver's own words. */
  approver: z.string().trim().min(1).max(100).optional(),
  approvedAt: z.iso.datetime(),
  /** May shorten the exception, never lengthen it. */
  endsAt: z.iso.datetime().optional(),
  /** After this the approval is no longer accepted. */
  expiresAt: z.iso.datetime(),
});
export type ApprovalPayload = z.infer<typeof payloadSchema>;

/** The bytes that are signed begin with the kind of text, so that no signature over a policy is ever one over an approval. */
const signedBytes = (body: string) => Buffer.from(prefix + body, "latin1");

/**
 * "PFAP1.<payload>.<signature>", both base64url; Ed25519 (RFC 8032).
 * @throws Error when the key cannot be read or is not an Ed25519 key.
 */
export function signApproval(payload: ApprovalPayload, privatePem: string): string {
  const key = createPrivateKey(privatePem);
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`an Ed25519 key is needed, this is ${key.asymmetricKeyType ?? "another kind"}`);
  const body = Buffer.from(canonicalJson(payloadSchema.parse(payload)), "utf8").toString("base64url");
  return `${prefix}${body}.${sign(null, signedBytes(body), key).toString("base64url")}`;
}

export interface ReadApproval {
  readonly payload: ApprovalPayload;
  /** True only for a signature by this key (32 bytes in base64) over exactly this payload. Never throws. */
  isSignedBy(publicKey: string): boolean;
}

/** The public half of a key as the policy lists it: 32 bytes in base64. @throws Error when the PEM is not an Ed25519 key. */
export function rawPublicKey(pem: string): string {
  const key = createPublicKey(pem);
  const { x } = key.asymmetricKeyType === "ed25519" ? key.export({ format: "jwk" }) : {};
  if (x === undefined) throw new Error("an Ed25519 key is needed");
  return Buffer.from(x, "base64url").toString("base64");
}

function publicKeyOf(base64: string): KeyObject {
  return createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(base64, "base64").toString("base64url") } });
}

/** Null: not the text of an approval. A payload that can be read proves nothing before `isSignedBy`. Never throws. */
export function readApproval(text: string): ReadApproval | null {
  const [, body = "", signature = ""] = /^PFAP1\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})$/.exec(text) ?? [];
  try {
    const content = plainJson(Buffer.from(body, "base64url").toString("utf8"));
    const parsed = content.ok ? payloadSchema.safeParse(content.value) : null;
    if (!parsed?.success) return null;
    return {
      payload: parsed.data,
      isSignedBy(publicKey) {
        try {
          return verify(null, signedBytes(body), publicKeyOf(publicKey), Buffer.from(signature, "base64url"));
        } catch {
          return false;
        }
      },
    };
  } catch {
    return null;
  }
}
