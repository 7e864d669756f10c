import type { Platform } from "../../../shared/platform.ts";

/** One command that the app may run: an absolute path and fixed arguments. No shell is involved. */
export interface Command {
  readonly platform: Platform;
  /** Absolute. Several when distributions disagree: the first that exists is used. `%SystemRoot%` at the beginning is filled in by the host. */
  readonly files: readonly [string, ...string[]];
  readonly args: readonly string[];
  readonly timeoutMs: number;
  /** It asks about one network interface, whose name is put in for the argument `{interface}`; nothing else is added at run time. */
  readonly subject?: "interface";
}
