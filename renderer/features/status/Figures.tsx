import type { ReactNode } from "react";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { type Text, type TextKey, useText } from "../../app/useText.ts";
import type { ShownLight } from "../check/shownLight.ts";

function runTime({ run }: Snapshot, light: ShownLight, { t, times }: Text): string {
  if (light.kind === "checking" || run === null || run.finishedAt === null) return t("screen.figures.none");
  const time = times.clock(run.finishedAt);
  return run.durationMs === null ? time : t("screen.figures.at.value", { time, seconds: (run.durationMs / 1000).toFixed(1) });
}

function validity({ decision }: Snapshot, light: ShownLight, { t, times }: Text): string {
  if (decision === null) return t("screen.figures.none");
  const time = times.short(decision.validUntil);
  if (light.kind === "expired") return t("screen.figures.until.over", { time });
  return light.kind === "decided" ? t("screen.figures.until.value", { time }) : t("screen.figures.none");
}

/** When it was checked, how long it holds, and how much of it was measured, declared, or could not be seen. */
export function Figures({ snapshot, light }: { readonly snapshot: Snapshot; readonly light: ShownLight }) {
  const text = useText();
  const { t, both } = text;
  const coverage = light.kind === "decided" ? light.decision.coverage : null;
  const count = (value: number | undefined) => value ?? t("screen.figures.none");
  const { policy } = snapshot;
  const figures: readonly (readonly [TextKey, ReactNode])[] = [
    ["screen.figures.at", runTime(snapshot, light, text)],
    ["screen.figures.until", validity(snapshot, light, text)],
    ["screen.figures.measured", count(coverage?.evaluated)],
    ["screen.figures.declared", count(coverage?.declared)],
    ["screen.figures.unknown", count(coverage?.unknown)],
    ["screen.figures.policy", t("screen.policy", { title: both(policy.title), revision: policy.revision })],
    ["screen.figures.origin", t(`policy.origin.${policy.origin}`)],
  ];
  return (
    <dl className="figures" aria-label={t("screen.figures")}>
      {figures.map(([label, value]) => (
        // A wrapper would break the two columns; dt and dd may stand side by side.
        <FigureRow key={label} label={t(label)} value={value} />
      ))}
    </dl>
  );
}

function FigureRow({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
