import { digested, requestCode, requestDigest } from "../../electron/services/approvals/requestDigest.ts";
import { writeLetter } from "../../electron/services/approvals/requestLetter.ts";
import type { PendingRequest } from "../../shared/approvals.ts";
import type { ExceptionRequest } from "../../shared/exceptions.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { policyTexts } from "./policyTexts.ts";
import { noon, stopSnapshot } from "./snapshots.ts";

const minutesAfterNoon = (minutes: number) => new Date(Date.parse(noon) + minutes * 60_000).toISOString();

/** A request that waits, with a real number and letter. Invented data. */
export function pendingRequest(part: Partial<ExceptionRequest> = {}, nonce = "0123456789abcdef0123456789abcdef"): PendingRequest {
  const request: ExceptionRequest = {
    checkId: "wifi-security",
    activityId: "mail",
    networkId: "net-7k4q2mxd",
    reason: "出張先でほかの回線が使えず、本日中の見積もり提出が必要なため",
    compensatingMeasure: "画面をほかの人に見せず、終わったらすぐに切断する",
    endsAt: minutesAfterNoon(600),
    ...part,
  };
  const bound = { policy: { id: "company", revision: 3 }, nonce };
  const code = requestCode(requestDigest(digested(request), bound));
  return { code, request, createdAt: noon, expiresAt: minutesAfterNoon(24 * 60), letter: writeLetter(code, request, bound), triesLeft: 5 };
}

/** A stop in a company where these accept exceptions. */
export function approvalSnapshot(
  approvalBy: Snapshot["policyTexts"]["exceptions"]["approvalBy"],
  requests: readonly PendingRequest[] = [],
): Snapshot {
  const contacts: Snapshot["policyTexts"]["contacts"] = [
    { id: "desk", for: "helpdesk", name: { ja: "情報システム窓口", en: "IT helpdesk" }, phone: "03-0000-0000" },
  ];
  const exceptions = { ...policyTexts.exceptions, approvalBy };
  return stopSnapshot({ requests: [...requests], policyTexts: { ...policyTexts, contacts, exceptions } });
}
