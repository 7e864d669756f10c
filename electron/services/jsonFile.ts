import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import type { IntegrityIssue } from "../../shared/decision.ts";
import { readBoundedFile } from "./boundedFile.ts";
import { type KeptFormat, understand } from "./keptFormat.ts";
import { whileOthersLook } from "./patience.ts";
import { writeWhole } from "./writeWhole.ts";

const maxBytes = 8 * 1024 * 1024;

/** What a state file holds: `value` is null when there is none, or none that can be used; `issue` says which of the two. */
export interface JsonFileReading<T> {
  readonly value: T | null;
  readonly issue: IntegrityIssue | null;
  /** False: what is in its place must not be written over: it could not be read, or a newer version wrote it. */
  readonly replaceable: boolean;
  /** It holds nothing that any version wrote: whoever has the lock sets it aside before anything is written. */
  readonly spoilt: boolean;
}

/** "20261123T084102.123Z": a time that every file system takes in a name. */
export function timeInName(at: Date): string {
  return at.toISOString().replace(/[-:]/g, "");
}

/** Makes the state folder for this user alone. @throws the system's error. */
export async function ensureFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Reads a state file and changes nothing, so it may be called without the lock. Never throws, never waits. */
export async function readJsonFile<S extends z.ZodType>(folder: string, format: KeptFormat<S>): Promise<JsonFileReading<z.infer<S>>> {
  const { name } = format;
  const problem = (kind: IntegrityIssue["kind"], detail: string, spoilt = false): JsonFileReading<z.infer<S>> => ({
    value: null,
    issue: { kind, detail: `${name}: ${detail}`.slice(0, 400) },
    replaceable: spoilt,
    spoilt,
  });
  const read = await readBoundedFile(path.join(folder, name), maxBytes);
  switch (read.outcome) {
    case "missing":
      return { value: null, issue: null, replaceable: true, spoilt: false };
    case "not-regular":
      return problem("state-unreadable", "not a regular file; left in place");
    case "too-large":
      return problem("state-unreadable", `larger than ${maxBytes} bytes; left in place`);
    case "unreadable":
      return problem("state-unreadable", read.detail);
    case "read": {
      const understood = understand(format, read.bytes.toString("utf8"));
      if (understood.kind === "spoilt") return problem("state-unreadable", understood.problem, true);
      if (understood.kind === "newer") return problem("state-newer", `${understood.detail}; left as it is`);
      return { value: understood.value, issue: null, replaceable: true, spoilt: false };
    }
  }
}

/**
 * Gives a state file that nobody can use another name, `<name>.corrupt-<time>`, with all its content; it is never repaired by guessing. The caller holds the
 * folder's lock: without it the good file that another process has just written would be taken away. Never throws.
 * @returns what was lost; null: nothing was, or it could not be set aside and is still there
 */
export async function setAsideSpoilt(folder: string, format: KeptFormat<z.ZodType>, now: Date): Promise<IntegrityIssue | null> {
  const { issue, spoilt } = await readJsonFile(folder, format);
  if (!spoilt || issue === null) return null;
  const aside = `${format.name}.corrupt-${timeInName(now)}`;
  try {
    await whileOthersLook(() => rename(path.join(folder, format.name), path.join(folder, aside)));
    return { ...issue, detail: `${issue.detail}; kept as ${aside}` };
  } catch {
    return null;
  }
}

/**
 * Writes a whole state file at once: after a power cut the old or the new content is there, never a part.
 * @throws as `writeWhole`; the old file is then still whole.
 */
export async function writeFileAtomically(folder: string, name: string, text: string): Promise<void> {
  await writeWhole(path.join(folder, name), text, { mode: 0o600, replace: true });
}

/** @throws the system's error; the old file is then still whole. */
export async function writeJsonFile(folder: string, name: string, value: unknown): Promise<void> {
  await writeFileAtomically(folder, name, `${JSON.stringify(value, null, 2)}\n`);
}
