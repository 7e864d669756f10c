import { randomBytes } from "node:crypto";
import { constants, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import type { IntegrityIssue } from "../../shared/decision.ts";
import { errorCode, errorDetail } from "./errorDetail.ts";
import { whileOthersLook } from "./patience.ts";
import { replaceFile } from "./replaceFile.ts";

const maxBytes = 8 * 1024 * 1024;

/** What a state file holds: `value` is null when there is none, or none that can be used; `issue` says which of the two. */
export interface JsonFileReading<T> {
  readonly value: T | null;
  readonly issue: IntegrityIssue | null;
  /** False: something is in its place that could be neither read nor set aside, and writing would destroy it. */
  readonly replaceable: boolean;
}

/** "20261123T084102.123Z": a time that every file system takes in a name. */
export function timeInName(at: Date): string {
  return at.toISOString().replace(/[-:]/g, "");
}

/** Makes the state folder for this user alone. @throws the system's error. */
export async function ensureFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

async function readBounded(file: string): Promise<string> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Error("not a regular file");
    if (stat.size > maxBytes) throw new Error(`larger than ${maxBytes} bytes`);
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}

/**
 * Reads a state file. One that cannot be used is set aside as `<name>.corrupt-<time>` with all its content and reported; it is never
 * repaired by guessing. Never throws.
 */
export async function readJsonFile<S extends z.ZodType>(folder: string, name: string, schema: S, now: Date): Promise<JsonFileReading<z.infer<S>>> {
  const file = path.join(folder, name);
  let text: string;
  try {
    text = await whileOthersLook(() => readBounded(file));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { value: null, issue: null, replaceable: true };
    return { value: null, issue: { kind: "state-unreadable", detail: `${name}: ${errorDetail(error)}` }, replaceable: false };
  }
  let problem: string;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { value: parsed.data, issue: null, replaceable: true };
    const [first] = parsed.error.issues;
    problem = `${first?.path.join(".") ?? ""}: ${first?.message ?? "invalid"}`;
  } catch {
    problem = "not JSON";
  }
  const aside = `${name}.corrupt-${timeInName(now)}`;
  const replaceable = await whileOthersLook(() => rename(file, path.join(folder, aside))).then(
    () => true,
    () => false,
  );
  const kept = replaceable ? `kept as ${aside}` : "left in place";
  return { value: null, issue: { kind: "state-unreadable", detail: `${name}: ${problem.slice(0, 300)}; ${kept}` }, replaceable };
}

/**
 * Writes a whole file at once: temporary file, fsync, rename. After a power cut the old or the new content is there, never a part.
 * @throws the system's error; the old file is then still whole.
 */
export async function writeFileAtomically(folder: string, name: string, text: string): Promise<void> {
  const draft = path.join(folder, `draft-${process.pid}-${randomBytes(6).toString("hex")}`);
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(text, "utf8");
      await handle.sync();
    } finally {
      await handle.close();
    }
    await replaceFile(draft, path.join(folder, name));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** @throws the system's error; the old file is then still whole. */
export async function writeJsonFile(folder: string, name: string, value: unknown): Promise<void> {
  await writeFileAtomically(folder, name, `${JSON.stringify(value, null, 2)}\n`);
}
