import type { IntegrityIssue } from "../../shared/decision.ts";
import { type KeptRequests, readRequests, requestsFormat } from "./approvals/requests.ts";
import { type Clock, clockSince } from "./clock.ts";
import { declarationsFormat, type KeptDeclarations, readDeclarations } from "./declarations.ts";
import { errorDetail } from "./errorDetail.ts";
import { exceptionsFormat, type KeptExceptions, readExceptions } from "./exceptions.ts";
import { type History, historyFormat, recallHistory } from "./history.ts";
import { type JournalWriter, openJournal } from "./journalWriter.ts";
import { ensureFolder, readJsonFile, setAsideSpoilt } from "./jsonFile.ts";
import { LockError, type LockHolder, openLock } from "./lock.ts";
import { type KeptNetworks, networksFormat, readNetworks } from "./networks.ts";
import { keyFormat, loadSecretKey, pseudonymWith } from "./secretKey.ts";
import { sweepDrafts } from "./sweepDrafts.ts";

/** What is kept, as of one moment, and the clock that follows from it. */
export interface State {
  readonly history: History;
  /** What keeps history.json from being used and written; null: nothing does. */
  readonly issueOfHistory: IntegrityIssue["kind"] | null;
  readonly exceptions: KeptExceptions;
  readonly declarations: KeptDeclarations;
  readonly networks: KeptNetworks;
  readonly requests: KeptRequests;
  readonly clock: Clock;
  /** Without `clock.issue`. */
  readonly issues: readonly IntegrityIssue[];
}

export interface StateStore {
  readonly folder: string;
  readonly journal: JournalWriter;
  /** Hex; stable as long as the folder can be written. */
  readonly secretKey: string;
  /** Reads everything anew: another process may have written. Never throws. */
  read(): Promise<State>;
  /** Files that nobody can use are set aside first. @throws LockError, or what `work` throws. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Writes the file that follows from what the journal holds already. A failure is no failure of what was done: the file is made from the journal when it is
   * read, and that it could not be written is one of `State.issues` until it can. Never throws.
   */
  follow(name: string, write: () => Promise<void>): Promise<void>;
  /** Who kept the lock when it could not be had the last time; null: it was had. */
  lockedBy(): LockHolder | null;
}

/** Those that verdicts rest on. Settings have no say in one: who writes them sets them aside. */
const formats = [historyFormat, exceptionsFormat, declarationsFormat, networksFormat, requestsFormat, keyFormat];

function journalIssue(journal: JournalWriter): readonly IntegrityIssue[] {
  const { brokenAt } = journal.reading().verification;
  return brokenAt ? [{ kind: "journal-broken", detail: `journal.jsonl line ${brokenAt.line}: ${brokenAt.reason}` }] : [];
}

/** Opens the state folder and makes it when it is missing. Never throws: what cannot be had is said in `State.issues`. */
export async function openStateStore(folder: string, readClock: () => Date): Promise<StateStore> {
  const lock = openLock(folder);
  let holder: LockHolder | null = null;
  // A file is set aside once, but what was lost with it stays lost for as long as this process lives.
  const lost = new Map<string, IntegrityIssue>();
  const behind = new Map<string, IntegrityIssue>();
  const exclusively = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      await ensureFolder(folder);
    } catch (error) {
      throw new LockError(`state folder: ${errorDetail(error)}`);
    }
    try {
      return await lock.run(async () => {
        holder = null;
        for (const issue of await Promise.all(formats.map((format) => setAsideSpoilt(folder, format, readClock())))) {
          if (issue) lost.set(issue.detail, issue);
        }
        return work();
      });
    } catch (error) {
      if (error instanceof LockError) holder = error.holder;
      throw error;
    }
  };
  const [journal, secret] = await Promise.all([
    openJournal(folder),
    // On failure without the lock: a folder that cannot be written may still hold its key.
    exclusively(async () => {
      await sweepDrafts(folder);
      return loadSecretKey(folder, true);
    }).catch(() => loadSecretKey(folder, false)),
  ]);
  // That nothing can be written is found out anew by each run; here only what was lost, or is not ours to use.
  const opening = secret.issue === null || secret.issue.kind === "state-unwritable" ? [] : [secret.issue];
  return {
    folder,
    journal,
    secretKey: secret.key,
    async read() {
      await journal.refresh();
      const reading = journal.reading();
      const file = await readJsonFile(folder, historyFormat);
      const history = recallHistory(file, reading);
      const clock = clockSince(readClock, history.past);
      const [exceptions, declarations, networks, requests] = await Promise.all([
        readExceptions(folder, reading),
        readDeclarations(folder, reading),
        readNetworks(folder, reading, pseudonymWith(secret.key)),
        readRequests(folder, reading),
      ]);
      const here = [file, exceptions, declarations, networks, requests].flatMap(({ issue }) => issue ?? []);
      const unproved = [exceptions, declarations, networks, requests].flatMap((kept) => kept.unproved);
      const headBehind = journal.warning();
      const late: IntegrityIssue[] = headBehind === null ? [] : [{ kind: "state-unwritable", detail: headBehind }];
      const issues = [...journalIssue(journal), ...late, ...behind.values(), ...opening, ...lost.values(), ...here, ...unproved];
      return { history, issueOfHistory: file.issue?.kind ?? null, exceptions, declarations, networks, requests, clock, issues };
    },
    exclusively,
    async follow(name, write) {
      try {
        await write();
        behind.delete(name);
      } catch (error) {
        behind.set(name, { kind: "state-unwritable", detail: `${name}: ${errorDetail(error)}` });
      }
    },
    lockedBy: () => holder,
  };
}
