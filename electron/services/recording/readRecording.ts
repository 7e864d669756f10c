import path from "node:path";
import { z } from "zod";
import { plainJson, plainProblemWords } from "../../../shared/plainJson.ts";
import { commands } from "../../host/commands.ts";
import { type Recording, recordingFormats, recordingSchema } from "../../host/recording.ts";
import { readBoundedFile } from "../boundedFile.ts";

export const recordingFile = "machine.json";
const largestBytes = 64 * 1024 * 1024;

/** Why a recording cannot be used, with a detail in technical words. */
export interface RecordingProblem {
  readonly code: "missing" | "too-large" | "not-a-file" | "unreadable" | "not-json" | "foreign" | "newer" | "damaged";
  readonly detail: string;
}
export type RecordingReading =
  | {
      readonly ok: true;
      readonly recording: Recording /** Commands that this version does not know; nothing asks for them. */;
      readonly unknownCommands: readonly string[];
    }
  | { readonly ok: false; readonly problem: RecordingProblem };

const headSchema = z.looseObject({ schema: z.string() });
const version = /^preflight-recording\/(\d{1,6})$/;

function fail(code: RecordingProblem["code"], detail = ""): RecordingReading {
  return { ok: false, problem: { code, detail: detail.slice(0, 300) } };
}

/** Reads the text of a recording. Pure, never throws, whatever the bytes are. */
export function parseRecording(bytes: Uint8Array): RecordingReading {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail("not-json", "not UTF-8 text");
  }
  const read = plainJson(text);
  if (!read.ok) return fail("not-json", plainProblemWords[read.problem]);
  const json = read.value;
  const head = headSchema.safeParse(json);
  if (!head.success) return fail("foreign");
  const [, number] = version.exec(head.data.schema) ?? [];
  if (number === undefined) return fail("foreign", head.data.schema);
  if (Number(number) > Math.max(...recordingFormats)) return fail("newer", head.data.schema);
  const parsed = recordingSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail("damaged", `${issue?.path.map(String).join(" ") ?? ""}: ${issue?.message ?? ""}`);
  }
  const unknownCommands = Object.keys(parsed.data.commands).filter((key) => !Object.hasOwn(commands, key.split(" ", 1)[0] ?? ""));
  return { ok: true, recording: parsed.data, unknownCommands };
}

/** Reads machine.json of a folder. Never throws; a pipe or a device is refused, not waited for. */
export async function readRecording(folder: string): Promise<RecordingReading> {
  const read = await readBoundedFile(path.join(folder, recordingFile), largestBytes, true);
  switch (read.outcome) {
    case "read":
      return parseRecording(read.bytes);
    case "missing":
      return fail("missing");
    case "too-large":
      return fail("too-large", "64 MiB");
    case "not-regular":
      return fail("not-a-file");
    case "unreadable":
      return fail("unreadable", read.detail);
  }
}
