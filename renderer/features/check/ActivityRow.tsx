import { useState } from "react";
import type { Clearance, Light } from "../../../shared/decision.ts";
import type { ShownActivity, Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { type TextKey, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { ActivityQuestions } from "./ActivityQuestions.tsx";
import { focusFinding } from "./openFinding.ts";
import type { ShownLight } from "./shownLight.ts";

interface ActivityRowProps {
  readonly activity: ShownActivity;
  readonly snapshot: Snapshot;
  readonly light: ShownLight;
}

const stateWords: { readonly [L in Light]: TextKey } = {
  go: "screen.activity.go",
  caution: "screen.activity.caution",
  stop: "screen.activity.stop",
};

/** More than this many names are a wall of text, and nobody reads them. */
const shownAtOnce = 3;

function CheckLinks({ label, checks }: { readonly label: string; readonly checks: readonly string[] }) {
  const { t, checkTitle } = useText();
  const [all, setAll] = useState(false);
  const shown = all || checks.length <= shownAtOnce + 1 ? checks : checks.slice(0, shownAtOnce);
  const rest = checks.length - shown.length;
  const showAll = (list: HTMLElement | null) => {
    setAll(true);
    // The button is gone then: the keyboard goes on with the first name that it has brought.
    requestAnimationFrame(() => list?.querySelectorAll("button")[shownAtOnce]?.focus());
  };
  return (
    <p className="activity-reason">
      {label}{" "}
      {shown.map((id) => (
        <span key={id} className="activity-check">
          <button type="button" className="link-button" onClick={() => focusFinding(id)}>
            {checkTitle(id)}
          </button>{" "}
        </span>
      ))}
      {rest === 0 ? null : (
        <button type="button" className="link-button" aria-expanded={false} onClick={({ currentTarget }) => showAll(currentTarget.parentElement)}>
          {t("screen.activity.more", { count: rest })}
        </button>
      )}
    </p>
  );
}

function Reason({ clearance, doubted }: { readonly clearance: Clearance; readonly doubted: boolean }) {
  const { t } = useText();
  const { light, blockedBy, cautionedBy, exceptions } = clearance;
  const plain = (key: TextKey) => <p className="activity-reason">{t(key)}</p>;
  return (
    <>
      {blockedBy.length > 0 ? <CheckLinks label={t("screen.activity.blocked")} checks={blockedBy} /> : null}
      {light === "caution" && cautionedBy.length > 0 ? <CheckLinks label={t("screen.activity.cautioned")} checks={cautionedBy} /> : null}
      {light === "stop" && blockedBy.length === 0 ? plain(doubted ? "screen.activity.integrity" : "screen.activity.unruled") : null}
      {light === "caution" && doubted ? plain("screen.activity.integrity.caution") : null}
      {light === "go" ? plain("screen.activity.clear") : null}
      {exceptions.length > 0 ? plain("screen.activity.excepted") : null}
    </>
  );
}

/** One activity: may it start now, why, and until when; with a button where the policy names what to start. */
export function ActivityRow({ activity, snapshot, light }: ActivityRowProps) {
  const { t, both, times } = useText();
  const { startActivity } = useActions();
  const { policyTexts: policy } = snapshot;
  const clearance = light.kind === "decided" ? light.decision.clearances.find(({ activityId }) => activityId === activity.id) : undefined;
  const doubted = light.kind === "decided" && light.decision.integrity.length > 0;
  const tags = { class: both(policy.informationClasses[activity.class].title), method: both(policy.methods[activity.method].title) };
  return (
    <li className="activity card">
      <Icon name={clearance?.light ?? "wait"} className={clearance ? `icon-${clearance.light}` : "icon-quiet"} />
      <div className="activity-words">
        <h3 className="activity-title">
          {both(activity.title)} <Tag>{t("screen.activity.tags", tags)}</Tag>
        </h3>
        {clearance ? <Reason clearance={clearance} doubted={doubted} /> : null}
        {clearance ? null : <p className="activity-reason">{t(light.kind === "expired" ? "screen.activity.expired" : "screen.activity.wait")}</p>}
        {clearance ? <ActivityQuestions clearance={clearance} snapshot={snapshot} of={both(activity.title)} /> : null}
        {activity.note ? <p className="activity-reason">{both(activity.note)}</p> : null}
      </div>
      <div className="activity-side">
        <p className="activity-state">
          <strong className={clearance ? `icon-${clearance.light}` : "icon-quiet"}>
            {t(clearance ? stateWords[clearance.light] : "screen.activity.none")}
          </strong>
          {clearance && clearance.light !== "stop" ? <span>{t("screen.activity.until", { time: times.short(clearance.validUntil) })}</span> : null}
        </p>
        {activity.startable ? (
          <Button
            of={both(activity.title)}
            off={clearance === undefined || clearance.light === "stop"}
            onPress={() => void startActivity(activity.id)}
          >
            {t("screen.activity.start")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
