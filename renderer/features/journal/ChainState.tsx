import { useState } from "react";
import type { JournalState } from "../../../shared/journal.ts";
import { download } from "../../app/download.ts";
import { isNotWritten, notWrittenSentence } from "../../app/notWritten.ts";
import { outsideText } from "../../app/outsideText.ts";
import { useActions } from "../../app/storeContext.ts";
import { type Sentence, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** Whether the chain holds, in words, and what to do when it does not. */
function State({ state }: { readonly state: JournalState }) {
  const { t } = useText();
  if (state.ok) {
    return (
      <p className="chain-whole">
        <Icon name="go" className="icon-go" /> {t("screen.journal.whole", { count: state.entries })}
      </p>
    );
  }
  const { brokenAt } = state;
  return (
    <Notice tone="stop">
      <p>{t("screen.journal.broken", { line: brokenAt?.line ?? 1, count: state.entries })}</p>
      {brokenAt === null ? null : (
        <Disclosure label={t("screen.notice.detail")}>
          <code className="outside">{outsideText(brokenAt.reason)}</code>
        </Disclosure>
      )}
    </Notice>
  );
}

/** The state of the chain, and the file for whoever wants to verify it. */
export function ChainState({ state }: { readonly state: JournalState }) {
  const { t, say } = useText();
  const { ask } = useActions();
  const [result, setResult] = useState<Sentence | null>(null);
  const save = async () => {
    setResult(null);
    const answer = await ask("journal.export", null);
    if (answer === null) return setResult({ key: "screen.journal.export.failed" });
    if (!answer.ok) return setResult(isNotWritten(answer.code) ? notWrittenSentence(answer.code) : { key: `screen.journal.export.${answer.code}` });
    if (answer.how === "download") download(answer.fileName, answer.content);
    setResult({ key: `screen.journal.export.${answer.how}`, params: { file: outsideText(answer.fileName) } });
  };
  return (
    <div className="chain">
      <State state={state} />
      <div className="chain-export">
        <Button onPress={() => void save()}>{t("screen.journal.export")}</Button>
        <p role="status">{result === null ? "" : say(result)}</p>
      </div>
    </div>
  );
}
