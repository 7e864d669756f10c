import type { Snapshot } from "../../../shared/snapshot.ts";
import { type TextKey, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { ScreenTitle } from "../../ui/ScreenTitle.tsx";
import { useNow } from "../../ui/useNow.ts";
import { Contacts } from "./Contacts.tsx";
import { DeviceData } from "./DeviceData.tsx";
import "./Loss.css";

const steps: readonly TextKey[] = [
  "screen.loss.step.safe",
  "screen.loss.step.call",
  "screen.loss.step.say",
  "screen.loss.step.follow",
  "screen.loss.step.place",
  "screen.loss.step.police",
  "screen.loss.step.note",
];

/** What to do in the first minutes after a loss. Needs no network and no run, and prints on one page. */
export function LossScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, times } = useText();
  const now = useNow(60_000);
  return (
    <div className="loss-card">
      <ScreenTitle>{t("screen.nav.loss")}</ScreenTitle>
      <p className="loss-intro">{t("screen.loss.intro")}</p>
      <div className="loss-print">
        <Button primary onPress={() => window.print()}>
          {t("screen.loss.print")}
        </Button>
      </div>
      <Contacts contacts={snapshot.policyTexts.contacts} />
      <section className="card loss-part" aria-labelledby="loss-steps">
        <h3 id="loss-steps">{t("screen.loss.steps")}</h3>
        <ol className="loss-steps">
          {steps.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ol>
      </section>
      <DeviceData snapshot={snapshot} />
      <p className="loss-printed">{t("screen.loss.printed", { time: times.full(new Date(now).toISOString()) })}</p>
    </div>
  );
}
