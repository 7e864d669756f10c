import type { Platform } from "../../shared/platform.ts";

/** One command that the app may run: an absolute path and fixed arguments. Nothing is added at run time, no shell is involved. */
export interface Command {
  readonly platform: Platform;
  /** Absolute. Several when distributions disagree: the first that exists is used. */
  readonly files: readonly [string, ...string[]];
  readonly args: readonly string[];
  readonly timeoutMs: number;
}

/** Every command of the product. The settings screen shows this list; a test holds it to read-only commands without a shell. */
export const commands = {
  "apt-list-upgradable": { platform: "linux", files: ["/usr/bin/apt"], args: ["list", "--upgradable"], timeoutMs: 8000 },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;
