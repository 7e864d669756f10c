import type { Verdict } from "../../shared/checks/verdict.ts";
import type { Light, Outcome } from "../../shared/decision.ts";

/** Few colours, each with a meaning; everything is readable without them. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  light(light: Light | "unseen", text: string): string;
  badge(light: Light, text: string): string;
}

// SGR codes of ECMA-48; the 16-colour palette, because people choose its colours for their own eyes.
const foreground: Readonly<Record<Light | "unseen", string>> = { go: "32", caution: "33", stop: "31", unseen: "35" };
const background: Readonly<Record<Light, string>> = { go: "1;30;42", caution: "1;30;43", stop: "1;97;41" };

export function createStyle(colours: boolean): Style {
  const sgr = (codes: string, text: string) => (colours ? `\u001b[${codes}m${text}\u001b[0m` : text);
  return {
    bold: (text) => sgr("1", text),
    dim: (text) => sgr("2", text),
    light: (light, text) => sgr(foreground[light], text),
    badge: (light, text) => (colours ? sgr(background[light], ` ${text} `) : `[ ${text} ]`),
  };
}

/** Shapes that differ without colour, one column each. */
export const symbols: Readonly<Record<Light | "unseen" | "skipped", string>> = { go: "✓", caution: "!", stop: "✕", unseen: "?", skipped: "-" };

const lightOfShape: Readonly<Record<Outcome, Light | "skipped">> = {
  ok: "go",
  warn: "caution",
  grace: "caution",
  excepted: "caution",
  block: "stop",
  skipped: "skipped",
};

/** The shape beside a finding: what could not be seen has its own, whatever it leads to. */
export function shapeOf(outcome: Outcome, verdict: Verdict): Light | "unseen" | "skipped" {
  return verdict.status === "unknown" && outcome !== "skipped" ? "unseen" : lightOfShape[outcome];
}
