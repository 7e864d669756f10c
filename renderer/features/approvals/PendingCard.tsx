import type { PendingRequest } from "../../../shared/approvals.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { outsideText } from "../../app/outsideText.ts";
import { type Sentence, type TextKey, useText } from "../../app/useText.ts";
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
  const { t, say, both, times, checkTitle } = useText();
  const { code, request, expiresAt } = pending;
  const isOver = Date.parse(expiresAt) <= now;
  const activity = policyTexts.activities.find(({ id }) => id === request.activityId);
  const scope = [
    request.activityId === undefined ? t("screen.exceptions.scope.all") : activity ? both(activity.title) : request.activityId,
    t(request.networkId === undefined ? "screen.exceptions.scope.anywhere" : "screen.exceptions.scope.network"),
    ...(request.subject === undefined ? [] : [request.subject]),
  ].join(" · ");
  const parts: readonly (readonly [TextKey, string])[] = [
    ["screen.exceptions.reason", request.reason],
    ["screen.exceptions.measure", request.compensatingMeasure],
    ["screen.exceptions.scope", scope],
    ["screen.approvals.end", times.full(request.endsAt)],
  ];
  const left = `${t("screen.approvals.until", { time: times.full(expiresAt) })} · ${say(timeLeft(expiresAt, now))}`;
  return (
    <li className="exception card">
      <h4 className="exception-title">{checkTitle(request.checkId)}</h4>
      <p className="exception-end">{isOver ? t("screen.approvals.over") : left}</p>
      <dl className="exception-parts">
        {parts.map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd className="outside">{outsideText(value)}</dd>
          </div>
        ))}
      </dl>
      {isOver ? null : (
        <>
          <Handover pending={pending} contacts={policyTexts.contacts} />
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
