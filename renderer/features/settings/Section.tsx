import type { ReactNode } from "react";
import { useId } from "react";

/** One part of the settings, under its own heading. */
export function Section({ title, hint, children }: { readonly title: string; readonly hint?: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="card settings-section" aria-labelledby={id}>
      <h3 id={id} className="settings-heading">
        {title}
      </h3>
      {hint === undefined ? null : <p className="settings-hint">{hint}</p>}
      {children}
    </section>
  );
}
