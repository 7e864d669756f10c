import { z } from "zod";
import type { PendingRequest } from "../../../shared/approvals.ts";
import type { IntegrityIssue } from "../../../shared/decision.ts";
import type { Clock } from "../clock.ts";
import { timeOnHost } from "../hostTimes.ts";
import type { JournalReading } from "../journal.ts";
import { readJsonFile, writeJsonFile } from "../jsonFile.ts";
import type { KeptFormat } from "../keptFormat.ts";
import { type KeptRequest, keptDigest, keptRequestSchema } from "./keptRequest.ts";
import { digested, requestCode, requestDigest } from "./requestDigest.ts";
import { writeLetter } from "./requestLetter.ts";
import { type RequestStep, requestSteps } from "./requestSteps.ts";

export const requestsFile = "requests.json";
export const maxPending = 20;
/** Short codes that may be tried for one request. */
export const maxTries = 5;

const fileSchema = z.strictObject({ schema: z.literal("preflight-requests/1"), requests: z.array(keptRequestSchema).max(200) });
export const requestsFormat = { name: requestsFile, family: "preflight-requests", version: 1, schema: fileSchema } satisfies KeptFormat<
  typeof fileSchema
>;

export interface KeptRequests {
  /** Those that the journal proves and that are neither answered nor withdrawn, newest first; also those whose time has run out. */
  readonly open: readonly KeptRequest[];
  readonly unproved: readonly IntegrityIssue[];
  readonly issue: IntegrityIssue | null;
  readonly replaceable: boolean;
  /** What the journal holds of all requests. */
  readonly steps: readonly RequestStep[];
}

function withTries(kept: KeptRequest, steps: readonly RequestStep[]): KeptRequest {
  const wrong = steps.filter(({ type, code, counted }) => type === "answer-refused" && code === kept.code && counted === true);
  const times = [...wrong.map(({ at }) => at), ...(kept.triedAt === null ? [] : [kept.triedAt])].sort();
  return { ...kept, tries: Math.max(kept.tries, wrong.length), triedAt: times.at(-1) ?? null };
}

/** Those that the journal has as made and the file lacks: it could not be written then, or was lost. */
function missingFrom(file: readonly KeptRequest[], journal: JournalReading): readonly KeptRequest[] {
  const there = new Set(file.map(({ code }) => code));
  return journal.entries.flatMap(({ kind, trusted, at, data }) => {
    if (kind !== "exception" || !trusted || data["type"] !== "requested") return [];
    const { code, nonce, request, policy, expiresAt } = data;
    const parsed = keptRequestSchema.safeParse({ code, nonce, request, policy, expiresAt, createdAt: at, tries: 0, triedAt: null });
    return parsed.success && !there.has(parsed.data.code) ? [parsed.data] : [];
  });
}

/** Reads the requests that wait for the helpdesk. One that was put in, edited, or answered before does not count. Never throws. */
export async function readRequests(folder: string, journal: JournalReading): Promise<KeptRequests> {
  const { value, issue, replaceable } = await readJsonFile(folder, requestsFormat);
  const steps = requestSteps(journal);
  const file = value?.requests ?? [];
  // What a later version wrote is not ours to complete.
  const kept = [...file, ...(issue?.kind === "state-newer" ? [] : missingFrom(file, journal))];
  const isProved = (one: KeptRequest) =>
    steps.some(({ type, code, digest }) => type === "requested" && code === one.code && digest === keptDigest(one)) &&
    requestCode(requestDigest(digested(one.request), one)) === one.code;
  const isOver = ({ code }: KeptRequest) => steps.some((step) => step.code === code && (step.type === "withdrawn" || step.type === "approved"));
  const whole = journal.verification.ok;
  const strangers = whole ? kept.filter((one) => !isProved(one)) : [];
  const codes = strangers.map(({ code }) => code).slice(0, 20);
  const detail = `${requestsFile}: not as in the journal, not counted: ${codes.join(", ")}`;
  const open = whole ? kept.filter((one) => isProved(one) && !isOver(one)).map((one) => withTries(one, steps)) : [];
  return {
    open: [...open].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt)),
    unproved: codes.length === 0 ? [] : [{ kind: "state-unreadable", detail }],
    issue,
    replaceable,
    steps,
  };
}

export function isExpired({ expiresAt }: KeptRequest, now: Date): boolean {
  return Date.parse(expiresAt) <= now.getTime();
}

/** What the front doors show of those whose time has not run out. */
export function shownRequests({ open }: Pick<KeptRequests, "open">, { now, aheadMs }: Pick<Clock, "now" | "aheadMs">): readonly PendingRequest[] {
  return open
    .filter((one) => !isExpired(one, now()))
    .map((one) => ({
      code: one.code,
      request: one.request,
      createdAt: timeOnHost(one.createdAt, aheadMs),
      expiresAt: timeOnHost(one.expiresAt, aheadMs),
      letter: writeLetter(one.code, one.request, one),
      triesLeft: Math.max(0, maxTries - one.tries),
    }));
}

/** @throws the system's error. */
export async function writeRequests(folder: string, requests: readonly KeptRequest[]): Promise<void> {
  await writeJsonFile(folder, requestsFile, { schema: "preflight-requests/1", requests });
}
