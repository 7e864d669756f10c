import type { ReactNode } from "react";
import "./Button.css";

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly primary?: boolean;
  /** Cannot be used now. It keeps the focus, so that nobody is thrown to the top of the page while something is under way. */
  readonly off?: boolean;
  /** Said after the label by screen readers: which of many rows it belongs to. */
  readonly of?: string;
  readonly pressed?: boolean;
}

export function Button({ children, onPress, primary = false, off = false, of, pressed }: ButtonProps) {
  return (
    <button
      type="button"
      className={primary ? "button button-primary" : "button"}
      aria-disabled={off || undefined}
      aria-pressed={pressed}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      {children}
      {of === undefined ? null : <span className="visually-hidden"> {of}</span>}
    </button>
  );
}
