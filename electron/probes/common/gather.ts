import type { Evidence, FactId } from "../../../shared/facts/catalogue.ts";
import { unknown } from "../../../shared/observation.ts";
import { steering } from "../../../shared/steering.ts";
import { type CommandId, commands } from "../../host/commands.ts";
import { decodeConsole, decodeUtf8 } from "../../host/decode.ts";
import type { CommandResult, FileResult, Host } from "../../host/host.ts";
import type { Gathered } from "../probe.ts";

/** An observation that stands for "could not see", as `unknown()` makes it. */
export type Refusal = ReturnType<typeof unknown>;

/** What a parser found, or why the bytes are not what they should be. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly detail: string };
export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const notParsed = (detail: string): Parsed<never> => ({ ok: false, detail });

/** One piece of evidence, cut to what its schema allows. */
export function evidence(source: string, seen: string | readonly string[]): Evidence {
  const text = typeof seen === "string" ? seen : seen.join("\n");
  return { source: source.slice(0, 256), seen: text.replaceAll(steering, "\ufffd").slice(0, 4000) };
}

/** Text from outside, cut to what the fact schemas allow. */
export function outside(text: string): string {
  return text.slice(0, 256);
}

/** The command as a person would type it. */
export function commandLine(id: CommandId): string {
  const { files, args } = commands[id];
  return [files[0], ...args].join(" ");
}

export function couldNotSee<K extends FactId>(refusal: Refusal, seen: readonly Evidence[] = []): Gathered<K> {
  return { observation: refusal, evidence: seen };
}

/** Why a command gave no answer; undefined when it ran to its end (look at its exit code then). */
export function commandRefusal({ command, outcome, left = [] }: CommandResult): Refusal | undefined {
  const still = left.length === 0 ? "" : `; still running: ${left.join(", ")}`.slice(0, 300);
  switch (outcome) {
    case "exited":
      return undefined;
    case "missing":
      return unknown("tool-missing", `${commands[command].files[0]} is not installed`);
    case "denied":
      return unknown("denied", `${command}: may not be run`);
    case "timeout":
      return unknown("timeout", `${command}: no answer within ${commands[command].timeoutMs} ms${still}`);
    case "killed":
    case "too-much-output":
    case "cancelled":
    case "failed":
      return unknown("failed", `${command}: ${outcome}${still}`);
  }
}

/** Why a file gave no answer; undefined when it was read. */
export function fileRefusal(path: string, { outcome }: FileResult): Refusal | undefined {
  switch (outcome) {
    case "read":
      return undefined;
    case "denied":
      return unknown("denied", `${path}: may not be read`);
    case "too-large":
    case "not-a-file":
      return unknown("unparsed", `${path}: ${outcome}`);
    case "missing":
    case "failed":
      return unknown("failed", `${path}: ${outcome}`);
  }
}

/** Exit code and the first line of complaint, in the code page that the PC's console programs print in: enough for the helpdesk. */
export function complaint({ command, code, stderr }: CommandResult): string {
  const decode = commands[command].platform === "windows" ? decodeConsole : decodeUtf8;
  const line = decode(stderr).split(/\r?\n/, 1)[0] ?? "";
  return evidence(command, `${command}: exit ${code}${line ? `, ${line}` : ""}`).seen.slice(0, 500);
}

/** The trimmed text of a small file, or null when it cannot be read, whatever the reason. For hints, never for what a value rests on alone. */
export async function readHint(host: Host, path: string): Promise<string | null> {
  const file = await host.readFile(path);
  return file.outcome === "read" ? decodeUtf8(file.bytes).trim() : null;
}

/** Is something there, readable or not? */
export async function isThere(host: Host, path: string): Promise<boolean> {
  const { outcome } = await host.readFile(path);
  return outcome !== "missing" && outcome !== "failed";
}
