import { type CallId, type CallInput, calls, type EventId, type EventValue, events, type Handlers } from "../../shared/ipc/contract.ts";
import { plainProblem } from "../../shared/plainJson.ts";

export const gateErrors = ["untrusted-sender", "unknown-call", "bad-input", "failed", "bad-output"] as const;
export type GateError = (typeof gateErrors)[number];

/** What goes back over the wire, in the desktop window and over HTTP alike. */
export type GateAnswer = { readonly value: unknown } | { readonly error: GateError };

/** One refused or failed call. `detail` says which rule or line of code it was; it never holds anything of the payload. */
export interface GateIncident {
  readonly call: string;
  readonly reason: GateError;
  readonly detail: string;
}

export interface Gate {
  /** `trusted`: the door has proved that the caller is our own page. Never rejects. */
  call(call: string, input: unknown, sender: { readonly trusted: boolean }): Promise<GateAnswer>;
  /** The value as the contract allows it out, or null when it has the wrong shape (logged). */
  event<E extends EventId>(event: E, value: EventValue<E>): EventValue<E> | null;
}

interface Issues {
  readonly issues: readonly { readonly code: string; readonly path: readonly PropertyKey[] }[];
}

function isCallId(call: string): call is CallId {
  return Object.hasOwn(calls, call);
}

/** Of an input only the kinds of the issues: paths and messages of zod repeat names that the caller chose. */
const inputDetail = ({ issues }: Issues) => issues.map(({ code }) => code).join(" ");
/** Outputs are our own: the path is what one needs to find the mistake. */
const outputDetail = ({ issues }: Issues) => issues.map(({ code, path }) => `${code} at ${path.map(String).join(".")}`).join("; ");
/** Where it was thrown, without the message, which may repeat the payload. */
function thrownDetail(error: unknown): string {
  if (!(error instanceof Error)) return "not an Error";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 4).map((line) => line.trim())].join(" ");
}

/**
 * The one gate between a page and the house: trusted sender → input as the contract says → handler → output as the contract says.
 * Whatever goes wrong is logged with the call's name and the reason and answered with a code; sentences are the page's business.
 */
export function createGate(handlers: Handlers, log: (incident: GateIncident) => void): Gate {
  const refuse = (call: string, reason: GateError, detail: string): GateAnswer => {
    log({ call, reason, detail });
    return { error: reason };
  };
  // The compiler cannot follow one id through two tables; both are mapped over the same ids, so the pair always fits.
  const handlerOf = (call: CallId) => handlers[call] as (input: CallInput<CallId>) => Promise<unknown>;

  return {
    async call(call, input, sender) {
      // A foreign name may be anything: it is not repeated in the log.
      if (!sender.trusted) return refuse(isCallId(call) ? call : "(unknown)", "untrusted-sender", "");
      if (!isCallId(call)) return refuse("(unknown)", "unknown-call", "");
      // Before the schema: it would drop such a name, or go as deep as the value goes.
      const problem = plainProblem(input);
      if (problem !== null) return refuse(call, "bad-input", problem);
      const parsedInput = calls[call].input.safeParse(input);
      if (!parsedInput.success) return refuse(call, "bad-input", inputDetail(parsedInput.error));
      try {
        const output = calls[call].output.safeParse(await handlerOf(call)(parsedInput.data));
        return output.success ? { value: output.data } : refuse(call, "bad-output", outputDetail(output.error));
      } catch (error) {
        return refuse(call, "failed", thrownDetail(error));
      }
    },
    event(event, value) {
      const parsed = events[event].safeParse(value);
      // The compiler does not follow one id through two tables; what the schema of an event gives is its value.
      if (parsed.success) return parsed.data as EventValue<typeof event>;
      log({ call: `event:${event}`, reason: "bad-output", detail: outputDetail(parsed.error) });
      return null;
    },
  };
}

/** One line for a log, without control characters. */
export function incidentLine({ call, reason, detail }: GateIncident): string {
  return `ipc ${call}: ${reason}${detail === "" ? "" : ` (${detail.replace(/\p{Cc}/gu, " ")})`}`;
}
