import type { DesktopTexts } from "../../../shared/i18n/desktop.ja.ts";
import type { Language } from "../../../shared/message.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import type { DesktopText } from "../desktopText.ts";
import type { Standing } from "../standing.ts";

/** The pictures of the tray. "unknown" is the dashed circle: no current decision. */
export const trayPictures = ["stop", "caution", "go", "unknown", "checking"] as const;
export type TrayPicture = (typeof trayPictures)[number];

const pictures: { readonly [S in Standing]: TrayPicture } = {
  stop: "stop",
  caution: "caution",
  go: "go",
  checking: "checking",
  idle: "unknown",
  failed: "unknown",
  cancelled: "unknown",
  expired: "unknown",
};
const words: { readonly [S in Standing]: keyof DesktopTexts } = {
  stop: "light.stop",
  caution: "light.caution",
  go: "light.go",
  checking: "light.checking",
  idle: "light.idle",
  failed: "light.failed",
  cancelled: "light.cancelled",
  expired: "light.expired",
};

export interface TrayView {
  readonly picture: TrayPicture;
  /** The light in words, the last check and the next; Windows cuts it at 127 characters. */
  readonly tooltip: string;
  /** The first line of the menu. */
  readonly heading: string;
  readonly mayCheck: boolean;
}

const locales: { readonly [L in Language]: string } = { ja: "ja-JP", en: "en-GB" };

/** "09:27", with the date on any other day. */
function timeIn(language: Language, now: Date): (iso: string) => string {
  return (iso) => {
    const time = new Date(iso);
    const hours = { hour: "2-digit", minute: "2-digit", hour12: false } as const;
    const sameDay = time.toDateString() === now.toDateString();
    return new Intl.DateTimeFormat(locales[language], sameDay ? hours : { month: "numeric", day: "numeric", ...hours }).format(time);
  };
}

/** What the tray shows. Pure. */
export function trayView(standing: Standing, { run, decision }: Snapshot, text: DesktopText, language: Language, now: Date): TrayView {
  const time = timeIn(language, now);
  const heading = text("tray.light", { light: text(words[standing]) });
  const last = run?.finishedAt ? text("tray.last", { time: time(run.finishedAt) }) : text("tray.never");
  const current = standing === "stop" || standing === "caution" || standing === "go";
  const next = current && decision ? text("tray.next", { time: time(decision.validUntil) }) : null;
  return {
    picture: pictures[standing],
    tooltip: [heading, last, ...(next === null ? [] : [next])].join("\n"),
    heading,
    mayCheck: standing !== "checking",
  };
}
