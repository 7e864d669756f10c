import type { PolicyTexts } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Field } from "../../ui/Field.tsx";
import { endOf } from "./requestForm.ts";
import type { Request } from "./useRequest.ts";

/** Who agreed, and until when. */
export function TermFields({ request, limits }: { readonly request: Request; readonly limits: PolicyTexts["exceptions"] }) {
  const { t, say, times } = useText();
  const { draft, errors, change } = request;
  const end = endOf(draft.lastDay, limits.maxDays, Date.now());
  return (
    <>
      <div className="request-approval">
        {draft.way === "helpdesk" ? null : (
          <Field
            label={t("screen.request.approver")}
            hint={limits.needApproval ? t("screen.request.approval.hint") : undefined}
            error={errors.approver && say(errors.approver)}
          >
            {(control) => (
              <input
                {...control}
                className="input"
                maxLength={200}
                value={draft.approver}
                onChange={(event) => change({ approver: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label={t("screen.request.ticket")}>
          {(control) => (
            <input {...control} className="input" maxLength={200} value={draft.ticket} onChange={(event) => change({ ticket: event.target.value })} />
          )}
        </Field>
      </div>
      <Field
        label={t("screen.request.end")}
        hint={t("screen.request.end.hint", { days: limits.maxDays })}
        error={errors.lastDay && say(errors.lastDay)}
        note={end === null ? undefined : t("screen.request.end.chosen", { time: times.full(new Date(end).toISOString()) })}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            type="date"
            required
            value={draft.lastDay}
            onChange={(event) => change({ lastDay: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
