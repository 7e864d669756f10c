import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Notice } from "../../ui/Notice.tsx";

/** Programs that run although their work may not start now. */
export function Guarded({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, both } = useText();
  const titleOf = (id: string) => {
    const activity = snapshot.policyTexts.activities.find((one) => one.id === id);
    return activity ? both(activity.title) : id;
  };
  return (
    <div role="status">
      {snapshot.guarded.map(({ id, title, activityId, asked }) => (
        <Notice key={id} tone="stop">
          <p>{t(asked ? "screen.guarded.asked" : "screen.guarded", { app: both(title), activity: titleOf(activityId) })}</p>
        </Notice>
      ))}
    </div>
  );
}
