import { createHash } from "node:crypto";
import type { ExceptionRequest } from "../../../shared/exceptions.ts";
import { canonicalJson } from "../../../shared/report/canonicalJson.ts";
import { crockford } from "../crockford.ts";
import { sha256 } from "../digest.ts";

/** Texts that a person typed. A letter may hold only their beginning, so they enter the digest of a request by their own digest. */
export const typedTexts = ["reason", "compensatingMeasure", "subject", "approver", "ticket"] as const;
export type TypedText = (typeof typedTexts)[number];

/** A request in which every typed text stands as its digest ("sha256-…"). */
export type DigestedRequest = Omit<ExceptionRequest, TypedText> & { readonly [T in TypedText]?: string | undefined };

export interface Bound {
  readonly policy: { readonly id: string; readonly revision: number };
  /** Random, so that the same words asked for twice are two requests, and nothing of the PC goes in. */
  readonly nonce: string;
}

export function digested(request: ExceptionRequest): DigestedRequest {
  const digests = typedTexts.flatMap((name) => {
    const text = request[name];
    return text === undefined ? [] : [[name, sha256(text)] as const];
  });
  return { ...request, ...Object.fromEntries(digests) };
}

/** What an approval is bound to: 256 bits over the whole request, the policy that it was made under and its nonce. */
export function requestDigest(request: DigestedRequest, { policy, nonce }: Bound): Buffer {
  const content = canonicalJson({ schema: "preflight-request/1", request, policy: { id: policy.id, revision: policy.revision }, nonce });
  return createHash("sha256").update(content).digest();
}

/** "RQ-7K4Q2MXD": the first 40 bits of the digest, to be read out over the phone. */
export function requestCode(digest: Uint8Array): string {
  return `RQ-${crockford(digest, 8)}`;
}
