import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { CommandId } from "../../electron/host/commands.ts";
import { commands } from "../../electron/host/commands.ts";
import { factIdSchema } from "../../shared/facts/catalogue.ts";

const root = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** Beside each sample `NAME.txt` (or `NAME.blocks.json`) stands `NAME.expected.json`: where its shape comes from and what must be read out of it. */
const expectedSchema = z.strictObject({
  /** The document or public output whose shape it follows. */
  follows: z.string().min(1),
  /** captured: bytes of a real program run for this project. invented: same shape, own values. */
  origin: z.enum(["captured", "invented"]),
  /** In one sentence, what it shows. */
  says: z.string().min(1),
  /** The command of the catalogue that prints this; the name of the folder when absent. */
  command: z.string().optional(),
  code: z.number().int().default(0),
  stream: z.enum(["stdout", "stderr"]).default("stdout"),
  /** In which encodings the same text must be read the same; cp932 comes with CRLF, as a Japanese Windows prints it. */
  encodings: z
    .array(z.enum(["utf-8", "cp932"]))
    .min(1)
    .default(["utf-8"]),
  /** Written from the documents before anything was read. Known values may be given in part. */
  readings: z.array(z.strictObject({ fact: factIdSchema, observation: z.looseObject({ kind: z.string() }) })),
});

export interface Sample extends z.infer<typeof expectedSchema> {
  /** "windows/netsh-wlan-show-interfaces/open-ja" */
  readonly name: string;
  readonly command: CommandId;
  readonly text: string;
}

/** The lines that the one PowerShell prints for these blocks. A block `{ "error": { type, code, message } }` failed. */
export function scriptOutput(blocks: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(blocks).map(([name, value]) => {
    const failed = z.strictObject({ error: z.strictObject({ type: z.string(), code: z.number(), message: z.string() }) }).safeParse(value);
    const answer = failed.success ? { ok: false, ...failed.data.error } : { ok: true, value };
    return `<<preflight:${name}:${Buffer.from(JSON.stringify(answer)).toString("base64")}>>`;
  });
  return ["<<preflight-mode:FullLanguage>>", ...lines, ""].join("\r\n");
}

function readText(folder: string, stem: string): string {
  const file = readdirSync(folder).find((name) => name.startsWith(`${stem}.`) && !name.endsWith(".expected.json"));
  if (file === undefined) throw new Error(`no sample beside ${stem}.expected.json`);
  const text = readFileSync(join(folder, file), "utf8");
  return file.endsWith(".blocks.json") ? scriptOutput(JSON.parse(text)) : text;
}

/** All samples with what is expected of them. */
export function samples(): readonly Sample[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".expected.json"))
    .sort()
    .map((path) => {
      const name = path.slice(0, -".expected.json".length);
      const [, folder = "", stem = ""] = name.split("/");
      const expected = expectedSchema.parse(JSON.parse(readFileSync(join(root, path), "utf8")));
      const command = expected.command ?? folder;
      if (!Object.hasOwn(commands, command)) throw new Error(`${name}: no command ${command} in the catalogue`);
      return { ...expected, name, command: command as CommandId, text: readText(join(root, path, ".."), stem) };
    });
}
