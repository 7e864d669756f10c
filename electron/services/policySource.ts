import { assertNever } from "../../shared/assertNever.ts";
import type { Policy, PolicyOrigin } from "../../shared/policy/schema.ts";
import type { PolicySummary } from "../../shared/snapshot.ts";
import type { Check } from "../checks/check.ts";
import { readBoundedFile } from "./boundedFile.ts";
import type { Proof } from "./managed/proof.ts";
import { type PolicyRefusal, readManagedFile, readManagedPolicy, releaseName, type Trust } from "./managedPolicy.ts";
import { type BundledPolicy, bundledPolicy } from "./policy/bundledPolicy.ts";
import { readLastManaged } from "./policy/lastManaged.ts";
import { maxPolicyBytes } from "./policy/limits.ts";
import type { ParsedPolicy, PolicyFileProblem } from "./policy/parsePolicy.ts";

/**
 * opened-ignored: a file was opened, but the organisation's policy rules. managed-gone: the organisation's files are not there any more; the last policy
 * that was stays in force.
 */
export type PolicyNotice = "opened-ignored" | "managed-gone";

export interface LoadedPolicy {
  readonly policy: Policy;
  readonly summary: PolicySummary;
  /** Not null: the managed policy is there and cannot be trusted. `policy` is then only something to show; every light must be stop. */
  readonly refusal: PolicyRefusal | null;
  readonly notices: readonly PolicyNotice[];
  /** Of a managed policy that was just read: kept for when its files are gone. */
  readonly source?: Uint8Array | undefined;
  /** An administrator has said that this PC is no longer managed. */
  readonly released?: boolean | undefined;
}

const inForce = ({ summary, refusal, notices }: LoadedPolicy) =>
  [summary.origin, summary.digest, refusal?.code ?? "", refusal?.file ?? "", ...notices].join(" ");

/** The same rules from the same kind of place, as much to be trusted. Pure. */
export function isSamePolicy(one: LoadedPolicy, other: LoadedPolicy): boolean {
  return inForce(one) === inForce(other);
}

/** The file that the user opened is not a policy: the run cannot start. */
export class PolicyFileError extends Error {
  readonly file: string;
  readonly problems: readonly PolicyFileProblem[];
  constructor(file: string, problems: readonly PolicyFileProblem[]) {
    super(`not a usable policy: ${file}`);
    this.name = "PolicyFileError";
    this.file = file;
    this.problems = problems;
  }
}

export interface PolicyPlaces {
  /** null: the organisation's policy of this PC is not asked, because it is not this PC that is judged. */
  readonly managedFolder: string | null;
  /** A policy file that the user named; used only when there is no managed one. */
  readonly openedFile?: string | undefined;
  readonly checks: readonly Check[];
  /** Highest revision of each managed policy id that was ever used here. */
  readonly highestSeen: Readonly<Record<string, number>>;
  /** The managed policy that was last in force on this PC, and the state folder that may hold it. Absent: none ever was. */
  readonly last?: { readonly stateFolder: string; readonly digest: string } | undefined;
  /** User ids that may own the managed folder; root when absent. */
  readonly trustedOwners?: readonly number[] | undefined;
  /** What is known of this PC's managed folder; nothing when absent. */
  readonly proof?: Proof | undefined;
  /** The default policy of the package, where the caller has it already. */
  readonly bundled?: BundledPolicy | undefined;
}

/** Loaded when there is a file to read: the YAML reader is large, and most PCs without a policy of their own never need it. */
async function parseFile(bytes: Uint8Array, checks: readonly Check[]): Promise<ParsedPolicy> {
  const { parsePolicy } = await import("./policy/parsePolicy.ts");
  return parsePolicy(bytes, checks);
}

function loaded(policy: Policy, digest: string, origin: PolicyOrigin, extra: Pick<LoadedPolicy, "refusal" | "notices">): LoadedPolicy {
  return { policy, summary: { id: policy.id, revision: policy.revision, digest, origin, title: policy.title }, ...extra };
}

function loadBundled({ checks, bundled }: PolicyPlaces, refusal: PolicyRefusal | null, notices: readonly PolicyNotice[]): LoadedPolicy {
  const { policy, digest } = bundled ?? bundledPolicy(checks);
  return loaded(policy, digest, "bundled", { refusal, notices });
}

/** The last managed policy as it is kept; null: it is not there, or not the one that the journal names. */
async function parseLast({ last, checks }: PolicyPlaces): Promise<Extract<ParsedPolicy, { ok: true }> | null> {
  const bytes = last ? await readLastManaged(last.stateFolder, last.digest) : null;
  const parsed = bytes ? await parseFile(bytes, checks) : null;
  return parsed?.ok ? parsed : null;
}

