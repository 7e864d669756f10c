import type { ExceptionRequest } from "../../../shared/exceptions.ts";
import type { CallOutput } from "../../../shared/ipc/contract.ts";
import type { Moment } from "../clock.ts";
import { refuseException } from "../exceptionRules.ts";
import { exceptionsFile, grantedStep, newException, writeExceptions } from "../exceptions.ts";
import { exceptionOnHost } from "../hostTimes.ts";
import type { ApprovalContext } from "./approvalContext.ts";
import { type Examined, examineAnswer } from "./examineAnswer.ts";
import type { KeptRequest } from "./keptRequest.ts";
import { approvedStep, type RequestStep, refusedStep, requestSteps } from "./requestSteps.ts";
import { maxTries, requestsFile, writeRequests } from "./requests.ts";

/** Refused answers that the journal takes for one request: enough to see what happened, too few to fill the disk. */
const maxRefusedSteps = 50;

type Answer = CallOutput<"requests.answer">;
type Refused = Extract<Answer, { ok: false }>;
type Approved = Extract<Examined, { ok: true }>;

/** The request with the helpdesk's word in it. An approval may shorten it, never lengthen it. */
function approvedRequest({ request }: KeptRequest, { approver, endsAt }: Approved): ExceptionRequest {
  const end = endsAt !== undefined && Date.parse(endsAt) < Date.parse(request.endsAt) ? endsAt : request.endsAt;
  return { ...request, approver: approver ?? "helpdesk code", endsAt: end };
}

async function refuse(
  refusal: Refused,
  kept: KeptRequest,
  rest: readonly KeptRequest[],
  { store }: ApprovalContext,
  moment: Moment,
): Promise<Answer> {
  const counted = refusal.code === "wrong-code";
  const steps = requestSteps(store.journal.reading());
  const told = steps.filter(({ type, code }) => type === "answer-refused" && code === kept.code).length;
  // In the journal before anybody hears that the code was wrong.
  if (counted || told < maxRefusedSteps) await store.journal.append([refusedStep(kept.code, refusal.code, counted)], moment);
  if (!counted) return refusal;
  const tried = { ...kept, tries: kept.tries + 1, triedAt: moment.at.toISOString() };
  await store.follow(requestsFile, () => writeRequests(store.folder, [tried, ...rest]));
  return { ...refusal, triesLeft: Math.max(0, maxTries - tried.tries) };
}

/**
 * Takes the helpdesk's answer to a request and grants the exception: journal first, then files. `readSecret` is asked only when it is needed.
 * Never throws.
 */
export async function answerRequest(
  code: string,
  answer: string,
  context: ApprovalContext & { readonly readSecret: () => Promise<Uint8Array | null> },
): Promise<Answer> {
  const { store, policy } = context;
  try {
    return await store.exclusively(async (): Promise<Answer> => {
      const { requests, exceptions, clock } = await store.read();
      const moment = clock.moment();
      const { at: now, aheadMs } = moment;
      const hostNow = clock.host();
      const kept = requests.open.find((one) => one.code === code);
      if (kept === undefined) return { ok: false, code: "unknown-request" };
      // Behind a break nothing can be proved, and a try that cannot be written down must not be answered.
      if (!requests.replaceable || !exceptions.replaceable || !store.journal.reading().verification.ok)
        return { ok: false, code: "state-unwritable" };
      const rest = requests.open.filter((one) => one !== kept);
      const steps: readonly RequestStep[] = requestSteps(store.journal.reading());
      const examined = examineAnswer(answer, kept, { policy, secret: await context.readSecret(), steps, now, hostNow });
      if (!examined.ok) return refuse(examined, kept, rest, context, moment);
      const request = approvedRequest(kept, examined);
      const refusal = refuseException(request, { ...context, now: hostNow, way: "helpdesk" });
      if (refusal) {
        const { code: why, limit } = refusal;
        if (why === "state-unwritable") return { ok: false, code: why };
        return refuse({ ok: false, code: why, ...(limit === undefined ? {} : { limit }) }, kept, rest, context, moment);
      }
      const exception = { ...newException(request, policy, moment), approvedBy: examined.way };
      const { way, keyId, approval } = examined;
      const by = { way, ...(keyId === undefined ? {} : { keyId }), ...(approval === undefined ? {} : { approval }) };
      await store.journal.append([approvedStep(code, exception, by), grantedStep(exception)], moment);
      await store.follow(exceptionsFile, () => writeExceptions(store.folder, [exception, ...exceptions.kept]));
      // The journal has it as answered already.
      await store.follow(requestsFile, () => writeRequests(store.folder, rest));
      return { ok: true, exception: exceptionOnHost(exception, aheadMs) };
    });
  } catch {
    return { ok: false, code: "state-unwritable" };
  }
}
