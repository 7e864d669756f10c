import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { commands } from "../../electron/host/commands.ts";
import type { EnvironmentName } from "../../electron/host/host.ts";
import { egressSchema, interfaceSchema, noAnswerSchema, tlsSchema } from "../../electron/host/recording.ts";

const root = fileURLToPath(new URL("../fixtures/", import.meta.url));
const text = z.union([z.string(), z.array(z.string())]);

const commandSchema = z.strictObject({
  outcome: z.enum(["exited", "killed", "timeout", "missing", "denied", "too-much-output", "cancelled", "failed"]).default("exited"),
  code: z.number().nullable().default(0),
  stdout: text.optional(),
  /** Raw bytes beside the fixture, where they matter or are many. */
  stdoutFile: z.string().optional(),
  stderr: text.optional(),
});
const fileSchema = z.union([
  text,
  z.strictObject({
    text: text.optional(),
    modifiedAt: z.iso.datetime().optional(),
    outcome: z.enum(["denied", "too-large", "not-a-file", "failed"]).optional(),
  }),
]);
const folderSchema = z.union([
  z.array(z.string()),
  z.strictObject({
    names: z.array(z.string()).optional(),
    modifiedAt: z.iso.datetime().optional(),
    outcome: z.enum(["denied", "failed"]).optional(),
  }),
]);
const commandKey = z.string().refine((key) => Object.hasOwn(commands, key.split(" ", 1)[0] ?? ""), "no such command in the catalogue");
const httpSchema = z.union([
  z.strictObject({ outcome: z.literal("answered"), status: z.number(), location: z.string().nullable().default(null), body: z.string().default("") }),
  noAnswerSchema,
]);

/** One recorded piece of a machine. `source` is honest: captured on a real machine, from a vendor's document, or invented in the same shape. */
const fixtureSchema = z.strictObject({
  os: z.string(),
  source: z.enum(["captured", "vendor-docs", "synthetic"]),
  url: z.url().optional(),
  note: z.string().min(1),
  /** By id, or by id and interface ("ipconfig-getsummary en0") for a command that asks about one. */
  commands: z.record(commandKey, commandSchema).default({}),
  files: z.record(z.string(), fileSchema).default({}),
  folders: z.record(z.string(), folderSchema).default({}),
  links: z.record(z.string(), z.string()).default({}),
  /** Paths that are certainly not there; "/**" at the end: nothing below either. */
  missing: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  egress: z.record(z.string(), egressSchema).default({}),
  /** The whole list of interfaces; absent: not recorded. */
  interfaces: z.array(interfaceSchema).optional(),
  /** By "server:port" and by address. */
  tls: z.record(z.string(), tlsSchema).default({}),
  http: z.record(z.string(), httpSchema).default({}),
  groupIds: z.array(z.number()).optional(),
  timeZone: z.string().optional(),
  hostname: z.string().optional(),
  userName: z.string().optional(),
  /** By the user's record; absent: HOME. */
  homeFolder: z.string().optional(),
  now: z.iso.datetime().optional(),
});
export type RecordedFile = z.infer<typeof fileSchema>;
export type RecordedFolder = z.infer<typeof folderSchema>;
export type RecordedEgress = z.infer<typeof egressSchema>;
export interface RecordedCommand {
  readonly outcome: z.infer<typeof commandSchema>["outcome"];
  readonly code: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}
export interface Fixture {
  readonly name: string;
  readonly source: z.infer<typeof fixtureSchema>["source"];
  readonly commands: Readonly<Record<string, RecordedCommand>>;
  readonly files: Readonly<Record<string, RecordedFile>>;
  readonly folders: Readonly<Record<string, RecordedFolder>>;
  readonly links: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
  readonly environment: Readonly<Partial<Record<EnvironmentName, string>>>;
  readonly egress: Readonly<Record<string, RecordedEgress>>;
  readonly interfaces?: z.infer<typeof interfaceSchema>[] | undefined;
  readonly tls: Readonly<Record<string, z.infer<typeof tlsSchema>>>;
  readonly http: Readonly<Record<string, z.infer<typeof httpSchema>>>;
  readonly groupIds?: readonly number[] | undefined;
  readonly timeZone?: string | undefined;
  readonly hostname?: string | undefined;
  readonly userName?: string | undefined;
  readonly homeFolder?: string | undefined;
  readonly now?: string | undefined;
}

export const bytes = (value: string | readonly string[] | undefined): Uint8Array =>
  new TextEncoder().encode(value === undefined ? "" : typeof value === "string" ? value : `${value.join("\n")}\n`);

/** A recording by its name below test/fixtures, without ".json": "linux/wifi-link/open". */
export function loadFixture(name: string): Fixture {
  const path = join(root, `${name}.json`);
  return readFixture(JSON.parse(readFileSync(path, "utf8")), name, dirname(path));
}

/** A recorded piece out of its JSON; `folder`: where its files of raw bytes are. */
export function readFixture(json: unknown, name: string, folder: string): Fixture {
  const fixture = fixtureSchema.parse(json);
  const recorded = Object.entries(fixture.commands).map(([id, { outcome, code, stdout, stdoutFile, stderr }]) => {
    const output = stdoutFile === undefined ? bytes(stdout) : new Uint8Array(readFileSync(join(folder, stdoutFile)));
    return [id, { outcome, code: outcome === "exited" ? code : null, stdout: output, stderr: bytes(stderr) }] as const;
  });
  return { ...fixture, name, commands: Object.fromEntries(recorded) };
}

/** Names of all recordings of one OS. */
export function fixtureNames(os: string): readonly string[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith(".json") && !entry.name.endsWith(".raw.json")) found.push(relative(root, path).slice(0, -".json".length));
    }
  };
  walk(join(root, os));
  return found.sort();
}
