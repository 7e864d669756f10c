import { assertNever } from "../../shared/assertNever.ts";
import type { Verdict } from "../../shared/checks/verdict.ts";
import type { Declaration, LogIn } from "../../shared/declarations.ts";
import type { Say } from "./check.ts";
import type { Here } from "./here.ts";

/** Two readings of when the PC was started differ by what its clock was set right meanwhile. */
const toleranceMs = 2 * 60_000;

/** What a person's answer is worth now. `hours`: how long a "yes" holds. A "no" holds until another answer. */
export function answerAt(declaration: Declaration | undefined, hours: number, now: Date): "yes" | "no" | "expired" | "missing" {
  if (declaration === undefined) return "missing";
  if (!declaration.affirmed) return "no";
  return now.getTime() - Date.parse(declaration.at) < hours * 3_600_000 ? "yes" : "expired";
}

/** Nothing by which a start could be known again is no proof that it is the same one. */
function sameLogIn(then: LogIn, here: LogIn, at: string): boolean {
  if (then.id !== here.id) return false;
  if (then.bootedAt === null || here.bootedAt === null) return then.bootedAt === here.bootedAt && here.id !== null;
  const booted = Date.parse(here.bootedAt);
  return Math.abs(Date.parse(then.bootedAt) - booted) <= toleranceMs && Date.parse(at) >= booted;
}

/**
 * The same for an answer that holds only in the place and under the log-in in which it was given. On a network that is not known at both times, or that
 * comes along with the person, nothing shows that it is the same place: a "yes" is then "unrecognised", which is never green (decision 0128).
 */
export function answerHere(
  declaration: Declaration | undefined,
  hours: number,
  now: Date,
  here: Here,
): ReturnType<typeof answerAt> | "elsewhere" | "unrecognised" {
  const answer = answerAt(declaration, hours, now);
  if (declaration === undefined || answer === "missing") return "missing";
  const { place, at } = declaration;
  if (place === undefined || place.networkId !== here.networkId || !sameLogIn(place.logIn, here.logIn, at)) return "elsewhere";
  return answer === "yes" && !here.standsStill ? "unrecognised" : answer;
}

type Answer = ReturnType<typeof answerHere>;

/** What every declared check makes of an answer: it says each of them in its own words. */
export function verdictOfAnswer<A extends Answer>(answer: A, say: Say<NoInfer<A>, "declare" | "act">): Verdict {
  const given: Answer = answer;
  switch (given) {
    case "yes":
      return say.pass(answer);
    case "no":
      return say.fail(answer, "act");
    // Red would lock out who is on a line that cannot be known again, however often they answer.
    case "unrecognised":
      return say.fail(answer, "declare", { minor: true });
    case "expired":
    case "elsewhere":
    case "missing":
      return say.fail(answer, "declare");
    default:
      return assertNever(given);
  }
}
