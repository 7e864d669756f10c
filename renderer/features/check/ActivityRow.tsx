import type { Clearance, Light } from "../../../shared/decision.ts";
import type { Activity } from "../../../shared/policy/schema.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { type TextKey, useText } from "../../app/useText.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { focusFinding } from "./openFinding.ts";
import type { ShownLight } from "./shownLight.ts";

interface ActivityRowProps {
  readonly activity: Activity;
  readonly policy: Snapshot["policyTexts"];
  readonly light: ShownLight;
}

const stateWords: { readonly [L in Light]: TextKey } = {
  go: "screen.activity.go",
  caution: "screen.activity.caution",
  stop: "screen.activity.stop",
};

function CheckLinks({ label, checks }: { readonly label: string; readonly checks: readonly string[] }) {
  const { checkTitle } = useText();
  return (
    <p className="activity-reason">
      {label}{" "}
      {checks.map((id) => (
        <span key={id} className="activity-check">
          <button type="button" className="link-button" onClick={() => focusFinding(id)}>
            {checkTitle(id)}
          </button>{" "}
        </span>
      ))}
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

/** One activity: may it start now, why, and until when. Starting it is not this app's part yet, so there is no button that pretends to. */
export function ActivityRow({ activity, policy, light }: ActivityRowProps) {
  const { t, both, times } = useText();
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
        {activity.note ? <p className="activity-reason">{both(activity.note)}</p> : null}
      </div>
      <p className="activity-state">
        <strong className={clearance ? `icon-${clearance.light}` : "icon-quiet"}>
          {t(clearance ? stateWords[clearance.light] : "screen.activity.none")}
        </strong>
        {clearance && clearance.light !== "stop" ? <span>{t("screen.activity.until", { time: times.short(clearance.validUntil) })}</span> : null}
      </p>
    </li>
  );
}
