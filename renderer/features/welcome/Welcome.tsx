import { type ComponentType, useState } from "react";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { type TextKey, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { ScreenTitle } from "../../ui/ScreenTitle.tsx";
import { LanguageStep } from "./LanguageStep.tsx";
import { OwnPcStep } from "./OwnPcStep.tsx";
import { PromiseStep } from "./PromiseStep.tsx";
import "./Welcome.css";

const steps: readonly { readonly title: TextKey; readonly content: ComponentType<{ readonly snapshot: Snapshot }> }[] = [
  { title: "screen.welcome.language", content: LanguageStep },
  { title: "screen.welcome.pc", content: OwnPcStep },
  { title: "screen.welcome.promise", content: PromiseStep },
];

/** The first start: three short steps, while the check already runs behind them. It can be left at any of them, and never keeps anybody from the light. */
export function Welcome({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const { endWelcome } = useActions();
  const [at, setAt] = useState(0);
  const step = steps[at] ?? steps[0];
  if (step === undefined) return null;
  const last = at >= steps.length - 1;
  const Content = step.content;
  return (
    <main className="welcome">
      <h1 className="welcome-name">{t("screen.welcome")}</h1>
      <p className="welcome-progress">{t("screen.welcome.progress", { step: at + 1, of: steps.length })}</p>
      <section key={step.title} className="card welcome-step" aria-labelledby="welcome-title">
        <ScreenTitle id="welcome-title">{t(step.title)}</ScreenTitle>
        <Content snapshot={snapshot} />
      </section>
      <div className="welcome-buttons">
        {at > 0 ? <Button onPress={() => setAt(at - 1)}>{t("screen.welcome.back")}</Button> : null}
        <Button primary onPress={() => (last ? endWelcome() : setAt(at + 1))}>
          {t(last ? "screen.welcome.end" : "screen.welcome.next")}
        </Button>
        {last ? null : <Button onPress={endWelcome}>{t("screen.welcome.skip")}</Button>}
      </div>
    </main>
  );
}
