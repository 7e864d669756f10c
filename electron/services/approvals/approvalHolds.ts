import { assertNever } from "../../../shared/assertNever.ts";
import type { ExceptionRecord } from "../../../shared/exceptions.ts";
import { exceptionRequestSchema } from "../../../shared/exceptions.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import { readApproval } from "./approvalText.ts";
import { digested, requestDigest } from "./requestDigest.ts";
import type { RequestStep } from "./requestSteps.ts";

/** The parts of an exception that the helpdesk signed for. */
const signedParts = ["checkId", "subject", "activityId", "networkId", "reason", "compensatingMeasure"] as const;

function signatureHolds(record: ExceptionRecord, policy: Policy, steps: readonly RequestStep[]): boolean {
  const approved = steps.find(({ type, id, way }) => type === "approved" && id === record.id && way === "signed");
  const asked = steps.find(({ type, code }) => type === "requested" && code === approved?.code);
  const request = exceptionRequestSchema.safeParse(asked?.["request"]);
  const approval = readApproval(approved?.approval ?? "");
  const nonce = asked?.["nonce"];
  if (!request.success || approval === null || typeof nonce !== "string") return false;
  const { payload } = approval;
  const key = policy.exceptions.approval.keys.find(({ id }) => id === payload.keyId);
  if (key === undefined || !approval.isSignedBy(key.key)) return false;
  const made = asked?.["policy"] as { readonly id: string; readonly revision: number };
  if (requestDigest(digested(request.data), { policy: made, nonce }).toString("hex") !== payload.request) return false;
  const longest = Math.min(Date.parse(request.data.endsAt), Date.parse(payload.endsAt ?? request.data.endsAt));
  // What was asked and signed is on the PC's clock of then, what is kept in the records' time.
  return Date.parse(record.endsAt) - (approved?.aheadMs ?? 0) <= longest && signedParts.every((part) => record[part] === request.data[part]);
}

/**
 * Whether an exception that the journal has still rests on the helpdesk's word. A signature is verified anew at every judgement, with the
 * keys of the policy in force: whoever writes into the journal gains nothing, and a key that the policy drops takes its approvals with it.
 */
export function approvalHolds(record: ExceptionRecord, policy: Policy, steps: readonly RequestStep[]): boolean {
  switch (record.approvedBy) {
    case undefined:
      return true;
    case "code":
      return steps.some(({ type, id, way }) => type === "approved" && id === record.id && way === "code");
    case "signed":
      return signatureHolds(record, policy, steps);
    default:
      return assertNever(record.approvedBy);
  }
}
