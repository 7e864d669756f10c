import { Suspense, useEffect, useRef } from "react";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { Language } from "../../app/Language.tsx";
import { Messages } from "../../app/Messages.tsx";
import { useActions, useApp } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { screens } from "../../app/views.ts";
import { Button } from "../../ui/Button.tsx";
import { ProgressRing } from "../../ui/ProgressRing.tsx";
import { nextStep } from "../check/nextStep.ts";
import { useShown } from "../check/useShown.ts";
import { Announcer } from "../status/Announcer.tsx";
import { Lamps } from "../status/Lamps.tsx";
import { wordsOf } from "../status/words.ts";
import { BlockFinding } from "./BlockFinding.tsx";
import { BlockHelp } from "./BlockHelp.tsx";
import { BlockWork } from "./BlockWork.tsx";
import "../check/Findings.css";
import "../status/StatusPanel.css";
import "./BlockScreen.css";

function LossCard({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const { show } = useActions();
  const { content: Content } = screens.loss;
  return (
    <main className="block-main">
      <Button onPress={() => show("check")}>{t("screen.block.back")}</Button>
      <Suspense fallback={<p role="status">{t("screen.next.loading")}</p>}>
        <Content snapshot={snapshot} />
      </Suspense>
    </main>
  );
}

function Block({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, say } = useText();
  const { check, cancel } = useActions();
  const { light, rows } = useShown(snapshot);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { word, under } = wordsOf(light);
  const decided = light.kind === "decided" ? light.decision.light : null;
  const blocking = rows.groups.flatMap(({ problems }) => problems.filter(({ finding }) => finding.outcome === "block"));
  const sentence = say(nextStep(light, rows.first).sentence);
  const checking = light.kind === "checking";
  return (
    <main className="block-main">
      <div className="block-top">
        <Lamps light={decided} />
        <div className="block-words">
          <h1 ref={heading} tabIndex={-1} className={decided === null ? "block-word" : `block-word icon-${decided}`}>
            {t(word)}
          </h1>
          <p>{t(under)}</p>
          <p className="block-sentence">{sentence}</p>
          <p className="block-hint">{t("screen.block.why")}</p>
          <div className="finding-buttons">
            <Button primary off={checking || light.kind === "lost"} onPress={() => void check()}>
              {t("screen.run.all")}
            </Button>
            {light.kind === "checking" ? (
              <>
                <Button onPress={() => void cancel()}>{t("screen.run.cancel")}</Button>
                <ProgressRing
                  label={t("screen.progress.label")}
                  words={t("screen.progress", { done: light.done, total: light.total })}
                  done={light.done}
                  total={light.total}
                />
              </>
            ) : null}
          </div>
        </div>
      </div>
      <Messages snapshot={snapshot} />
      <div className="block-columns">
        <section aria-labelledby="block-fix">
          <h2 id="block-fix" className="section-title">
            {t("screen.block.fix")}
          </h2>
          {blocking.length === 0 && !checking ? <p>{t("screen.block.none")}</p> : null}
          {blocking.map((row) => (
            <BlockFinding key={row.info.id} row={row} snapshot={snapshot} />
          ))}
        </section>
        <div className="block-side">
          <BlockWork snapshot={snapshot} light={light} />
          <BlockHelp snapshot={snapshot} />
        </div>
      </div>
      <Announcer light={light} sentence={sentence} word={t(word)} />
    </main>
  );
}

/** Instead of all other screens while the policy blocks: what must be put right, and what stays within reach. Nothing else. */
export function BlockScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const view = useApp((state) => state.view);
  return (
    <>
      <header className="header">
        <p className="header-name">{t("product.name")}</p>
        <div className="header-end">
          <Language />
        </div>
      </header>
      {view === "loss" ? <LossCard snapshot={snapshot} /> : <Block snapshot={snapshot} />}
    </>
  );
}
