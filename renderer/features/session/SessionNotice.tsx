import { useEffect, useState } from "react";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useApp } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { nothingEnded, rememberEnd, shownEnd } from "./endedNotice.ts";

/** Why the light that was there is gone, and what to do: while it is checked again, and afterwards until the person goes on. */
export function SessionNotice({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, times } = useText();
  const view = useApp((state) => state.view);
  const [memory, setMemory] = useState(nothingEnded);
  useEffect(() => setMemory((before) => rememberEnd(before, snapshot, view)), [snapshot, view]);
  const { ended } = snapshot.session;
  const shown = shownEnd(memory, snapshot, view);
  return (
    // On the page from the start, or its first content would not be said.
    <div role="status" aria-label={t("session.ended.label")}>
      {ended === null || shown === null ? null : (
        <Notice tone="plain">
          <p>{t(`session.ended.${ended.because}`, { time: times.short(ended.at) })}</p>
          <p>{t(`session.ended.${shown}`)}</p>
          {shown === "done" ? <Button onPress={() => setMemory((before) => ({ ...before, closed: true }))}>{t("session.ended.close")}</Button> : null}
        </Notice>
      )}
    </div>
  );
}
