import { expect } from "vitest";
import type { Host } from "../../electron/host/host.ts";
import { emptyContext, type Probe, type ProbeContext } from "../../electron/probes/probe.ts";
import { evidenceSchema, type FactId, type FactValue, factValueSchemas } from "../../shared/facts/catalogue.ts";
import { type NotApplicableReason, observationSchema, type UnknownReason } from "../../shared/observation.ts";
import type { Spoiling } from "./spoil.ts";

/** "unknown:timeout", "not-applicable:os", or the parts of a known value that matter. */
export type Expected<K extends FactId> = `unknown:${UnknownReason}` | `not-applicable:${NotApplicableReason}` | Partial<FactValue<K>>;

/** The bad days of a command that alone decides. */
export const allUnparsed = {
  denied: "unknown:denied",
  timeout: "unknown:timeout",
  "tool-missing": "unknown:tool-missing",
  garbage: "unknown:unparsed",
  truncated: "unknown:unparsed",
  empty: "unknown:unparsed",
  escapes: "unknown:unparsed",
} as const;
/** A file that is not there, and a file that cannot be read for another reason, are both "failed". */
export const fileDays = { ...allUnparsed, timeout: "unknown:failed", "tool-missing": "unknown:failed" } as const;

/** The same answer, whatever happens to the source. */
export function everyDay<T>(expected: T): Readonly<Record<Spoiling, T>> {
  return {
    denied: expected,
    timeout: expected,
    "tool-missing": expected,
    garbage: expected,
    truncated: expected,
    empty: expected,
    escapes: expected,
  };
}

/** The same machine, noting which commands are run. */
export function noting(machine: Host): { readonly host: Host; readonly ran: readonly string[] } {
  const ran: string[] = [];
  const host: Host = {
    ...machine,
    run: (command, signal, subject) => {
      ran.push(command);
      return machine.run(command, signal, subject);
    },
  };
  return { host, ran };
}

/** Asks the probe on this machine: the answer is the expected one, fits its schema, and rests on evidence that can be shown; no command runs that it does not list. */
export async function expectObservation(probe: Probe<FactId>, machine: Host, expected: unknown, context: Partial<ProbeContext> = {}): Promise<void> {
  const { host, ran } = noting(machine);
  const { observation, evidence } = await probe.collect(host, { ...emptyContext, ...context }, new AbortController().signal);
  const shape = observationSchema(factValueSchemas[probe.fact]).safeParse(observation);
  expect(shape.error?.message ?? "fits its schema").toBe("fits its schema");
  for (const piece of evidence) {
    expect(evidenceSchema.safeParse(piece).success).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may reach a terminal or a page
    expect(piece.seen).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
  }
  expect(probe.uses).toEqual(expect.arrayContaining([...new Set(ran)]));
  if (typeof expected !== "string") {
    expect(observation).toMatchObject({ kind: "known", value: expected });
    return;
  }
  const [kind, reason] = expected.split(":");
  expect(observation).toMatchObject(kind === "unknown" ? { kind, reason } : { kind, why: reason });
  if (observation.kind === "unknown") expect(observation.detail).not.toBe("");
}
