import type { ExceptionRecord } from "../../../shared/exceptions.ts";
import type { Activity } from "../../../shared/policy/schema.ts";
import { outsideText } from "../../app/outsideText.ts";
import { type Text, type TextKey, useText } from "../../app/useText.ts";
import { Tag } from "../../ui/Tag.tsx";
import { RevokeButton } from "./RevokeButton.tsx";
import { isOpen, timeLeft } from "./timeLeft.ts";

interface ExceptionCardProps {
  readonly exception: ExceptionRecord;
  readonly activities: readonly Activity[];
  readonly now: number;
}

function endWords({ revokedAt, endsAt }: ExceptionRecord, now: number, { t, say, times }: Text): string {
  if (revokedAt !== undefined) return t("screen.exceptions.revoked.at", { time: times.full(revokedAt) });
  if (Date.parse(endsAt) <= now) return t("screen.exceptions.ended.at", { time: times.full(endsAt) });
  return `${t("screen.exceptions.until", { time: times.full(endsAt) })} · ${say(timeLeft(endsAt, now))}`;
}

/** Everything that an exception holds: what it is for, why, what is done instead, who agreed, until when. */
export function ExceptionCard({ exception, activities, now }: ExceptionCardProps) {
  const text = useText();
  const { t, both, checkTitle } = text;
  const activity = activities.find(({ id }) => id === exception.activityId);
  const scope = [
    exception.activityId === undefined ? t("screen.exceptions.scope.all") : activity ? both(activity.title) : exception.activityId,
    t(exception.networkId === undefined ? "screen.exceptions.scope.anywhere" : "screen.exceptions.scope.network"),
    ...(exception.subject === undefined ? [] : [exception.subject]),
  ];
  const approver = exception.approvedBy ? t(`screen.approvals.by.${exception.approvedBy}`, { name: exception.approver ?? "" }) : exception.approver;
  const approval = [approver, exception.ticket].filter((part) => part !== undefined).join(" · ");
  const parts: readonly (readonly [TextKey, string])[] = [
    ["screen.exceptions.reason", exception.reason],
    ["screen.exceptions.measure", exception.compensatingMeasure],
    ["screen.exceptions.scope", scope.join(" · ")],
    ["screen.exceptions.approval", approval === "" ? t("screen.figures.none") : approval],
  ];
  return (
    <li className="exception card">
      <h4 className="exception-title">
        {checkTitle(exception.checkId)} <Tag>{exception.id}</Tag>
      </h4>
      <p className="exception-end">{endWords(exception, now, text)}</p>
      <dl className="exception-parts">
        {parts.map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd className="outside">{outsideText(value)}</dd>
          </div>
        ))}
      </dl>
      {isOpen(exception, now) ? <RevokeButton id={exception.id} /> : null}
    </li>
  );
}
