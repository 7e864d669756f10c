import type { Activity } from "../../../shared/policy/schema.ts";
import { outsideText } from "../../app/outsideText.ts";
import { useText } from "../../app/useText.ts";
import { Choices } from "../../ui/Choices.tsx";
import { Field } from "../../ui/Field.tsx";
import type { Asked } from "./requestForm.ts";
import type { Request } from "./useRequest.ts";

interface ScopeFieldsProps {
  readonly request: Request;
  readonly asked: Asked;
  readonly activities: readonly Activity[];
}

/** How far the exception reaches: which work, which network, exactly this thing or whatever the check finds. */
export function ScopeFields({ request, asked, activities }: ScopeFieldsProps) {
  const { t, say, both } = useText();
  const { draft, errors, change } = request;
  const unknownNetwork = asked.networkId === null;
  return (
    <>
      <Field label={t("screen.request.activity")} error={errors.activity && say(errors.activity)}>
        {(control) => (
          <select {...control} className="input" value={draft.activityId} onChange={(event) => change({ activityId: event.target.value })}>
            <option value="">{t("screen.request.activity.all")}</option>
            {activities.map((activity) => (
              <option key={activity.id} value={activity.id}>
                {both(activity.title)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Choices
        legend={t("screen.request.network")}
        hint={unknownNetwork ? t("screen.request.network.unknown") : undefined}
        options={[
          ...(unknownNetwork ? [] : [{ value: "here" as const, label: t("screen.request.network.here") }]),
          { value: "any" as const, label: t("screen.request.network.any") },
        ]}
        value={draft.network}
        onChoose={(network) => change({ network })}
      />
      {asked.subject === undefined ? null : (
        <Choices
          legend={t("screen.request.subject")}
          options={[
            { value: "this", label: t("screen.request.subject.this", { subject: outsideText(asked.subject) }) },
            { value: "any", label: t("screen.request.subject.any") },
          ]}
          value={draft.subject}
          onChoose={(subject) => change({ subject })}
        />
      )}
    </>
  );
}
