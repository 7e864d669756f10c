import { useId } from "react";
import "./Field.css";

interface ChoicesProps<V extends string> {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChoose: (value: V) => void;
}

/** One of a few, as radio buttons. */
export function Choices<V extends string>({ legend, hint, error, options, value, onChoose }: ChoicesProps<V>) {
  const name = useId();
  const described = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter((part) => part !== "").join(" ");
  return (
    <fieldset className="choices" aria-describedby={described || undefined}>
      <legend className="field-label">{legend}</legend>
      {hint ? (
        <p id={`${name}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
      {error ? (
        <p id={`${name}-error`} className="field-error">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
