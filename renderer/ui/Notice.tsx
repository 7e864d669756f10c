import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import "./Notice.css";

export type NoticeTone = "stop" | "caution" | "plain";
const icons: { readonly [T in NoticeTone]: IconName } = { stop: "stop", caution: "caution", plain: "unknown" };

/** A message that stays until what it speaks of has changed. */
export function Notice({ tone, children }: { readonly tone: NoticeTone; readonly children: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`}>
      <Icon name={icons[tone]} className={tone === "plain" ? "icon-quiet" : `icon-${tone}`} />
      <div className="notice-words">{children}</div>
    </div>
  );
}
