import type { Snapshot } from "../../../shared/snapshot.ts";
import { factsOf } from "../../app/facts.ts";
import { type TextKey, useText } from "../../app/useText.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { type Leg, linkLeg, type Tone, vpnLeg } from "./route.ts";
import type { Rows } from "./rows.ts";
import "./RouteStrip.css";

const toneIcon: { readonly [T in Tone]: IconName | null } = {
  good: "go",
  caution: "caution",
  bad: "stop",
  unknown: "unknown",
  neutral: null,
  waiting: "wait",
};
const toneWord: { readonly [T in Tone]: TextKey | null } = {
  good: "screen.tone.good",
  caution: "screen.tone.caution",
  bad: "screen.tone.bad",
  unknown: "screen.tone.unknown",
  neutral: null,
  waiting: null,
};

function Node({ icon, label }: { readonly icon: IconName; readonly label: string }) {
  return (
    <li className="route-node">
      <Icon name={icon} />
      {label}
    </li>
  );
}

function LegItem({ leg }: { readonly leg: Leg }) {
  const { t, say } = useText();
  const icon = toneIcon[leg.tone];
  const word = toneWord[leg.tone];
  return (
    <li className={`route-leg route-${leg.tone}`}>
      <span className="route-label">
        {icon === null ? null : <Icon name={icon} />}
        {word === null ? null : <span className="visually-hidden">{t(word)}: </span>}
        <bdi>{say(leg.sentence)}</bdi>
      </span>
    </li>
  );
}

/** This PC, the link, the internet, the VPN, the company: a picture that is a list, and reads as one. */
export function RouteStrip({ snapshot, rows }: { readonly snapshot: Snapshot; readonly rows: Rows }) {
  const { t } = useText();
  const facts = factsOf(snapshot);
  const running = snapshot.phase.kind === "running";
  const findings = [...rows.groups.flatMap(({ problems, passed }) => [...problems, ...passed])];
  return (
    <section aria-labelledby="route-title">
      <h2 id="route-title" className="section-title">
        {t("screen.route")}
      </h2>
      <ol className="route card" aria-label={t("screen.route.list")}>
        <Node icon="laptop" label={t("screen.route.pc")} />
        <LegItem leg={linkLeg(facts, findings, running)} />
        <Node icon="globe" label={t("screen.route.internet")} />
        <LegItem leg={vpnLeg(facts, findings, running)} />
        <Node icon="building" label={t("screen.route.company")} />
      </ol>
    </section>
  );
}
