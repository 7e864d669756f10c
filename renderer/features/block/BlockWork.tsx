import type { Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { ShownLight } from "../check/shownLight.ts";

/** What may be done although the light says stop: started from here, or room is made for it. */
export function BlockWork({ snapshot, light }: { readonly snapshot: Snapshot; readonly light: ShownLight }) {
  const { t, both, times } = useText();
  const { startActivity, stepAside } = useActions();
  const clearances = light.kind === "decided" ? light.decision.clearances : [];
  const cleared = snapshot.policyTexts.activities.flatMap((activity) => {
    const clearance = clearances.find(({ activityId }) => activityId === activity.id);
    return clearance === undefined || clearance.light === "stop" ? [] : [{ activity, clearance }];
  });
  return (
    <section aria-labelledby="block-work">
      <h2 id="block-work" className="section-title">
        {t("screen.block.work")}
      </h2>
      {cleared.length === 0 ? <p>{t(light.kind === "checking" ? "screen.activity.wait" : "screen.block.work.none")}</p> : null}
      <ul className="block-list">
        {cleared.map(({ activity, clearance }) => (
          <li key={activity.id} className="card">
            <Icon name={clearance.light} className={`icon-${clearance.light}`} />
            <span className="block-words">
              <strong>{both(activity.title)}</strong> <span>{t(`screen.activity.${clearance.light}`)}</span>{" "}
              <span>{t("screen.activity.until", { time: times.short(clearance.validUntil) })}</span>
            </span>
            <Button of={both(activity.title)} onPress={() => void (activity.startable ? startActivity(activity.id) : stepAside(activity.id))}>
              {t(activity.startable ? "screen.activity.start" : "screen.block.make-room")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
