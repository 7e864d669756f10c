import type { ApprovalRefusal } from "../../../shared/approvals.ts";
import type { HelpdeskWay } from "../../../shared/approvalWays.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import { helpdeskWays } from "../exceptionRules.ts";
import { readAnswer } from "./answerText.ts";
import { readApproval } from "./approvalText.ts";
import type { KeptRequest } from "./keptRequest.ts";
import { digested, requestDigest } from "./requestDigest.ts";
import type { RequestStep } from "./requestSteps.ts";
import { isExpired, maxTries } from "./requests.ts";
import { isShortCode, isShortCodeOfOtherTime } from "./shortCode.ts";

const weekMs = 7 * 86_400_000;

export interface AnswerSources {
  readonly policy: Policy;
  /** null: this PC has none that can be relied on. */
  readonly secret: Uint8Array | null;
  readonly steps: readonly RequestStep[];
  /** The records' time: it never goes back. */
  readonly now: Date;
  /** The PC's own clock, which the helpdesk's is compared with. */
  readonly hostNow: Date;
}

export type Examined =
  | {
      readonly ok: true;
      readonly way: HelpdeskWay;
      /** Absent: the helpdesk's code, which names nobody. */
      readonly approver?: string;
      readonly endsAt?: string;
      readonly keyId?: string;
      readonly approval?: string;
    }
  | { readonly ok: false; readonly code: ApprovalRefusal; readonly limit?: number };

const refused = (code: ApprovalRefusal, limit?: number): Examined => (limit === undefined ? { ok: false, code } : { ok: false, code, limit });

function examineSigned(text: string, kept: KeptRequest, { policy, hostNow }: AnswerSources): Examined {
  const approval = readApproval(text);
  if (approval === null) return refused("not-an-approval");
  const { payload } = approval;
  const key = policy.exceptions.approval.keys.find(({ id }) => id === payload.keyId);
  if (key === undefined) return refused("unknown-key");
  // The signature first: what an unsigned text says of itself is nothing to go by.
  if (!approval.isSignedBy(key.key)) return refused("bad-signature");
  const digest = requestDigest(digested(kept.request), kept).toString("hex");
  if (payload.code !== kept.code || payload.request !== digest) return refused("other-request");
  if (Date.parse(payload.expiresAt) <= hostNow.getTime()) return refused("approval-expired");
  const approver = payload.approver === undefined ? key.name : `${key.name} · ${payload.approver}`;
  const endsAt = payload.endsAt === undefined ? {} : { endsAt: payload.endsAt };
  return { ok: true, way: "signed", approver: approver.slice(0, 200), keyId: key.id, approval: text, ...endsAt };
}

/** Seconds until the next code may be tried: 1 after the first wrong one, then twice as long each time. A clock that went back only makes it longer. */
function secondsToWait({ tries, triedAt }: KeptRequest, now: Date): number {
  if (triedAt === null || tries === 0) return 0;
  return Math.max(0, Math.ceil((Date.parse(triedAt) + 2 ** (tries - 1) * 1000 - now.getTime()) / 1000));
}

function examineCode(given: string, kept: KeptRequest, { policy, secret, steps, now, hostNow }: AnswerSources): Examined {
  if (secret === null) return refused("way-not-allowed");
  if (kept.tries >= maxTries) return refused("too-many-tries");
  const wait = secondsToWait(kept, now);
  if (wait > 0) return refused("too-soon", wait);
  const { codesPerWeek } = policy.exceptions.approval;
  // Those from the future count too: a clock that went back must not make room.
  const accepted = steps.filter(({ type, way, at }) => type === "approved" && way === "code" && Date.parse(at) > now.getTime() - weekMs);
  if (accepted.length >= codesPerWeek) return refused("codes-used-up", codesPerWeek);
  if (isShortCode(given, secret, kept.code, hostNow)) return { ok: true, way: "code" };
  // Right at another time: it has run out, or one of the two clocks is wrong. Nobody guesses 40 bits this way, so it costs no try.
  return refused(isShortCodeOfOtherTime(given, secret, kept.code, hostNow) ? "code-expired" : "wrong-code");
}

/** Whether this answer, as it was typed or pasted, approves this request. Pure; never throws. */
export function examineAnswer(answer: string, kept: KeptRequest, sources: AnswerSources): Examined {
  if (isExpired(kept, sources.now)) return refused("request-expired");
  const read = readAnswer(answer);
  if (read === null) return refused("not-an-approval");
  const ways = helpdeskWays(sources.policy);
  if (read.kind === "approval") return ways.includes("signed") ? examineSigned(read.text, kept, sources) : refused("way-not-allowed");
  return ways.includes("code") ? examineCode(read.code, kept, sources) : refused("way-not-allowed");
}
