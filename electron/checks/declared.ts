import type { Declaration } from "../../shared/declarations.ts";

/** What a person's answer is worth now. `hours`: how long a "yes" holds. A "no" holds until another answer. */
export function answerAt(declaration: Declaration | undefined, hours: number, now: Date): "yes" | "no" | "expired" | "missing" {
  if (declaration === undefined) return "missing";
  if (!declaration.affirmed) return "no";
  return now.getTime() - Date.parse(declaration.at) < hours * 3_600_000 ? "yes" : "expired";
}
