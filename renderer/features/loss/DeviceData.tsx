import type { Snapshot } from "../../../shared/snapshot.ts";
import { factsOf } from "../../app/facts.ts";
import { outsideText } from "../../app/outsideText.ts";
import { type TextKey, useText } from "../../app/useText.ts";

/** What the helpdesk asks of the PC that is gone. What could not be seen is said, never left out. */
export function DeviceData({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, times } = useText();
  const fact = factsOf(snapshot)["device-identity"];
  const device = fact?.observation.kind === "known" ? fact.observation.value : null;
  const maker = [device?.manufacturer, device?.model].filter((part) => part).join(" ");
  const shown = (value: string | null | undefined) => (value ? <bdi>{outsideText(value)}</bdi> : t("screen.loss.device.unknown"));
  const rows: readonly (readonly [TextKey, string | null | undefined])[] = [
    ["screen.loss.device.hostname", device?.hostname],
    ["screen.loss.device.user", device?.user],
    ["screen.loss.device.maker", maker],
    ["screen.loss.device.serial", device?.serial],
    ["screen.loss.device.assetTag", device?.assetTag],
  ];
  return (
    <section className="card loss-part" aria-labelledby="loss-device">
      <h3 id="loss-device">{t("screen.loss.device")}</h3>
      {fact === undefined ? (
        <p>{t("screen.loss.device.none")}</p>
      ) : (
        <dl className="loss-device">
          {rows.map(([label, value]) => (
            <div key={label} className="loss-way">
              <dt>{t(label)}</dt>
              <dd>{shown(value)}</dd>
            </div>
          ))}
          <div className="loss-way">
            <dt>{t("screen.loss.device.at")}</dt>
            <dd>{times.full(fact.at)}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}
