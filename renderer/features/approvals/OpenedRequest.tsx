import { useEffect, useRef } from "react";
import type { PendingRequest } from "../../../shared/approvals.ts";
import type { PolicyTexts } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { AnswerForm } from "./AnswerForm.tsx";
import { Handover } from "./Handover.tsx";

interface OpenedRequestProps {
  readonly pending: PendingRequest;
  readonly policyTexts: PolicyTexts;
  readonly onClose: (approved: boolean) => void;
}

/** The step after the form: the number, and the answer where it comes while one is still on the phone. */
export function OpenedRequest({ pending, policyTexts, onClose }: OpenedRequestProps) {
  const { t, times } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="approval-step">
        {t("screen.approvals.opened")}
      </h3>
      <p>{t("screen.approvals.opened.next", { time: times.full(pending.expiresAt) })}</p>
      <Handover pending={pending} policyTexts={policyTexts} />
      <AnswerForm pending={pending} approvalBy={policyTexts.exceptions.approvalBy} onApproved={() => onClose(true)} />
      <p className="field-hint">{t("screen.approvals.later")}</p>
      <div className="dialog-buttons">
        <Button onPress={() => onClose(false)}>{t("screen.approvals.close")}</Button>
      </div>
    </>
  );
}
