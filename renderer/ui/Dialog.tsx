import type { ReactNode } from "react";
import { useEffect, useId, useLayoutEffect, useRef } from "react";
import "./Dialog.css";

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Escape, too. The caller stops drawing the dialog. */
  readonly onClose: () => void;
}

/**
 * A modal dialog on the browser's own `<dialog>`: the rest of the page is inert, Escape closes it, and the focus goes back to where it was.
 * The focus starts on the heading, so that a screen reader says what opened.
 */
export function Dialog({ title, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    heading.current?.focus();
    // Closed before it leaves the page: only then does the browser give the focus back.
    return () => element?.close();
  }, []);
  useEffect(() => {
    const element = dialog.current;
    const cancel = (event: Event) => {
      event.preventDefault();
      onClose();
    };
    element?.addEventListener("cancel", cancel);
    return () => element?.removeEventListener("cancel", cancel);
  }, [onClose]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1} className="dialog-title">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
