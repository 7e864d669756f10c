import type { ReactNode } from "react";
import { useId } from "react";
import "./Field.css";

export interface ControlProps {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** A quiet line below the control, such as a count. */
  readonly note?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A label, its hint, the control, and the error tied to it. */
export function Field({ label, hint, error, note, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : "", note ? `${id}-note` : ""].filter((part) => part !== "").join(" ");
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error ? (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      ) : null}
      {note ? (
        <p id={`${id}-note`} className="field-hint">
          {note}
        </p>
      ) : null}
    </div>
  );
}
