import { useState } from "react";
import type { LessonId } from "../../../shared/learning.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { ScreenTitle } from "../../ui/ScreenTitle.tsx";
import { LessonList } from "./LessonList.tsx";
import { LessonView } from "./LessonView.tsx";
import { RulesToAccept } from "./RulesToAccept.tsx";
import "./Learn.css";

/** 学ぶ: the lessons, due ones first, and the rules that are read and accepted; or one lesson. */
export function LearnScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const [open, setOpen] = useState<LessonId | null>(null);
  const next = snapshot.lessons.find(({ id, due }) => due && id !== open)?.id ?? null;
  if (open !== null) return <LessonView key={open} id={open} next={next} onOpen={setOpen} />;
  return (
    <>
      <section aria-labelledby="learn-title">
        <ScreenTitle id="learn-title">{t("screen.nav.learn")}</ScreenTitle>
        <LessonList lessons={snapshot.lessons} onOpen={setOpen} />
      </section>
      <RulesToAccept snapshot={snapshot} />
    </>
  );
}
