import type { Platform } from "../../shared/platform.ts";
import type { CommandId } from "../host/commands.ts";
import type { Reader } from "./reader.ts";

/**
 * An output that the app itself never asks for and that helpdesks paste all the same: read as what it is, or answered with what to run instead – a command
 * of the catalogue, or one recording of everything, where only asking the machine itself can tell.
 * `typed`: what to type so that the output can be read, for when it could not.
 */
export type PastedFormat = { readonly platform: Platform; readonly names: readonly [string, ...string[]] } & (
  | { readonly read: Reader; readonly typed: string }
  | { readonly instead: CommandId | "recording" }
);
