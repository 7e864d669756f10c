import type { ExceptionRecord } from "../../../shared/exceptions.ts";
import { outsideText } from "../../app/outsideText.ts";
import { useText } from "../../app/useText.ts";
import { useNow } from "../../ui/useNow.ts";
import { RevokeButton } from "../exceptions/RevokeButton.tsx";
import { timeLeft } from "../exceptions/timeLeft.ts";

/** The exception that covers a finding: until when, what was promised instead, and the way to end it. */
export function ExceptionBox({ exception, until }: { readonly exception: ExceptionRecord; readonly until: string }) {
  const { t, say, times } = useText();
  const now = useNow(30_000);
  return (
    <div className="exception-box">
      <p>
        <strong>{exception.id}</strong> · {t("screen.exceptions.until", { time: times.full(until) })} （{say(timeLeft(until, now))}）
      </p>
      <p>
        {t("screen.exceptions.measure")}: <bdi>{outsideText(exception.compensatingMeasure)}</bdi>
      </p>
      <RevokeButton id={exception.id} />
    </div>
  );
}
