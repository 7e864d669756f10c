import type { Declaration } from "../../shared/declarations.ts";
import type { ExceptionRecord } from "../../shared/exceptions.ts";

/** An ISO 8601 time of the records on the PC's clock. `aheadMs` as in `Clock`; negative: the other way. */
export function timeOnHost(iso: string, aheadMs: number): string {
  return aheadMs === 0 ? iso : new Date(Date.parse(iso) - aheadMs).toISOString();
}

/** What is kept has the records' time; what is judged and shown has the PC's own. */
export function exceptionOnHost(record: ExceptionRecord, aheadMs: number): ExceptionRecord {
  const { createdAt, endsAt, revokedAt } = record;
  return {
    ...record,
    createdAt: timeOnHost(createdAt, aheadMs),
    endsAt: timeOnHost(endsAt, aheadMs),
    ...(revokedAt === undefined ? {} : { revokedAt: timeOnHost(revokedAt, aheadMs) }),
  };
}

export function declarationOnHost(declaration: Declaration, aheadMs: number): Declaration {
  return { ...declaration, at: timeOnHost(declaration.at, aheadMs) };
}

/** A time for each name. */
export function timesOnHost(times: Readonly<Record<string, string>>, aheadMs: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(times).map(([name, at]) => [name, timeOnHost(at, aheadMs)]));
}
