import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { rm, truncate, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { readBoundedFile } from "./boundedFile.ts";
import { errorCode, errorDetail } from "./errorDetail.ts";
import { createByLink, createInPlace, newestTicket, silenceOf, sweepTickets, type TicketFile, ticketAfter, touchTicket } from "./lockFiles.ts";
import { lifeOf, ownTicket, parseTicket, type Ticket, ticketText } from "./lockTicket.ts";
import { whileOthersLook } from "./patience.ts";

/** Who keeps the lock, for the words that a person reads. */
export interface LockHolder {
  readonly pid: number;
  readonly program: string;
}

/** The lock could not be had in time, or the folder cannot be written. */
export class LockError extends Error {
  /** Null: nobody holds it, the folder itself is the obstacle. */
  readonly holder: LockHolder | null;
  constructor(message: string, holder: LockHolder | null = null) {
    super(message);
    this.holder = holder;
  }
}

const waitMs = 5000;
const beatMs = 2000;
/** A holder elsewhere that was silent for so long is gone. */
const silenceMs = 30_000;
const largestTicket = 4096;

/** "unclear": it changes at this moment. */
type Standing = { readonly kind: "free" | "unclear" } | { readonly kind: "held"; readonly generation: number; readonly holder: LockHolder };
type Taken = { readonly kind: "taken"; readonly ticket: TicketFile };

/** One lock object of one state folder. It knows what it gave back, and for whom it has waited in vain. */
export interface Lock {
  /**
   * Runs `work` while no other process (and no other caller in this one) works on the same state folder. Not reentrant.
   * @throws LockError when the folder cannot be written or the holder does not let go within 5 s; as long as the same holder keeps it, later calls do not
   * wait for it again. Errors of `work` pass through.
   */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Tickets with rising numbers: whoever creates the next number holds the lock (link fails when the name exists), and the highest number is never
 * removed, only emptied. So a slow process that still wants to replace a dead holder's ticket sees the newer one and steps back:
 * no moment exists in which two believe to hold it, and nobody ever removes a living holder's ticket.
 */
export function openLock(folder: string): Lock {
  const id = randomBytes(8).toString("hex");
  let linkless = false;
  /** The ticket for which somebody has waited to the end. */
  let givenUpOn: number | null = null;
  /** Callers in this process, one after the other. */
  let turn: Promise<void> = Promise.resolve();

  const standingOf = async (ticketFile: TicketFile, own: Ticket): Promise<Standing> => {
    const { file, generation } = ticketFile;
    const read = await readBoundedFile(file, largestTicket);
    // Removed meanwhile because somebody took a newer one.
    if (read.outcome === "missing") return { kind: "unclear" };
    if (read.outcome === "unreadable") throw new Error(read.detail);
    // Somebody put something else there: nobody's ticket.
    if (read.outcome !== "read") return { kind: "free" };
    const text = read.bytes.toString("utf8");
    // Without links a ticket is made first and written then: an empty one may be somebody's in the next moment.
    if (text === "" && linkless) return { kind: (await silenceOf(folder, ticketFile)) < beatMs ? "unclear" : "free" };
    const ticket = parseTicket(text);
    if (ticket === null) return { kind: "free" };
    const held: Standing = { kind: "held", generation, holder: { pid: ticket.pid, program: ticket.where?.program ?? "Preflight" } };
    const life = await lifeOf(ticket, own);
    if (life === "elsewhere") return (await silenceOf(folder, ticketFile)) > silenceMs ? { kind: "free" } : held;
    // Of this very object, whose turn it is: it was given back, and only the emptying failed.
    return life === "alive" ? held : { kind: "free" };
  };

  const create = async (ticket: TicketFile, text: string): Promise<boolean> => {
    const made = linkless ? await createInPlace(ticket, text) : await createByLink(folder, ticket, text);
    if (made === "no-links") linkless = true;
    return made === "made";
  };

  /** Emptied, not removed. Should that fail, it is tried again: others see a living process and would wait for it as long as it runs. */
  const giveBack = async (ticket: TicketFile): Promise<void> => {
    try {
      await whileOthersLook(() => truncate(ticket.file, 0));
      if (linkless) await writeFile(ticket.file, "-", { flag: "r+" });
    } catch (error) {
      if (errorCode(error) !== "ENOENT") setTimeout(() => void giveBack(ticket), beatMs).unref();
    }
  };

  const tryTake = async (): Promise<Standing | Taken> => {
    const own = await ownTicket(id);
    const newest = await newestTicket(folder);
    const standing: Standing = newest === null ? { kind: "free" } : await standingOf(newest, own);
    if (standing.kind !== "free") return standing;
    const ticket = ticketAfter(folder, newest);
    if (!(await create(ticket, ticketText(own)))) return { kind: "unclear" };
    if ((await newestTicket(folder))?.generation !== ticket.generation) {
      await whileOthersLook(() => rm(ticket.file, { force: true }));
      return { kind: "unclear" };
    }
    await sweepTickets(folder, ticket.generation);
    return { kind: "taken", ticket };
  };

  const take = async (): Promise<TicketFile> => {
    const begun = performance.now();
    for (;;) {
      const answer = await tryTake().catch((error: unknown) => {
        throw new LockError(`lock: ${errorDetail(error)}`);
      });
      if (answer.kind === "taken") return answer.ticket;
      const held = answer.kind === "held" ? answer : null;
      if (performance.now() - begun > waitMs || (held !== null && held.generation === givenUpOn)) {
        if (held === null) throw new LockError("lock: could not be had");
        givenUpOn = held.generation;
        throw new LockError(`lock: held by process ${held.holder.pid} (${held.holder.program})`, held.holder);
      }
      await sleep(5 + Math.random() * 15);
    }
  };

  /** @returns the function that lets the next caller in */
  const inTurn = async (): Promise<() => void> => {
    const before = turn;
    const mine = new AbortController();
    const done = () => mine.abort();
    const ended = once(mine.signal, "abort");
    turn = before.then(() => ended).then(() => undefined);
    const late = new AbortController();
    const waited = await Promise.race([before.then(() => true), sleep(waitMs, false, { signal: late.signal }).catch(() => true)]);
    late.abort();
    if (waited) return done;
    done();
    throw new LockError(`lock: held by process ${process.pid} (this one)`, { pid: process.pid, program: "Preflight" });
  };

  return {
    async run(work) {
      const done = await inTurn();
      try {
        const ticket = await take();
        // Those who cannot see this process see that its ticket is touched.
        const beat = setInterval(() => void touchTicket(ticket), beatMs);
        beat.unref();
        try {
          return await work();
        } finally {
          clearInterval(beat);
          await giveBack(ticket);
        }
      } finally {
        done();
      }
    },
  };
}
