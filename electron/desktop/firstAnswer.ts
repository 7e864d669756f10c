import { assertNever } from "../../shared/assertNever.ts";
import type { Standing } from "./standing.ts";

/** After this long without an answer the window comes to the front: not knowing is nothing to stay silent about. */
const patienceMs = 60_000;

/** Hears how things stand, and tells once what the first check came to. */
export interface FirstAnswer {
  hear(standing: Standing): void;
  readonly answer: Promise<"go" | "other">;
}

export function createFirstAnswer(waitMs: number = patienceMs): FirstAnswer {
  let tell: (answer: "go" | "other") => void = () => undefined;
  const answer = new Promise<"go" | "other">((resolve) => {
    tell = resolve;
  });
  const timer = setTimeout(() => tell("other"), waitMs);
  const done = (what: "go" | "other") => {
    clearTimeout(timer);
    tell(what);
  };
  return {
    answer,
    hear(standing) {
      switch (standing) {
        case "go":
          return done("go");
        case "caution":
        case "stop":
        case "failed":
        case "cancelled":
        case "expired":
          return done("other");
        case "checking":
        case "idle":
          return;
        default:
          return assertNever(standing);
      }
    },
  };
}
