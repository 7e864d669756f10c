import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Choices.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Row } from "../check/rows.ts";
import { ReasonFields } from "./ReasonFields.tsx";
import { ScopeFields } from "./ScopeFields.tsx";
import { TermFields } from "./TermFields.tsx";
import { useRequest } from "./useRequest.ts";
import "./Exceptions.css";

/** With the QR code, which the first screen of the morning must not wait for. */
const OpenedRequest = lazy(async () => ({ default: (await import("../approvals/OpenedRequest.tsx")).OpenedRequest }));

interface RequestDialogProps {
  readonly row: Row;
  readonly snapshot: Snapshot;
  readonly onClose: (granted: boolean) => void;
}

/** Asks for an exception for one finding. After a refusal the focus goes to the first field in error, or to what the service said. */
export function RequestDialog({ row, snapshot, onClose }: RequestDialogProps) {
  const { t, say, checkTitle } = useText();
  const { verdict } = row.finding;
  const subject = verdict.status === "fail" ? verdict.subject : undefined;
  const { networkId, policyTexts } = snapshot;
  const asked = useMemo(
    () => ({ checkId: row.info.id, networkId, subject, limits: policyTexts.exceptions }),
    [row.info.id, networkId, subject, policyTexts.exceptions],
  );
  const request = useRequest(asked);
  const form = useRef<HTMLFormElement>(null);
  const message = useRef<HTMLDivElement>(null);
  const { outcome } = request;
  useEffect(() => {
    if (outcome === null) return;
    (form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? message.current)?.focus();
  }, [outcome]);
  const { approvalBy } = policyTexts.exceptions;
  const ways = [
    ...(approvalBy.includes("employee") ? (["employee"] as const) : []),
    ...(approvalBy.some((way) => way !== "employee") ? (["helpdesk"] as const) : []),
  ];
  const submit = async () => {
    if (!request.sending && (await request.submit())) onClose(true);
  };
  const title = `${t("screen.request")}: ${checkTitle(row.info.id)}`;
  if (request.opened !== null) {
    return (
      <Dialog title={title} onClose={() => onClose(false)}>
        <Suspense fallback={<p>{t("screen.request.sending")}</p>}>
          <OpenedRequest
            pending={snapshot.requests.find(({ code }) => code === request.opened?.code) ?? request.opened}
            policyTexts={policyTexts}
            onClose={onClose}
          />
        </Suspense>
      </Dialog>
    );
  }
  const byHelpdesk = request.draft.way === "helpdesk";
  return (
    <Dialog title={title} onClose={() => onClose(false)}>
      <p className="field-hint">{t(byHelpdesk ? "screen.request.intro.helpdesk" : "screen.request.intro")}</p>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {ways.length < 2 ? null : (
          <Choices
            legend={t("screen.request.way")}
            options={ways.map((value) => ({ value, label: t(`screen.request.way.${value}`) }))}
            value={request.draft.way}
            onChoose={(way) => request.change({ way })}
          />
        )}
        <ReasonFields request={request} limits={asked.limits} />
        <ScopeFields request={request} asked={asked} activities={policyTexts.activities} />
        <TermFields request={request} limits={asked.limits} />
        <div ref={message} role="alert" tabIndex={-1} className="request-outcome">
          {outcome === null ? null : (
            <Notice tone="stop">
              <p>
                <strong>{say(outcome.heading)}</strong>
              </p>
              {outcome.sentence ? <p>{say(outcome.sentence)}</p> : null}
              {outcome.rule ? <p className="field-hint">{t("screen.request.rule", { rule: outcome.rule })}</p> : null}
            </Notice>
          )}
        </div>
        <div className="dialog-buttons">
          <Button primary off={request.sending} onPress={() => void submit()}>
            {t(request.sending ? "screen.request.sending" : byHelpdesk ? "screen.request.submit.helpdesk" : "screen.request.submit")}
          </Button>
          <Button onPress={() => onClose(false)}>{t("screen.request.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
