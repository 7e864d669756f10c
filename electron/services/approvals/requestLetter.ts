import { z } from "zod";
import { pendingRequestSchema } from "../../../shared/approvals.ts";
import { type ExceptionRequest, exceptionRequestSchema } from "../../../shared/exceptions.ts";
import { plainJson } from "../../../shared/plainJson.ts";
import { canonicalJson } from "../../../shared/report/canonicalJson.ts";
import { sha256 } from "../digest.ts";
import { squeezed } from "./answerText.ts";
import { type Bound, digested, requestCode, requestDigest, type TypedText, typedTexts } from "./requestDigest.ts";

const prefix = "PFRQ1.";

/** UTF-8 bytes of each text that a letter holds, so that the whole fits into a QR code that a phone can read from a screen. */
const maxBytes: { readonly [T in TypedText]: number } = { reason: 360, compensatingMeasure: 360, subject: 160, approver: 90, ticket: 60 };

const shortened = z.strictObject({ start: z.string().max(400), digest: z.string().regex(/^sha256-[0-9a-f]{64}$/) });
const inLetter = z.union([z.string().max(400), shortened]);
const letterSchema = z.strictObject({
  schema: z.literal("preflight-request/1"),
  code: pendingRequestSchema.shape.code,
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  policy: z.strictObject({ id: z.string().max(64), revision: z.number().int() }),
  request: exceptionRequestSchema.extend({
    reason: inLetter,
    compensatingMeasure: inLetter,
    subject: inLetter.optional(),
    approver: inLetter.optional(),
    ticket: inLetter.optional(),
  }),
});

/** The whole text, or its beginning (never half a character) and the digest of all of it. */
function fitted(text: string, max: number): z.infer<typeof inLetter> {
  if (Buffer.byteLength(JSON.stringify(text)) - 2 <= max) return text;
  let start = "";
  for (const character of text) {
    if (Buffer.byteLength(JSON.stringify(start + character)) - 2 > max) break;
    start += character;
  }
  return { start, digest: sha256(text) };
}

/** The text for the QR code: "PFRQ1." and base64url of canonical JSON. Nothing of the person or the PC but what was typed into the request. */
export function writeLetter(code: string, request: ExceptionRequest, { policy, nonce }: Bound): string {
  const texts = typedTexts.flatMap((name) => {
    const text = request[name];
    return text === undefined ? [] : [[name, fitted(text, maxBytes[name])] as const];
  });
  const content = { schema: "preflight-request/1", code, nonce, policy: { id: policy.id, revision: policy.revision } };
  const json = canonicalJson({ ...content, request: { ...request, ...Object.fromEntries(texts) } });
  return prefix + Buffer.from(json, "utf8").toString("base64url");
}

export interface Letter extends Bound {
  readonly code: string;
  /** Hex. */
  readonly digest: string;
  /** As far as the letter holds it: a text that was too long has only its beginning here. */
  readonly request: ExceptionRequest;
  readonly shortened: readonly TypedText[];
}

/** Reads a letter as it was typed, pasted or scanned. Null: not a letter, or one whose code is not that of its content. Never throws. */
export function readLetter(text: string): Letter | null {
  const match = /PFRQ1\.([A-Za-z0-9_-]{20,8000})/.exec(squeezed(text));
  if (!match) return null;
  try {
    const content = plainJson(Buffer.from(match[1] ?? "", "base64url").toString("utf8"));
    const parsed = content.ok ? letterSchema.safeParse(content.value) : null;
    if (!parsed?.success) return null;
    const { code, nonce, policy, request: held } = parsed.data;
    const long = typedTexts.filter((name) => typeof held[name] === "object");
    const each = (pick: (text: z.infer<typeof inLetter>) => string) =>
      Object.fromEntries(
        typedTexts.flatMap((name) => {
          const value = held[name];
          return value === undefined ? [] : [[name, pick(value)] as const];
        }),
      );
    const request: ExceptionRequest = exceptionRequestSchema.parse({ ...held, ...each((one) => (typeof one === "string" ? one : one.start)) });
    const digests = { ...digested(request), ...each((one) => (typeof one === "string" ? sha256(one) : one.digest)) };
    const digest = requestDigest(digests, { policy, nonce });
    return requestCode(digest) === code ? { code, nonce, policy, digest: digest.toString("hex"), request, shortened: long } : null;
  } catch {
    return null;
  }
}
