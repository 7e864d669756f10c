import { assertNever } from "../../../shared/assertNever.ts";
import type { Finding, Light, Outcome } from "../../../shared/decision.ts";
import type { MessageRef } from "../../../shared/message.ts";
import { type Html, html, raw } from "./html.ts";

export type Tone = Light | "unseen" | "none";

// Shape and word carry the meaning as well as the colour: octagon, triangle, circle; a broken circle for what could not be seen or does not apply.
const shapes: Readonly<Record<Tone, string>> = {
  stop: '<path d="M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8z"/><path d="m9 9 6 6m0-6-6 6"/>',
  caution: '<path d="M12 3 22 20.5H2z"/><path d="M12 10v5m0 2.6v.1"/>',
  go: '<circle cx="12" cy="12" r="9.5"/><path d="m7.8 12.4 2.9 2.9 5.5-6"/>',
  unseen: '<circle cx="12" cy="12" r="9.5" stroke-dasharray="3.4 2.6"/><path d="M9 9.6a3 3 0 1 1 4.6 2.5c-1.1.7-1.6 1.2-1.6 2.4m0 2.6v.1"/>',
  none: '<circle cx="12" cy="12" r="9.5" stroke-dasharray="3.4 2.6"/><path d="M8.5 12h7"/>',
};

export function shapeOf(tone: Tone): Html {
  return raw(`<svg viewBox="0 0 24 24" aria-hidden="true">${shapes[tone]}</svg>`);
}

/** A shape and its word. */
export function mark(tone: Tone, word: string): Html {
  return html`<span class="mark ${tone}">${shapeOf(tone)}<span>${word}</span></span>`;
}

function toneOf(outcome: Outcome): Tone {
  switch (outcome) {
    case "ok":
      return "go";
    case "warn":
    case "grace":
    case "excepted":
      return "caution";
    case "block":
      return "stop";
    case "skipped":
      return "none";
    default:
      return assertNever(outcome);
  }
}

/** The mark of a finding. What could not be seen has a shape and a word of its own, unless an exception covers it. */
export function markOfFinding({ outcome, verdict }: Finding, message: (ref: MessageRef) => string): Html {
  const unseen = verdict.status === "unknown" && (outcome === "block" || outcome === "warn");
  return unseen ? mark("unseen", message({ key: "verdict.unknown" })) : mark(toneOf(outcome), message({ key: `outcome.${outcome}` }));
}
