import { useText } from "../../app/useText.ts";
import type { ShownLight } from "../check/shownLight.ts";

interface AnnouncerProps {
  readonly light: ShownLight;
  readonly word: string;
  readonly sentence: string;
}

/**
 * What screen readers say by themselves: progress politely and only at each quarter, the decision and its loss at once.
 * Both regions are on the page from the start, or their first change would not be said.
 */
export function Announcer({ light, word, sentence }: AnnouncerProps) {
  const { t } = useText();
  const quarter = light.kind === "checking" && light.total > 0 ? Math.floor((light.done / light.total) * 4) / 4 : null;
  const progress =
    light.kind === "checking" && quarter !== null ? t("screen.progress.spoken", { done: Math.floor(light.total * quarter), total: light.total }) : "";
  return (
    <div className="visually-hidden">
      <div role="status">{progress}</div>
      <div role="alert">{light.kind === "checking" ? "" : `${word} ${sentence}`}</div>
    </div>
  );
}
