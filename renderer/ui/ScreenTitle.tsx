import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import "./ScreenTitle.css";

/** The heading of a screen. It takes the focus when the screen appears, so that keyboard and screen reader go on from there. */
export function ScreenTitle({ children, id }: { readonly children: ReactNode; readonly id?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 id={id} ref={heading} tabIndex={-1} className="screen-title">
      {children}
    </h2>
  );
}
