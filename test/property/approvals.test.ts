import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnswer, readRequestCode } from "../../electron/services/approvals/answerText.ts";
import { rawPublicKey, signApproval } from "../../electron/services/approvals/approvalText.ts";
import { examineAnswer } from "../../electron/services/approvals/examineAnswer.ts";
import type { KeptRequest } from "../../electron/services/approvals/keptRequest.ts";
import { digested, requestCode, requestDigest } from "../../electron/services/approvals/requestDigest.ts";
import { readLetter, writeLetter } from "../../electron/services/approvals/requestLetter.ts";
import { shortCodeOf, windowAt } from "../../electron/services/approvals/shortCode.ts";
import { generateKeys } from "../../electron/services/policySignature.ts";
import { type ExceptionRequest, exceptionRequestSchema } from "../../shared/exceptions.ts";
import { companyPolicy, now } from "../support/builders.ts";

const keys = generateKeys();
const secret = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7 + 1));
const base = companyPolicy();
const policy = {
  ...base,
  exceptions: {
    ...base.exceptions,
    approval: {
      by: ["signed" as const, "code" as const],
      keys: [{ id: "desk-1", name: "Desk", key: rawPublicKey(keys.publicPem) }],
      codesPerWeek: 3,
    },
  },
};

const typed = (max: number) =>
  fc
    .oneof(fc.string({ maxLength: max }), fc.string({ unit: "grapheme", maxLength: max }), fc.string({ unit: "binary", maxLength: max }))
    .map((text) => `x${text}`.trim().slice(0, max));
const requests: fc.Arbitrary<ExceptionRequest> = fc
  .record(
    {
      checkId: fc.constantFrom("vpn", "screen-lock", "disk-encryption"),
      reason: typed(2000),
      compensatingMeasure: typed(2000),
      endsAt: fc.constantFrom("2026-11-23T00:00:00.000Z", "2026-11-24T00:00:00+09:00"),
      subject: typed(256),
      activityId: fc.constantFrom("mail", "customer-data"),
      networkId: fc.constantFrom("net-a", "net-b"),
      approver: typed(200),
      ticket: typed(200),
    },
    { requiredKeys: ["checkId", "reason", "compensatingMeasure", "endsAt"] },
  )
  .map((request) => exceptionRequestSchema.parse(request));
const nonces = fc.stringMatching(/^[0-9a-f]{32}$/);

function kept(request: ExceptionRequest, nonce: string, revision = 1): KeptRequest {
  const bound = { policy: { id: policy.id, revision }, nonce };
  const code = requestCode(requestDigest(digested(request), bound));
  return { ...bound, code, request, createdAt: now.toISOString(), expiresAt: "2026-11-22T12:00:00.000Z", tries: 0, triedAt: null };
}
function approval(one: KeptRequest): string {
  const read = readLetter(writeLetter(one.code, one.request, one));
  if (read === null) throw new Error("the letter cannot be read back");
  const times = { approvedAt: now.toISOString(), expiresAt: "2026-11-23T00:00:00.000Z" };
  return signApproval({ schema: "preflight-approval/1", code: one.code, request: read.digest, keyId: "desk-1", ...times }, keys.privatePem);
}
const sources = { policy, secret, steps: [], now, hostNow: now };

describe("the letter", () => {
  test("fits into a QR code and binds every character, whatever is typed", () => {
    fc.assert(
      fc.property(requests, nonces, (request, nonce) => {
        const one = kept(request, nonce);
        const letter = writeLetter(one.code, request, one);
        // 2953 bytes: the most that a QR code holds (ISO/IEC 18004, version 40-L, byte mode).
        expect(letter.length).toBeLessThanOrEqual(2953);
        const read = readLetter(letter);
        expect(read).toMatchObject({ code: one.code, nonce, policy: one.policy });
        if (read?.shortened.length === 0) expect(read.request).toEqual(request);
        else for (const name of read?.shortened ?? []) expect(request[name]?.startsWith(read?.request[name]?.trimEnd() ?? "?")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("that was changed in any character is not a letter", () => {
    const one = kept(
      { checkId: "vpn", reason: "The VPN is being repaired today.", compensatingMeasure: "Mail only.", endsAt: "2026-11-23T00:00:00.000Z" },
      "0".repeat(32),
    );
    const letter = writeLetter(one.code, one.request, one);
    fc.assert(
      fc.property(fc.nat(letter.length - 1), fc.constantFrom(..."ABCXYZabcxyz0189-_"), (at, character) => {
        fc.pre(letter[at] !== character);
        const changed = letter.slice(0, at) + character + letter.slice(at + 1);
        const read = readLetter(changed);
        // The last digit of base64 may have bits that mean nothing.
        if (read !== null) expect(Buffer.from(changed.slice(6), "base64url").equals(Buffer.from(letter.slice(6), "base64url"))).toBe(true);
      }),
    );
  });
});

describe("an approval", () => {
  test("fits its own request and never another one", () => {
    fc.assert(
      fc.property(requests, requests, nonces, nonces, fc.constantFrom(1, 2), (first, second, nonce, other, revision) => {
        const [one, two] = [kept(first, nonce), kept(second, other, revision)];
        fc.pre(one.code !== two.code);
        expect(examineAnswer(approval(one), one, sources)).toMatchObject({ ok: true, way: "signed" });
        expect(examineAnswer(approval(one), two, sources)).toEqual({ ok: false, code: "other-request" });
        // Even where somebody found another request with the same number.
        expect(examineAnswer(approval(one), { ...two, code: one.code }, sources)).toEqual({ ok: false, code: "other-request" });
        const code = shortCodeOf(secret, one.code, windowAt(now));
        expect(examineAnswer(code, one, sources)).toEqual({ ok: true, way: "code" });
        expect(examineAnswer(code, two, sources)).toEqual({ ok: false, code: "wrong-code" });
      }),
      { numRuns: 150 },
    );
  });

  test("no text makes the answer throw, and none that was not made with a key or the secret is accepted", () => {
    const one = kept(
      { checkId: "vpn", reason: "The VPN is being repaired today.", compensatingMeasure: "Mail only.", endsAt: "2026-11-23T00:00:00.000Z" },
      "1".repeat(32),
    );
    const right = approval(one);
    const [, body = "", signature = ""] = right.split(".");
    const parts = fc.constantFrom(
      "PFAP1.",
      "PFRQ1.",
      body,
      signature,
      ".",
      "-",
      "RQ-",
      one.code,
      "0000-0000",
      "{}",
      "\u0000",
      "承認",
      Buffer.from("{}").toString("base64url"),
    );
    const answers = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.array(parts, { maxLength: 8 }).map((some) => some.join("")),
      fc.stringMatching(/^[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}$/),
    );
    fc.assert(
      fc.property(answers, (answer) => {
        readRequestCode(answer);
        readLetter(answer);
        const found = readAnswer(answer);
        fc.pre(!(found?.kind === "approval" && found.text === right));
        expect(examineAnswer(answer, one, sources).ok).toBe(
          found?.kind === "code" && [0, 1].some((back) => found.code === shortCodeOf(secret, one.code, windowAt(now) - back)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
