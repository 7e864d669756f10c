import type { ReactNode } from "react";
import "./Tag.css";

export type TagTone = "plain" | "stop" | "caution" | "go" | "unknown";

export function Tag({ children, tone = "plain" }: { readonly children: ReactNode; readonly tone?: TagTone }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
