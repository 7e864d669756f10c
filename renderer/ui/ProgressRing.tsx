import "./ProgressRing.css";

const radius = 26;
const around = 2 * Math.PI * radius;

interface ProgressRingProps {
  readonly label: string;
  /** "12 / 20" */
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

/** How far something is, as a ring and as numbers. It does not turn: only what is done fills it. */
export function ProgressRing({ label, words, done, total }: ProgressRingProps) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div className="ring" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done} aria-valuetext={words}>
      <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
        <circle className="ring-track" cx="32" cy="32" r={radius} />
        <circle className="ring-done" cx="32" cy="32" r={radius} strokeDasharray={`${share * around} ${around}`} />
      </svg>
      <span className="ring-words">{words}</span>
    </div>
  );
}
