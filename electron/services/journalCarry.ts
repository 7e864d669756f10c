import { clockCorrectionMs } from "../../shared/clockCorrection.ts";
import { hostTimeOf, type JournalEntry } from "./journalEntry.ts";

/** A dispute is shown for 30 days (`disputes.ts`); a day more for clocks. */
const disputesForMs = 31 * 86_400_000;
/** Things that are told once only. Forgetting one of them means that it is told again. */
const mostTold = 100;

/** Under this name only the last entry counts; null: the kind has no such rule. */
function lastOf({ kind, data }: JournalEntry): string | null {
  switch (kind) {
    case "declaration":
    case "lesson":
      return JSON.stringify([kind, data["checkId"], data["subject"]]);
    case "network-named":
      return JSON.stringify([kind, data["id"]]);
    case "policy-change":
      // `lastManaged.ts` asks for the last release and the last managed policy that was in force.
      if (data["released"] === true) return "released";
      return data["origin"] === "managed" && data["refused"] === null ? "managed" : kind;
    case "run":
      return kind;
    case "app":
      return ["started", "quit", "ended"].includes(String(data["type"])) ? kind : null;
    default:
      return null;
  }
}

/** Of each managed policy the highest revision that was in force. */
function highestRevisions(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const highest = new Map<unknown, JournalEntry>();
  for (const entry of entries) {
    const { kind, data } = entry;
    if (kind !== "policy-change" || data["origin"] !== "managed" || data["refused"] !== null) continue;
    const known = highest.get(data["id"]);
    if (known === undefined || Number(data["revision"]) > Number(known.data["revision"])) highest.set(data["id"], entry);
  }
  return [...highest.values()];
}

/** The two entries between which the PC's clock went back the last time. */
function lastJump(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  for (let index = entries.length - 1; index > 0; index--) {
    const [before, after] = [entries[index - 1], entries[index]];
    if (before && after && Date.parse(hostTimeOf(before)) - Date.parse(hostTimeOf(after)) > clockCorrectionMs) return [before, after];
  }
  return [];
}

/**
 * The entries that still have a say: what `history.ts`, `exceptions.ts`, `requests.ts`, `declarations.ts`, `networks.ts`, `disputes.ts`, `appLife.ts` and
 * `recordRun.ts` would find in all of these, they find in the answer, in the same order. Pure.
 */
export function stillCounts(all: readonly JournalEntry[], at: Date): readonly JournalEntry[] {
  const entries = all.filter(({ kind }) => kind !== "continued");
  const kept = new Set<JournalEntry>([...highestRevisions(entries), ...lastJump(entries)]);
  const lasts = new Map<string, JournalEntry>();
  const policyOf = new Map<string, JournalEntry>();
  const told = new Map<string, JournalEntry>();
  let latest: JournalEntry | undefined;
  let policy: JournalEntry | undefined;
  for (const entry of entries) {
    const { kind, data, seq } = entry;
    // The first tells which journal this is, in reports.
    if (seq === 1 || kind === "exception") kept.add(entry);
    if (kind === "dispute" && Date.parse(entry.at) >= at.getTime() - disputesForMs) kept.add(entry);
    const name = lastOf(entry);
    if (name !== null) lasts.set(name, entry);
    if (kind === "policy-change") policy = entry;
    // An answer of an older version is of the policy that came into force before it.
    if (name !== null && (kind === "declaration" || kind === "lesson") && data["policyId"] === undefined && policy) policyOf.set(name, policy);
    if (kind === "deviation" && (data["detail"] !== undefined || data["from"] !== undefined))
      told.set(JSON.stringify([data["type"], data["detail"], data["from"]]), entry);
    if (latest === undefined || entry.at >= latest.at) latest = entry;
  }
  if (policy) kept.add(policy);
  for (const entry of [...lasts.values(), ...policyOf.values(), ...[...told.values()].slice(-mostTold)]) kept.add(entry);
  if (latest) kept.add(latest);
  const last = entries.at(-1);
  if (last) kept.add(last);
  return [...kept].sort((a, b) => a.seq - b.seq);
}
