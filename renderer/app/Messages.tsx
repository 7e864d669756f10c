import type { Snapshot } from "../../shared/snapshot.ts";
import { Guarded } from "../features/check/Guarded.tsx";
import { integrityOf } from "../features/check/nextStep.ts";
import { SessionNotice } from "../features/session/SessionNotice.tsx";
import { Button } from "../ui/Button.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Notice } from "../ui/Notice.tsx";
import { outsideText } from "./outsideText.ts";
import { useActions, useApp } from "./storeContext.ts";
import { useText } from "./useText.ts";

/** Own records in doubt, each with what was kept and what to do. */
function Doubts({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const doubts = integrityOf(snapshot.decision);
  if (doubts.length === 0) return null;
  return (
    <section aria-label={t("screen.notice.integrity")}>
      {doubts.map(({ kind, detail }) => (
        <Notice key={`${kind} ${detail}`} tone={kind === "policy-refused" ? "stop" : "caution"}>
          <p>{t(`integrity.${kind}`)}</p>
          <Disclosure label={t("screen.notice.detail")}>
            <code className="outside">{outsideText(detail)}</code>
          </Disclosure>
        </Notice>
      ))}
    </section>
  );
}

/** What must be read before the rest: a lost connection, older content, a light that was withdrawn, doubts, and what the last action had to say. */
export function Messages({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const connection = useApp((state) => state.connection);
  const textsMissing = useApp((state) => state.textsMissing);
  const notice = useApp((state) => state.notice);
  const { closeNotice } = useActions();
  const phase = snapshot.phase.kind;
  const old = (phase === "failed" || phase === "cancelled") && snapshot.findings.length > 0;
  return (
    <div className="app-messages">
      <div role="alert">
        {notice === null ? null : (
          <Notice tone="caution">
            <p>{t(notice)}</p>
            <Button onPress={closeNotice}>{t("screen.notice.close")}</Button>
          </Notice>
        )}
      </div>
      {connection === "lost" ? <Notice tone="plain">{t("screen.notice.lost")}</Notice> : null}
      {old ? <Notice tone="plain">{t("screen.notice.old")}</Notice> : null}
      {textsMissing ? <Notice tone="plain">{t("screen.notice.texts")}</Notice> : null}
      <SessionNotice snapshot={snapshot} />
      <Guarded snapshot={snapshot} />
      <Doubts snapshot={snapshot} />
    </div>
  );
}
