import { useEffect, useRef, useState } from "react";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { type Sentence, useText } from "../../app/useText.ts";
import { PendingCard } from "./PendingCard.tsx";

/** Requests that wait for the helpdesk, and what became of the last one: its card is gone then, so the focus goes to the sentence. */
export function PendingRequests({ snapshot, now }: { readonly snapshot: Snapshot; readonly now: number }) {
  const { t, say } = useText();
  const [said, setSaid] = useState<Sentence | null>(null);
  const message = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said !== null) message.current?.focus();
  }, [said]);
  const { requests, policyTexts } = snapshot;
  return (
    <>
      <p ref={message} role="status" tabIndex={-1} className={said === null ? "visually-hidden" : "card exception approval-said"}>
        {said === null ? "" : say(said)}
      </p>
      {requests.length === 0 ? null : (
        <>
          <h3 className="section-title">{t("screen.approvals.waiting")}</h3>
          <ul className="exceptions">
            {requests.map((pending) => (
              <PendingCard key={pending.code} pending={pending} policyTexts={policyTexts} now={now} onDone={setSaid} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
