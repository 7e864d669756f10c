import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { ActivityRow } from "./ActivityRow.tsx";
import type { ShownLight } from "./shownLight.ts";
import "./Activities.css";

/** What may be done now, activity by activity. Without a current decision none of them shows a light. */
export function Activities({ snapshot, light }: { readonly snapshot: Snapshot; readonly light: ShownLight }) {
  const { t } = useText();
  const { activities } = snapshot.policyTexts;
  return (
    <section aria-labelledby="activities-title">
      <h2 id="activities-title" className="section-title">
        {t("screen.activities")}
      </h2>
      {activities.length === 0 ? <p className="card activity-none">{t("screen.activities.empty")}</p> : null}
      <ul className="activities">
        {activities.map((activity) => (
          <ActivityRow key={activity.id} activity={activity} snapshot={snapshot} light={light} />
        ))}
      </ul>
    </section>
  );
}
