import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { stringify } from "yaml";
import { rawPublicKey, signApproval } from "../../../electron/services/approvals/approvalText.ts";
import { readLetter } from "../../../electron/services/approvals/requestLetter.ts";
import { shortCodeOf, windowAt } from "../../../electron/services/approvals/shortCode.ts";
import { readJournal } from "../../../electron/services/journal.ts";
import { generateKeys } from "../../../electron/services/policySignature.ts";
import type { PendingRequest } from "../../../shared/approvals.ts";
import type { ExceptionRequest } from "../../../shared/exceptions.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import { companyPolicy } from "../../support/builders.ts";
import { minutesAfter, neverLocks, preflightIn, probesAnswering, start } from "../services/world.ts";

export const deskKeys = generateKeys();
export const secretHex = "00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f";
const secret = Buffer.from(secretHex, "hex");

export const asked: ExceptionRequest = {
  checkId: "screen-lock",
  reason: "The new lock setting is rolled out tomorrow.",
  compensatingMeasure: "The PC is locked by hand.",
  endsAt: minutesAfter(60 * 24).toISOString(),
};

type Approval = Policy["exceptions"]["approval"];

/** A PC whose screen never locks, in a company where the helpdesk approves exceptions. */
export interface Desk {
  readonly folder: string;
  readonly clock: { at: Date };
  readonly state: string;
  setPolicy(approval: Partial<Approval>, revision?: number): Promise<void>;
  /** Opened anew, as after a restart, and run once. */
  open(): ReturnType<typeof preflightIn>;
}

export async function deskIn(folder: string, approval: Partial<Approval> = {}): Promise<Desk> {
  const clock = { at: start };
  const openedPolicy = path.join(folder, "policy.yaml");
  const managed = path.join(folder, "managed");
  const setPolicy = async (changes: Partial<Approval>, revision = 1) => {
    const base = companyPolicy();
    const keys = [{ id: "desk-1", name: "IT helpdesk", key: rawPublicKey(deskKeys.publicPem) }];
    const approvalOf = { by: ["signed", "code"] as Approval["by"], keys, codesPerWeek: 3, ...changes };
    await writeFile(openedPolicy, stringify({ ...base, revision, exceptions: { ...base.exceptions, approval: approvalOf } }));
  };
  await setPolicy(approval);
  await mkdir(managed, { recursive: true, mode: 0o755 });
  await writeFile(path.join(managed, "approval.secret"), `${secretHex}\n`, { mode: 0o644 });
  await chmod(managed, 0o755);
  return {
    folder,
    clock,
    state: path.join(folder, "state"),
    setPolicy,
    async open() {
      const probes = probesAnswering(neverLocks);
      const service = await preflightIn(folder, clock, { probes, openedPolicy, trustedOwners: [process.getuid?.() ?? 0] });
      await service.run({});
      return service;
    },
  };
}

export async function opened(service: Awaited<ReturnType<Desk["open"]>>, request: ExceptionRequest = asked): Promise<PendingRequest> {
  const answer = await service.openRequest(request);
  if (!answer.ok) throw new Error(`refused: ${answer.code}`);
  return answer.pending;
}

/** What the helpdesk sends for the letter that it was shown. */
export function signed(
  { letter }: Pick<PendingRequest, "letter">,
  changes: Partial<Parameters<typeof signApproval>[0]> = {},
  key = deskKeys.privatePem,
) {
  const read = readLetter(letter);
  if (read === null) throw new Error("not a letter");
  return signApproval(
    {
      schema: "preflight-approval/1",
      code: read.code,
      request: read.digest,
      keyId: "desk-1",
      approvedAt: start.toISOString(),
      expiresAt: minutesAfter(24 * 60).toISOString(),
      ...changes,
    },
    key,
  );
}

/** What the helpdesk reads out for a number at this time. */
export const spoken = (code: string, at: Date): string => shortCodeOf(secret, code, windowAt(at));
/** A well-formed code that is not the right one. */
export const misspoken = (code: string, at: Date): string => {
  const right = spoken(code, at);
  return `${right.startsWith("0") ? "1" : "0"}${right.slice(1)}`;
};

export async function exceptionSteps(state: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await readJournal(state)).entries.filter(({ kind }) => kind === "exception").map(({ data }) => data);
}
