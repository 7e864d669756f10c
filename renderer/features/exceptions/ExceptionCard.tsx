import { type StandingEntry, standingGroup } from "../../../shared/exceptionStandings.ts";
import type { ExceptionRecord } from "../../../shared/exceptions.ts";
import type { Activity } from "../../../shared/policy/schema.ts";
import { type Text, useText } from "../../app/useText.ts";
import { Tag } from "../../ui/Tag.tsx";
import { ExceptionParts } from "./ExceptionParts.tsx";
import { RevokeButton } from "./RevokeButton.tsx";
import { timeLeft } from "./timeLeft.ts";

interface ExceptionCardProps {
  readonly exception: ExceptionRecord;
  /** How it stands. Absent: it has just come, and nothing is known yet. */
  readonly entry: StandingEntry | undefined;
  readonly activities: readonly Activity[];
  readonly now: number;
}

function endWords({ revokedAt }: ExceptionRecord, end: string, now: number, { t, say, times }: Text): string {
  if (revokedAt !== undefined) return t("screen.exceptions.revoked.at", { time: times.full(revokedAt) });
  if (Date.parse(end) <= now) return t("screen.exceptions.ended.at", { time: times.full(end) });
  return `${t("screen.exceptions.until", { time: times.full(end) })} · ${say(timeLeft(end, now))}`;
}

/** Everything that an exception holds: what it is for, why, what is done instead, who agreed, until when. */
export function ExceptionCard({ exception, entry, activities, now }: ExceptionCardProps) {
  const text = useText();
  const { t, checkTitle } = text;
  const approver = exception.approvedBy ? t(`screen.approvals.by.${exception.approvedBy}`, { name: exception.approver ?? "" }) : exception.approver;
  const approval = [approver, exception.ticket].filter((part) => part !== undefined).join(" · ");
  const group = standingGroup(entry, now);
  return (
    <li className="exception card">
      <h4 className="exception-title">
        {checkTitle(exception.checkId)} <Tag>{exception.id}</Tag>
      </h4>
      <p className="exception-end">{endWords(exception, entry?.until ?? exception.endsAt, now, text)}</p>
      {group === "ended" || entry === undefined ? null : <p>{t(`exception.standing.${entry.standing}`)}</p>}
      <ExceptionParts
        asked={exception}
        activities={activities}
        last={{ label: "screen.exceptions.approval", value: approval === "" ? t("screen.figures.none") : approval }}
      />
      {group === "ended" ? null : <RevokeButton id={exception.id} />}
    </li>
  );
}
