import { createHash } from "node:crypto";
import { readFile, readlink } from "node:fs/promises";
import { hostname, uptime } from "node:os";
import path from "node:path";
import { z } from "zod";
import { isAlive, processStart } from "./processLife.ts";

const machineSchema = z.looseObject({
  /** Of the lock object that took it: one process may have several. */
  lock: z.string().max(64),
  /** Keyed name of the computer: a home folder may be shared by several. */
  machine: z.string().max(64),
  /** Which start of the computer; null where the OS gives it no name. */
  boot: z.string().max(64).nullable(),
  /** PID namespace: the numbers of another one mean other processes. */
  space: z.string().max(64).nullable(),
  /** When it was taken, in ms since 1970, and how long the computer had been up, in seconds. */
  at: z.number(),
  up: z.number(),
  program: z.string().max(100),
});

/** Who wrote a ticket; null in a ticket of an older version, which has a process number and its start alone. */
export interface Ticket {
  readonly pid: number;
  readonly start: string;
  readonly where: z.infer<typeof machineSchema> | null;
}

const firstLine = (file: string) => readFile(file, "utf8").then((text) => text.trim().slice(0, 64));

/** This process, as it signs its tickets. */
export async function ownTicket(lock: string): Promise<Ticket> {
  const [start, machineId, boot, space] = await Promise.all([
    processStart(process.pid),
    firstLine("/etc/machine-id").catch(() => ""),
    firstLine("/proc/sys/kernel/random/boot_id").catch(() => null),
    readlink("/proc/self/ns/pid").catch(() => null),
  ]);
  const machine = createHash("sha256").update(`${machineId}\0${hostname()}`).digest("hex").slice(0, 16);
  const program = [process.execPath, process.argv[1] ?? ""].map((file) => path.basename(file)).join(" ");
  const where = { lock, machine, boot, space, at: Date.now(), up: uptime(), program: program.trim().slice(0, 100) };
  return { pid: process.pid, start, where };
}

/** "<pid> <start> <json>": the first two words are what older versions read. */
export function ticketText({ pid, start, where }: Ticket): string {
  return `${pid} ${start} ${JSON.stringify(where)}`;
}

/** Null: nobody's ticket. */
export function parseTicket(text: string): Ticket | null {
  const match = /^(\d{1,10}) (\d*)(?: (\{.*\}))?$/s.exec(text);
  if (!match) return null;
  const [, pid, start = "", rest] = match;
  if (rest === undefined) return { pid: Number(pid), start, where: null };
  try {
    return { pid: Number(pid), start, where: machineSchema.parse(JSON.parse(rest)) };
  } catch {
    return null;
  }
}

/** Setting the clock while somebody holds the lock moves it less than this. */
const clockMayMoveMs = 10 * 60_000;

/** The computer was started anew since the ticket was taken: time by its clock and time since its start no longer fit together. */
function isOfAnEarlierStart(
  ticket: NonNullable<Ticket["where"]>,
  own: NonNullable<Ticket["where"]>,
  now: { readonly at: number; readonly up: number },
) {
  if (ticket.boot !== null && own.boot !== null) return ticket.boot !== own.boot;
  const upMs = (now.up - ticket.up) * 1000;
  return upMs < 0 || Math.abs(now.at - ticket.at - upMs) > clockMayMoveMs;
}

export type TicketLife = "alive" | "gone" | "own" | "elsewhere";

/**
 * Whether the process of a ticket lives. "own": it is of this very lock object, which knows itself whether it holds it. "elsewhere": another computer or
 * container on the same folder, whose processes cannot be seen from here: its heartbeat tells.
 * @param now for tests; the time in ms and the time since the start of the computer in seconds
 */
export async function lifeOf(ticket: Ticket, own: Ticket, now = { at: Date.now(), up: uptime() }): Promise<TicketLife> {
  const { where } = ticket;
  if (where === null || own.where === null) return (await isAlive(ticket.pid, ticket.start)) ? "alive" : "gone";
  if (where.machine !== own.where.machine) return "elsewhere";
  if (isOfAnEarlierStart(where, own.where, now)) return "gone";
  if (where.space !== own.where.space) return "elsewhere";
  if (where.lock === own.where.lock) return "own";
  return (await isAlive(ticket.pid, ticket.start)) ? "alive" : "gone";
}
