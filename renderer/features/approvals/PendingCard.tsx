import type { PendingRequest } from "../../../shared/approvals.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { type Sentence, useText } from "../../app/useText.ts";
import { ExceptionParts } from "../exceptions/ExceptionParts.tsx";
import { timeLeft } from "../exceptions/timeLeft.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { Handover } from "./Handover.tsx";
import { WithdrawButton } from "./WithdrawButton.tsx";

interface PendingCardProps {
  readonly pending: PendingRequest;
  readonly policyTexts: Snapshot["policyTexts"];
  readonly now: number;
  readonly onDone: (said: Sentence) => void;
}

/** A request that waits: what was asked for, what goes to the helpdesk, and the place for the answer. */
export function PendingCard({ pending, policyTexts, now, onDone }: PendingCardProps) {
  const { t, say, times, checkTitle } = useText();
  const { code, request, expiresAt } = pending;
  const isOver = Date.parse(expiresAt) <= now;
  const left = `${t("screen.approvals.until", { time: times.full(expiresAt) })} · ${say(timeLeft(expiresAt, now))}`;
  return (
    <li className="exception card">
      <h4 className="exception-title">{checkTitle(request.checkId)}</h4>
      <p className="exception-end">{isOver ? t("screen.approvals.over") : left}</p>
      <ExceptionParts
        asked={request}
        activities={policyTexts.activities}
        last={{ label: "screen.approvals.end", value: times.full(request.endsAt) }}
      />
      {isOver ? null : (
        <>
          <Handover pending={pending} policyTexts={policyTexts} />
          <AnswerForm
            pending={pending}
            approvalBy={policyTexts.exceptions.approvalBy}
            onApproved={() => onDone({ key: "screen.approvals.approved", params: { code } })}
          />
          <WithdrawButton code={code} onDone={onDone} />
        </>
      )}
    </li>
  );
}
