import type { ReactNode } from "react";
import { useId, useState } from "react";
import { Icon } from "./Icon.tsx";
import "./Disclosure.css";

/** A fold with its label as the button. Closed content is not drawn. */
export function Disclosure({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="disclosure">
      <button type="button" className="disclosure-button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        <Icon name="chevron" className="disclosure-mark" />
        <span>{label}</span>
      </button>
      {open ? (
        <div id={id} className="disclosure-body">
          {children}
        </div>
      ) : null}
    </div>
  );
}
