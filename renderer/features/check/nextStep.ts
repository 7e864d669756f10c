import { assertNever } from "../../../shared/assertNever.ts";
import type { Decision, IntegrityKind } from "../../../shared/decision.ts";
import type { Sentence } from "../../app/useText.ts";
import type { Row } from "./rows.ts";
import type { ShownLight } from "./shownLight.ts";

export interface NextStep {
  readonly sentence: Sentence;
  /** The finding that the sentence speaks of. */
  readonly checkId?: string;
}

const integrityOrder: { readonly [K in IntegrityKind]: number } = {
  "policy-refused": 0,
  "policy-gone": 1,
  "clock-went-back": 2,
  "journal-broken": 3,
  "state-unreadable": 4,
  "state-newer": 5,
  "state-locked": 6,
  "journal-unwritable": 7,
  "state-unwritable": 8,
};

/** Own records in doubt, the worst first. */
export function integrityOf(decision: Decision | null): Decision["integrity"] {
  return [...(decision?.integrity ?? [])].sort((a, b) => integrityOrder[a.kind] - integrityOrder[b.kind]);
}

function problemSentence({ info, finding }: Row): Sentence {
  const { verdict, outcome, resolveBefore } = finding;
  const title = { key: `check.${info.id}.title` };
  const params = { title, message: verdict.message };
  if (outcome === "excepted") return { key: "screen.next.excepted", params };
  if (info.kind === "declared") return { key: "screen.next.answer", params };
  const unseen = verdict.status === "unknown";
  if (outcome === "block") return { key: unseen ? "screen.next.block.unknown" : "screen.next.block.fail", params };
  if (resolveBefore !== undefined) return { key: "screen.next.grace", params: { ...params, left: { left: resolveBefore } } };
  return { key: unseen ? "screen.next.warn.unknown" : "screen.next.warn", params };
}

/** The one sentence beside the light: own records in doubt first, then the worst finding, then what the light itself says. */
export function nextStep(light: ShownLight, first: Row | null): NextStep {
  switch (light.kind) {
    case "lost":
    case "idle":
    case "cancelled":
    case "failed":
    case "expired":
      return { sentence: { key: `screen.next.${light.kind}` } };
    case "checking":
      return { sentence: { key: "screen.next.checking" } };
    case "decided": {
      const [doubt] = integrityOf(light.decision);
      if (doubt) return { sentence: { key: `integrity.${doubt.kind}` } };
      if (first) return { sentence: problemSentence(first), checkId: first.info.id };
      return { sentence: { key: light.decision.light === "go" ? "screen.next.go" : "screen.next.nothing" } };
    }
    default:
      return assertNever(light);
  }
}
