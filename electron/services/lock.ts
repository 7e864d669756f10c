import { randomBytes } from "node:crypto";
import { link, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode, errorDetail } from "./errorDetail.ts";
import { whileOthersLook } from "./patience.ts";
import { isAlive, processStart } from "./processLife.ts";

/** The lock could not be had in time, or the folder cannot be written. */
export class LockError extends Error {}

const prefix = "lock-";
const waitMs = 5000;

interface Ticket {
  readonly generation: number;
  readonly file: string;
}

async function newestTicket(folder: string): Promise<Ticket | null> {
  const generations = (await readdir(folder)).flatMap((name) => {
    const match = /^lock-(\d{1,15})$/.exec(name);
    return match ? [Number(match[1])] : [];
  });
  if (generations.length === 0) return null;
  const generation = Math.max(...generations);
  return { generation, file: path.join(folder, `${prefix}${generation}`) };
}

/** An empty ticket was given back; one of a process that is gone counts as given back. Content is there from the first moment (link). */
async function isHeld(ticket: Ticket): Promise<boolean> {
  let text: string;
  try {
    text = await whileOthersLook(() => readFile(ticket.file, "utf8"));
  } catch (error) {
    // Removed meanwhile because somebody took a newer one.
    if (errorCode(error) === "ENOENT") return true;
    throw error;
  }
  if (text === "") return false;
  const [pid, start] = text.split(" ");
  return isAlive(Number(pid), start ?? "");
}

async function sweep(folder: string, newest: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const match = /^lock-(\d{1,15})$/.exec(name);
    if (match && Number(match[1]) < newest) await whileOthersLook(() => rm(path.join(folder, name), { force: true }));
  }
}

/**
 * Tickets with rising numbers: whoever creates the next number holds the lock (link fails when the name exists), and the highest number is never
 * removed, only emptied. So a slow process that still wants to replace a dead holder's ticket sees the newer one and steps back:
 * no moment exists in which two believe to hold it, and nobody ever removes a living holder's ticket.
 */
async function tryTake(folder: string, content: string): Promise<Ticket | null> {
  const newest = await newestTicket(folder);
  if (newest !== null && (await isHeld(newest))) return null;
  const generation = (newest?.generation ?? 0) + 1;
  const file = path.join(folder, `${prefix}${generation}`);
  const draft = path.join(folder, `draft-${process.pid}-${randomBytes(6).toString("hex")}`);
  try {
    await writeFile(draft, content, { flag: "wx", mode: 0o600 });
    await link(draft, file);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return null;
    throw error;
  } finally {
    await whileOthersLook(() => rm(draft, { force: true }));
  }
  const now = await newestTicket(folder);
  if (now === null || now.generation !== generation) {
    await whileOthersLook(() => rm(file, { force: true }));
    return null;
  }
  await sweep(folder, generation);
  return { generation, file };
}

/**
 * Runs `work` while no other process (and no other caller in this one) works on the same state folder. Not reentrant.
 * @throws LockError when the folder cannot be written or the holder does not let go within 5 s. Errors of `work` pass through.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + waitMs;
  const content = `${process.pid} ${await processStart(process.pid)}`;
  let ticket: Ticket | null = null;
  while (ticket === null) {
    try {
      ticket = await tryTake(folder, content);
    } catch (error) {
      throw new LockError(`lock: ${errorDetail(error)}`);
    }
    if (ticket === null) {
      if (Date.now() > deadline) throw new LockError("lock: another process holds it");
      await sleep(5 + Math.random() * 15);
    }
  }
  try {
    return await work();
  } finally {
    // Emptied, not removed. On failure the ticket counts as given back when this process ends.
    const { file } = ticket;
    await whileOthersLook(() => truncate(file, 0)).catch(() => undefined);
  }
}
