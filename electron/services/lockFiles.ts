import { link, open, readdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { draftName } from "./draftName.ts";
import { errorCode } from "./errorDetail.ts";
import { whileOthersLook } from "./patience.ts";

/** One numbered ticket of a state folder. */
export interface TicketFile {
  readonly generation: number;
  readonly file: string;
}

/** link(2) where the file system has no hard links: FAT, exFAT, some shares; libuv says UNKNOWN for what it has no name for. */
const noLinks: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "UNKNOWN"]);

const draftIn = (folder: string) => path.join(folder, draftName());

async function ticketsIn(folder: string): Promise<readonly TicketFile[]> {
  return (await readdir(folder)).flatMap((name) => {
    const match = /^lock-(\d{1,15})$/.exec(name);
    return match ? [{ generation: Number(match[1]), file: path.join(folder, name) }] : [];
  });
}

/** @throws the system's error. */
export async function newestTicket(folder: string): Promise<TicketFile | null> {
  const tickets = await ticketsIn(folder);
  return tickets.reduce<TicketFile | null>((newest, one) => (newest === null || one.generation > newest.generation ? one : newest), null);
}

export function ticketAfter(folder: string, newest: TicketFile | null): TicketFile {
  const generation = (newest?.generation ?? 0) + 1;
  return { generation, file: path.join(folder, `lock-${generation}`) };
}

/** Removes the tickets before this one; what cannot be removed (a folder of that name) is left alone. */
export async function sweepTickets(folder: string, before: number): Promise<void> {
  for (const { generation, file } of await ticketsIn(folder)) {
    if (generation < before) await whileOthersLook(() => rm(file, { force: true })).catch(() => undefined);
  }
}

/** How long the ticket was not touched, in ms by the clock of the file system: that of another computer may be another one. @throws the system's error. */
export async function silenceOf(folder: string, { file }: TicketFile): Promise<number> {
  const draft = draftIn(folder);
  try {
    await writeFile(draft, "", { flag: "wx", mode: 0o600 });
    return (await stat(draft)).mtimeMs - (await stat(file)).mtimeMs;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Makes a ticket that nobody has made yet, whole from its first moment: written elsewhere, then linked.
 * @returns "no-links": this file system has none. @throws the system's error.
 */
export async function createByLink(folder: string, { file }: TicketFile, text: string): Promise<"made" | "taken" | "no-links"> {
  const draft = draftIn(folder);
  try {
    await writeFile(draft, text, { flag: "wx", mode: 0o600 });
    await link(draft, file);
    return "made";
  } catch (error) {
    const code = errorCode(error) ?? "";
    if (code === "EEXIST") return "taken";
    // The draft could be written, so it is not the folder that says no.
    if (noLinks.has(code) && (await stat(draft).catch(() => null)) !== null) return "no-links";
    throw error;
  } finally {
    await whileOthersLook(() => rm(draft, { force: true }));
  }
}

/** The same where there are no links: for a moment the ticket is there and empty. @throws the system's error. */
export async function createInPlace({ file }: TicketFile, text: string): Promise<"made" | "taken"> {
  try {
    await writeFile(file, text, { flag: "wx", mode: 0o600 });
    return "made";
  } catch (error) {
    if (errorCode(error) === "EEXIST") return "taken";
    throw error;
  }
}

/** Writes the first byte anew, so that the file system dates it by its own clock. A ticket that was taken over is not made again. Never throws. */
export async function touchTicket({ file }: TicketFile): Promise<void> {
  try {
    const handle = await open(file, "r+");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, 0);
      if (bytesRead === 1) await handle.write(buffer, 0, 1, 0);
    } finally {
      await handle.close();
    }
  } catch {
    // The next beat tries again.
  }
}
