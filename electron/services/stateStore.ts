import type { IntegrityIssue } from "../../shared/decision.ts";
import { type KeptRequests, readRequests } from "./approvals/requests.ts";
import { type Clock, clockSince } from "./clock.ts";
import { type KeptDeclarations, readDeclarations } from "./declarations.ts";
import { errorDetail } from "./errorDetail.ts";
import { type KeptExceptions, readExceptions } from "./exceptions.ts";
import { type History, historyFile, historySchema, recallHistory } from "./history.ts";
import { type JournalWriter, openJournal } from "./journalWriter.ts";
import { ensureFolder, readJsonFile } from "./jsonFile.ts";
import { LockError, withLock } from "./lock.ts";
import { type KeptNetworks, readNetworks } from "./networks.ts";
import { loadSecretKey, pseudonymWith } from "./secretKey.ts";

/** What is kept, as of one moment, and the clock that follows from it. */
export interface State {
  readonly history: History;
  readonly historyReplaceable: boolean;
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
  /** @throws LockError, or what `work` throws. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

function journalIssue(journal: JournalWriter): readonly IntegrityIssue[] {
  const { brokenAt } = journal.reading().verification;
  return brokenAt ? [{ kind: "journal-broken", detail: `journal.jsonl line ${brokenAt.line}: ${brokenAt.reason}` }] : [];
}

/** Opens the state folder and makes it when it is missing. Never throws: what cannot be had is said in `State.issues`. */
export async function openStateStore(folder: string, readClock: () => Date): Promise<StateStore> {
  const exclusively = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      await ensureFolder(folder);
    } catch (error) {
      throw new LockError(`state folder: ${errorDetail(error)}`);
    }
    return withLock(folder, work);
  };
  const [journal, secret] = await Promise.all([
    openJournal(folder),
    // On failure without the lock: a folder that cannot be written may still hold its key.
    exclusively(() => loadSecretKey(folder, readClock())).catch(() => loadSecretKey(folder, readClock())),
  ]);
  // That nothing can be written is found out anew by each run; here only what was lost.
  const opening = secret.issue?.kind === "state-unreadable" ? [secret.issue] : [];
  // A file is set aside once, but what was lost with it stays lost for as long as this process lives.
  const lost = new Map(opening.map((issue) => [issue.detail, issue]));
  return {
    folder,
    journal,
    secretKey: secret.key,
    async read() {
      await journal.refresh();
      const reading = journal.reading();
      const started = readClock();
      const file = await readJsonFile(folder, historyFile, historySchema, started);
      const history = recallHistory(file, reading);
      const clock = clockSince(readClock, history.past);
      const [exceptions, declarations, networks, requests] = await Promise.all([
        readExceptions(folder, reading, clock.now()),
        readDeclarations(folder, reading, clock.now()),
        readNetworks(folder, reading, pseudonymWith(secret.key), clock.now()),
        readRequests(folder, reading, clock.now()),
      ]);
      const here: IntegrityIssue[] = [];
      for (const { issue, replaceable } of [file, exceptions, declarations, networks, requests]) {
        if (issue && replaceable) lost.set(issue.detail, issue);
        else if (issue) here.push(issue);
      }
      const unproved = [exceptions, declarations, networks, requests].flatMap((kept) => kept.unproved);
      const issues = [...journalIssue(journal), ...lost.values(), ...here, ...unproved];
      return { history, historyReplaceable: file.replaceable, exceptions, declarations, networks, requests, clock, issues };
    },
    exclusively,
  };
}
