import { z } from "zod";
import { platformSchema } from "../../shared/platform.ts";

/**
 * How many times the questions of a recording have grown. 1: the first version. 2: since the questions that `askedSince(2, …)` names were added.
 * Every earlier number is still read: what it never asked is then "not seen", which is never "not there".
 */
export const recordingFormats = [1, 2] as const;
export type RecordingFormat = (typeof recordingFormats)[number];
const idOf = <F extends RecordingFormat>(format: F) => `preflight-recording/${format}` as const;
const recordingSchemaIds = [idOf(1), idOf(2)] as const;
/** What this version writes. */
export const recordingSchemaId = idOf(2);

/** Text as it is; bytes that are no plain text as base64. */
const bytesSchema = z.union([z.string(), z.strictObject({ base64: z.base64() })]);
export type RecordedBytes = z.infer<typeof bytesSchema>;

const commandSchema = z.strictObject({
  outcome: z.enum(["exited", "killed", "timeout", "missing", "denied", "too-much-output", "cancelled", "failed"]),
  code: z.number().int().nullable(),
  stdout: bytesSchema,
  stderr: bytesSchema,
  durationMs: z.number().min(0),
});
const fileSchema = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("read"), bytes: bytesSchema, modifiedAt: z.iso.datetime() }),
  z.strictObject({ outcome: z.enum(["missing", "denied", "too-large", "not-a-file", "failed"]) }),
]);
const folderSchema = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("read"), names: z.array(z.string()), modifiedAt: z.iso.datetime() }),
  z.strictObject({ outcome: z.enum(["missing", "denied", "failed"]) }),
]);
export const egressSchema = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("routed"), localAddress: z.string(), interface: z.string().nullable() }),
  z.strictObject({ outcome: z.literal("no-route") }),
  z.strictObject({ outcome: z.literal("failed"), detail: z.string() }),
]);
export const interfaceSchema = z.strictObject({
  interface: z.string(),
  address: z.string(),
  family: z.union([z.literal(4), z.literal(6)]),
  prefix: z.number().int().min(0).max(128),
  mac: z.string(),
  internal: z.boolean(),
});
export const noAnswerSchema = z.strictObject({ outcome: z.enum(["unreachable", "timeout", "failed"]), detail: z.string() });
export const tlsSchema = z.union([
  z.strictObject({ outcome: z.literal("answered"), pin: z.string(), localAddress: z.string(), interface: z.string().nullable() }),
  noAnswerSchema,
]);
const httpSchema = z.union([
  z.strictObject({ outcome: z.literal("answered"), status: z.number().int(), location: z.string().nullable(), body: bytesSchema }),
  noAnswerSchema,
]);

/** Everything that one run asked of a machine, with the answers. A machine of its own for whoever replays it. */
export const recordingSchema = z.strictObject({
  schema: z.enum(recordingSchemaIds),
  /** Absent: the recording does not say. */
  os: platformSchema.optional(),
  appVersion: z.string().max(64),
  /** The clock stood at this moment during the whole run. */
  now: z.iso.datetime(),
  /** The policy under which it was recorded: what was looked at depends on it. */
  policy: z.strictObject({ id: z.string().max(64), revision: z.number().int(), digest: z.string().max(128) }).optional(),
  /** By id, or by id and interface ("ipconfig-getsummary en0") for a command that asks about one. */
  commands: z.record(z.string(), commandSchema),
  files: z.record(z.string(), fileSchema),
  folders: z.record(z.string(), folderSchema),
  /** null: no link, or it cannot be read. */
  links: z.record(z.string(), z.string().nullable()),
  /** Paths that are certainly not there; "/**" at the end: nothing below either. */
  missing: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
  /** By address. */
  egress: z.record(z.string(), egressSchema),
  /** Absent: not asked. */
  interfaces: z.array(interfaceSchema).optional(),
  /** By "server:port". */
  tls: z.record(z.string(), tlsSchema),
  /** By address of the page. */
  http: z.record(z.string(), httpSchema),
  groupIds: z.array(z.number().int()),
  timeZone: z.string().max(256),
  hostname: z.string().max(1024),
  userName: z.string().max(1024),
  /** Absent: not asked by an older version, whose probes took HOME for it. */
  homeFolder: z.string().max(1024).optional(),
});
export type Recording = z.infer<typeof recordingSchema>;

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Text where it is plain UTF-8 text that an editor shows, else base64. The same bytes come back from `bytesOf`. */
export function recordBytes(bytes: Uint8Array): RecordedBytes {
  try {
    const text = strictUtf8.decode(bytes);
    if (!control.test(text)) return text;
  } catch {
    // Not UTF-8: kept as it is.
  }
  return { base64: Buffer.from(bytes).toString("base64") };
}

export function bytesOf(recorded: RecordedBytes): Uint8Array {
  return typeof recorded === "string" ? new TextEncoder().encode(recorded) : new Uint8Array(Buffer.from(recorded.base64, "base64"));
}

export function formatOf({ schema }: Pick<Recording, "schema">): RecordingFormat {
  return recordingFormats.find((format) => schema === idOf(format)) ?? 1;
}

/** Under which a command stands in the recording. */
export function commandKey(command: string, subject: string | undefined): string {
  return subject === undefined ? command : `${command} ${subject}`;
}
