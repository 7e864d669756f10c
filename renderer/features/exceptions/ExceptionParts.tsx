import type { ExceptionRequest } from "../../../shared/exceptions.ts";
import type { Activity } from "../../../shared/policy/schema.ts";
import { outsideText } from "../../app/outsideText.ts";
import { type TextKey, useText } from "../../app/useText.ts";

interface ExceptionPartsProps {
  readonly asked: Pick<ExceptionRequest, "reason" | "compensatingMeasure" | "activityId" | "networkId" | "subject">;
  readonly activities: readonly Pick<Activity, "id" | "title">[];
  /** What else is to be said of it, below the rest. */
  readonly last: { readonly label: TextKey; readonly value: string };
}

/** What was asked for: why, what is done instead, for what. The same for a request and for the exception that it became. */
export function ExceptionParts({ asked, activities, last }: ExceptionPartsProps) {
  const { t, both } = useText();
  const activity = activities.find(({ id }) => id === asked.activityId);
  const scope = [
    asked.activityId === undefined ? t("screen.exceptions.scope.all") : activity ? both(activity.title) : asked.activityId,
    t(asked.networkId === undefined ? "screen.exceptions.scope.anywhere" : "screen.exceptions.scope.network"),
    ...(asked.subject === undefined ? [] : [asked.subject]),
  ];
  const parts: readonly (readonly [TextKey, string])[] = [
    ["screen.exceptions.reason", asked.reason],
    ["screen.exceptions.measure", asked.compensatingMeasure],
    ["screen.exceptions.scope", scope.join(" · ")],
    [last.label, last.value],
  ];
  return (
    <dl className="exception-parts">
      {parts.map(([label, value]) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd className="outside">{outsideText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
