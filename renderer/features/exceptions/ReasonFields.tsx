import type { PolicyTexts } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Field } from "../../ui/Field.tsx";
import { lengthOf } from "./requestForm.ts";
import type { Request } from "./useRequest.ts";

/** Why it is needed, with the count that the policy asks for, and what is done instead. */
export function ReasonFields({ request, limits }: { readonly request: Request; readonly limits: PolicyTexts["exceptions"] }) {
  const { t, say } = useText();
  const { draft, errors, change } = request;
  const min = limits.minReasonLength;
  return (
    <>
      <Field
        label={t("screen.request.reason")}
        hint={t("screen.request.reason.hint", { min })}
        error={errors.reason && say(errors.reason)}
        note={t("screen.request.reason.count", { count: lengthOf(draft.reason), min })}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            maxLength={2000}
            required
            value={draft.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("screen.request.measure")} hint={t("screen.request.measure.hint")} error={errors.measure && say(errors.measure)}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={2}
            maxLength={2000}
            required
            value={draft.measure}
            onChange={(event) => change({ measure: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
