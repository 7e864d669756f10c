import { z } from "zod";
import { unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { CommandResult, Host } from "../../host/host.ts";
import type { PowershellBlockId } from "../../host/windows/powershellScript.ts";
import { commandRefusal, complaint, type Refusal } from "../common/gather.ts";

const answerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), type: z.string(), code: z.number(), message: z.string() }),
]);
export type BlockAnswer = z.infer<typeof answerSchema>;

/** The last answer of each block; a block that printed none has no entry. `mode`: the language mode, null when not even that was printed. */
export interface ScriptOutput {
  readonly mode: string | null;
  readonly blocks: ReadonlyMap<string, BlockAnswer>;
}

const modeLine = /<<preflight-mode:([A-Za-z]+)>>/;

/** Block by block what was printed between other text, not yet decoded. */
function printedLines(text: string): readonly (readonly [name: string, base64: string])[] {
  return [...text.matchAll(/<<preflight:([a-z-]+):([A-Za-z0-9+/]+={0,2})>>/g)].map(([, name = "", base64 = ""]) => [name, base64]);
}

/** Reads the lines that the script prints between other text. Never throws: a line that is cut or damaged is no answer. */
export function parseScriptOutput(bytes: Uint8Array): ScriptOutput {
  const text = decodeUtf8(bytes);
  const answers = printedLines(text).flatMap(([name, base64]): [string, BlockAnswer][] => {
    const answer = decodeAnswer(base64);
    return answer ? [[name, answer]] : [];
  });
  return { mode: modeLine.exec(text)?.[1] ?? null, blocks: new Map(answers) };
}

/** The last answer of one block alone: many facts ask, and the whole output is long. */
function lastAnswer(text: string, wanted: string): BlockAnswer | undefined {
  const lines = printedLines(text).filter(([name]) => name === wanted);
  for (const [, base64] of lines.reverse()) {
    const answer = decodeAnswer(base64);
    if (answer) return answer;
  }
  return undefined;
}

function decodeAnswer(base64: string): BlockAnswer | null {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const parsed = answerSchema.safeParse(JSON.parse(decodeUtf8(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What a .NET exception of a block means. Types and codes are the same in every language of Windows; messages are not. */
function exceptionRefusal(name: string, { type, code, message }: Extract<BlockAnswer, { ok: false }>): Refusal {
  const detail = `${name}: ${type} 0x${(code >>> 0).toString(16)} ${message.split("\n", 1)[0] ?? ""}`.slice(0, 500);
  // 0x80070005 E_ACCESSDENIED, 0x80041003 WBEM_E_ACCESS_DENIED
  if (/UnauthorizedAccess|SecurityException/.test(type) || [0x80070005, 0x80041003].includes(code >>> 0)) return unknown("denied", detail);
  if (/CommandNotFound/.test(type)) return unknown("tool-missing", detail);
  if (/LanguageMode|PSNotSupported|MethodInvocationNotSupportedInConstrainedLanguage/.test(`${type} ${message}`))
    return unknown("policy-blocked", detail);
  // 0x80070422 service disabled, 0x80070426 service not started
  if ([0x80070422, 0x80070426].includes(code >>> 0)) return unknown("service-stopped", detail);
  return unknown("failed", detail);
}

/** Why a run of the script left no answer of this block. */
function missingBlock(name: string, result: CommandResult, mode: string | null): Refusal {
  const refusal = commandRefusal(result);
  if (refusal) return refusal;
  if (mode !== null && mode !== "FullLanguage") return unknown("policy-blocked", `PowerShell runs in ${mode}`);
  return unknown(mode === null ? "policy-blocked" : "unparsed", `PowerShell printed no answer for ${name}; ${complaint(result)}`);
}

export type Block<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/**
 * One block of the one PowerShell of this run (the host is asked once, whoever asks), held to its schema. What a script that was ended early had
 * printed counts.
 */
export async function readBlock<S extends z.ZodType>(
  host: Host,
  name: PowershellBlockId,
  schema: S,
  signal: AbortSignal,
): Promise<Block<z.infer<S>>> {
  const result = await host.run("powershell", signal);
  return blockOf(result, name, schema);
}

/** The same for output that is there already. */
export function blockOf<S extends z.ZodType>(result: CommandResult, name: PowershellBlockId, schema: S): Block<z.infer<S>> {
  const text = decodeUtf8(result.stdout);
  const answer = lastAnswer(text, name);
  if (answer === undefined) return { ok: false, refusal: missingBlock(name, result, modeLine.exec(text)?.[1] ?? null) };
  if (!answer.ok) return { ok: false, refusal: exceptionRefusal(name, answer) };
  const parsed = schema.safeParse(answer.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, refusal: unknown("unparsed", `${name}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`) };
}
