import { z } from "zod";
import { unknown } from "../../../shared/observation.ts";
import { decodeConsole } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { type RegistryKeyId, registryKeys } from "../../host/windows/registryKeys.ts";
import { commandRefusal, complaint, type Refusal } from "../common/gather.ts";
import { readBlock } from "./powershell.ts";
import { parseRegQuery, type RegistryKey } from "./regQueryParser.ts";

const kinds = ["String", "ExpandString", "DWord", "QWord", "Binary", "MultiString", "None", "Unknown"] as const;
const valueSchema = z.object({ kind: z.enum(kinds).catch("Unknown"), value: z.union([z.string(), z.array(z.string()), z.null()]) });
const keySchema = z.union([
  z.null(),
  z.object({ error: z.string() }),
  z.object({ values: z.record(z.string(), valueSchema), subkeys: z.array(z.string()) }),
]);
const registrySchema = z.record(z.string(), keySchema);

/** `key` null: it is not there. */
export type RegistryAnswer =
  | { readonly ok: true; readonly key: RegistryKey | null; readonly source: string }
  | { readonly ok: false; readonly refusal: Refusal };

function fromBlock(seen: Exclude<z.infer<typeof keySchema>, null | { error: string }>): RegistryKey {
  const values = Object.entries(seen.values).flatMap(([name, { kind, value }]): [string, string | number][] => {
    if (value === null) return [];
    const text = typeof value === "string" ? value : value.join("\n");
    return [[name.toLowerCase(), kind === "DWord" || kind === "QWord" ? Number(text) : text]];
  });
  return { values: new Map(values), subkeys: seen.subkeys };
}

/**
 * One key: from the one PowerShell of the run, or, where that told nothing of the registry, by `reg.exe`. "Not there" is only said when the
 * source says so.
 */
export async function readRegistry(host: Host, id: RegistryKeyId, signal: AbortSignal): Promise<RegistryAnswer> {
  const block = await readBlock(host, "registry", registrySchema, signal);
  const seen = block.ok ? block.value[id] : undefined;
  if (seen !== undefined) {
    const source = `registry: ${registryKeys[id]}`;
    if (seen === null) return { ok: true, key: null, source };
    if (!("error" in seen)) return { ok: true, key: fromBlock(seen), source };
    if (/UnauthorizedAccess|Security/.test(seen.error)) return { ok: false, refusal: unknown("denied", `${registryKeys[id]}: ${seen.error}`) };
  }
  const result = await host.run(`reg-${id}`, signal);
  const source = `reg.exe query ${registryKeys[id]}`;
  const refusal = commandRefusal(result);
  if (refusal) return { ok: false, refusal };
  if (result.code === 0) {
    const parsed = parseRegQuery(result.stdout, registryKeys[id]);
    return parsed.ok ? { ok: true, key: parsed.value, source } : { ok: false, refusal: unknown("unparsed", parsed.detail) };
  }
  // reg.exe says 1 both for "not there" and for "denied"; only the sentence differs, and it is in the language of the PC.
  if (result.code === 1 && !/denied|拒否|verweigert|refus|denegado|negato|拒绝|拒絕/i.test(decodeConsole(result.stderr)))
    return { ok: true, key: null, source };
  return { ok: false, refusal: unknown("denied", complaint(result)) };
}