/** What is shown beside a refusal: the organisation's own words and contacts, as far as they came before. Every light is stop. */
async function loadRefused(places: PolicyPlaces, refusal: PolicyRefusal, notices: readonly PolicyNotice[]): Promise<LoadedPolicy> {
  const last = await parseLast(places);
  return last ? loaded(last.policy, last.digest, "managed", { refusal, notices }) : loadBundled(places, refusal, notices);
}

/**
 * Nothing is in the managed folder. On a PC that was managed once that releases nobody: the last signed policy stays in force, and where it cannot be had
 * any more there is none to go by. Only an administrator's file releases the PC.
 */
async function loadUnmanaged(places: PolicyPlaces, folder: string | null, trust: Trust): Promise<LoadedPolicy> {
  const { openedFile, checks, last } = places;
  const released = folder !== null && last !== undefined && (await readManagedFile(folder, releaseName, 4096, trust)) !== null;
  if (folder !== null && last !== undefined && !released) {
    const kept = await parseLast(places);
    const ignored: readonly PolicyNotice[] = openedFile === undefined ? [] : ["opened-ignored"];
    if (kept === null) return loadBundled(places, { code: "managed-gone", file: folder, detail: `${last.digest} was in force` }, ignored);
    const found = loaded(kept.policy, kept.digest, "managed", { refusal: null, notices: [...ignored, "managed-gone"] });
    return { ...found, summary: { ...found.summary, ownership: "not-proved" } };
  }
  const found = openedFile === undefined ? loadBundled(places, null, []) : await loadOpened(openedFile, checks);
  return released ? { ...found, released } : found;
}

async function loadOpened(file: string, checks: readonly Check[]): Promise<LoadedPolicy> {
  const whole = (code: string, detail: string) => new PolicyFileError(file, [{ path: "", code, detail }]);
  const read = await readBoundedFile(file, maxPolicyBytes, true);
  switch (read.outcome) {
    case "read": {
      const parsed = await parseFile(read.bytes, checks);
      if (!parsed.ok)
        throw new PolicyFileError(file, parsed.problems.length > 0 ? parsed.problems : [{ path: "", code: parsed.code, detail: parsed.code }]);
      return loaded(parsed.policy, parsed.digest, "opened", { refusal: null, notices: [] });
    }
    case "missing":
      throw whole("missing", "the file is not there");
    case "too-large":
      throw whole("oversize", `larger than ${maxPolicyBytes} bytes`);
    case "not-regular":
      throw whole("not-regular", "not a regular file");
    case "unreadable":
      throw whole("unreadable", read.detail);
    default:
      return assertNever(read);
  }
}

const nothingProved: Proof = { pinned: { kind: "none" }, ownerOf: () => ({ kind: "not-examined", detail: "nobody looked" }) };

/**
 * The policy in force: managed, else the opened file, else the bundled one. A managed policy that is there but cannot be trusted is never
 * passed over: then `refusal` is set and the policy is only something to show.
 * @throws PolicyFileError when the opened file would count and is not a usable policy.
 */
export async function loadPolicy(places: PolicyPlaces): Promise<LoadedPolicy> {
  const { managedFolder, openedFile, checks, highestSeen } = places;
  const trust: Trust = { owners: places.trustedOwners ?? [0], ...(places.proof ?? nothingProved) };
  const managed = managedFolder === null ? ({ kind: "absent" } as const) : await readManagedPolicy(managedFolder, trust);
  const notices: PolicyNotice[] = openedFile === undefined ? [] : ["opened-ignored"];
  switch (managed.kind) {
    case "absent":
      return loadUnmanaged(places, managedFolder, trust);
    case "refused":
      return loadRefused(places, managed.refusal, notices);
    case "signed": {
      const { bytes, file, proved } = managed;
      const parsed = await parseFile(bytes, checks);
      if (!parsed.ok) {
        const [first] = parsed.problems;
        const detail = first ? `${first.path}: ${first.detail}${first.line === undefined ? "" : ` (line ${first.line})`}` : parsed.code;
        return loadRefused(places, { code: parsed.code === "oversize" ? "oversize" : "invalid", file, detail }, notices);
      }
      const { id, revision } = parsed.policy;
      const highest = Object.hasOwn(highestSeen, id) ? (highestSeen[id] ?? 0) : 0;
      if (revision < highest) {
        return loadRefused(
          places,
          { code: "downgraded", file, detail: `revision ${revision} of ${id}, but ${highest} was already in force` },
          notices,
        );
      }
      const found = { ...loaded(parsed.policy, parsed.digest, "managed", { refusal: null, notices }), source: bytes };
      return proved ? found : { ...found, summary: { ...found.summary, ownership: "not-proved" } };
    }
    default:
      return assertNever(managed);
  }
}
