import { z } from "zod";
import { unknown } from "../../../shared/observation.ts";
import { decodeConsole } from "../../host/decode.ts";
import type { CommandResult, Host } from "../../host/host.ts";
import { type RegistryKeyId, registryKeys, registryValues } from "../../host/windows/registryKeys.ts";
import { commandRefusal, complaint, type Refusal } from "../common/gather.ts";
import { readBlock } from "./powershell.ts";
import { parseRegQuery, type RegistryKey, type RegistryValues } from "./regQueryParser.ts";

const kinds = ["String", "ExpandString", "DWord", "QWord", "Binary", "MultiString", "None", "Unknown"] as const;
const valueSchema = z.object({ kind: z.enum(kinds).catch("Unknown"), value: z.union([z.string(), z.array(z.string()), z.null()]) });
const valuesSchema = z.record(z.string(), valueSchema);
const keySchema = z.union([
  z.null(),
  z.object({ error: z.string() }),
  z.object({
    values: valuesSchema,
    subkeys: z.array(z.string()),
    below: z.record(z.string(), valuesSchema).default({}),
    missed: z.number().default(0),
  }),
]);
/** Each key by itself, so that one that is odd costs no other. */
export const registrySchema = z.record(z.string(), keySchema.catch({ error: "unreadable" }));
export type RegistryBlock = z.infer<typeof registrySchema>;

/** `key` null: it is not there. */
export type RegistryAnswer =
  | { readonly ok: true; readonly key: RegistryKey | null; readonly source: string }
  | { readonly ok: false; readonly refusal: Refusal };

function readValues(seen: z.infer<typeof valuesSchema>): RegistryValues {
  return new Map(
    Object.entries(seen).flatMap(([name, { kind, value }]): [string, string | number][] => {
      if (value === null) return [];
      const text = typeof value === "string" ? value : value.join("\n");
      const isNumber = (kind === "DWord" || kind === "QWord") && /^-?\d+$/.test(text);
      // .NET hands DWORDs out as signed numbers.
      const number = Number(text) < 0 && kind === "DWord" ? Number(text) + 2 ** 32 : Number(text);
      return [[name.toLowerCase(), isNumber ? number : text]];
    }),
  );
}

/** One key of the `registry` block: undefined when the block holds nothing that could be read of it. */
export function keyOfBlock(block: RegistryBlock, id: RegistryKeyId): RegistryAnswer | undefined {
  const seen = Object.hasOwn(block, id) ? block[id] : undefined;
  const source = `registry: ${registryKeys[id]}`;
  if (seen === undefined) return undefined;
  if (seen === null) return { ok: true, key: null, source };
  if ("error" in seen) {
    const isDenied = /UnauthorizedAccess|Security/.test(seen.error);
    return isDenied ? { ok: false, refusal: unknown("denied", `${registryKeys[id]}: ${seen.error.slice(0, 200)}`) } : undefined;
  }
  const below = Object.entries(seen.below).map(([path, values]) => [path.toLowerCase(), readValues(values)] as const);
  const key = { values: readValues(seen.values), subkeys: seen.subkeys, below: new Map(below), complete: seen.missed === 0, valuesRead: true };
  return { ok: true, key, source };
}

const said = ({ stdout, stderr }: CommandResult) => `${decodeConsole(stdout)}${decodeConsole(stderr)}`.trim();

/**
 * reg.exe ends with 1 both for "not there" and for "denied"; only its sentence differs, and that is in the language of the PC. So it is asked
 * for a key and a value that nobody has: the same sentence means "not there", any other is a refusal.
 */
async function saysNotThere(host: Host, id: RegistryKeyId, result: CommandResult, signal: AbortSignal): Promise<boolean> {
  const controls = registryValues[id]?.length === 1 ? (["reg-absent-key", "reg-absent-value"] as const) : (["reg-absent-key"] as const);
  const answers = await Promise.all(controls.map((control) => host.run(control, signal)));
  const sentences = answers.filter(({ outcome, code }) => outcome === "exited" && code === 1).map(said);
  return result.code === 1 && said(result) !== "" && sentences.includes(said(result));
}

/** The answer of one `reg.exe query`, without PowerShell. */
export async function askRegExe(host: Host, id: RegistryKeyId, signal: AbortSignal): Promise<RegistryAnswer> {
  const result = await host.run(`reg-${id}`, signal);
  const source = `reg.exe query ${registryKeys[id]}`;
  const refusal = commandRefusal(result);
  if (refusal) return { ok: false, refusal };
  if (result.code === 0) {
    const parsed = parseRegQuery(result.stdout, registryKeys[id]);
    return parsed.ok ? { ok: true, key: parsed.value, source } : { ok: false, refusal: unknown("unparsed", parsed.detail) };
  }
  if (await saysNotThere(host, id, result, signal)) return { ok: true, key: null, source };
  return { ok: false, refusal: unknown("denied", complaint(result)) };
}

/**
 * One key: from the one PowerShell of the run, or, where that told nothing of the registry, by `reg.exe`. "Not there" is only said when the
 * source says so.
 */
export async function readRegistry(host: Host, id: RegistryKeyId, signal: AbortSignal): Promise<RegistryAnswer> {
  return (await readRegistryKeys(host, [id], signal))[id];
}

/** What a probe must list under `uses` to read these keys. */
export function registryCommands<K extends RegistryKeyId>(
  ...ids: readonly K[]
): readonly ("powershell" | `reg-${K}` | "reg-absent-key" | "reg-absent-value")[] {
  return ["powershell", "reg-absent-key", "reg-absent-value", ...ids.map((id) => `reg-${id}` as const)];
}

/** Several keys at once, by id. */
export type RegistryAnswers<K extends RegistryKeyId> = { readonly [I in K]: RegistryAnswer };

export async function readRegistryKeys<K extends RegistryKeyId>(host: Host, ids: readonly K[], signal: AbortSignal): Promise<RegistryAnswers<K>> {
  const block = await readBlock(host, "registry", registrySchema, signal);
  const read = async (id: K) => (block.ok ? keyOfBlock(block.value, id) : undefined) ?? askRegExe(host, id, signal);
  const answers = await Promise.all(ids.map(async (id) => [id, await read(id)] as const));
  return Object.fromEntries(answers) as RegistryAnswers<K>;
}
