import type { Command } from "./commands/command.ts";
import { linuxCommands } from "./commands/linux.ts";
import { macosCommands } from "./commands/macos.ts";
import { windowsCommands } from "./commands/windows.ts";

/** Every command of the product. The settings screen shows this list; a test holds it to read-only commands without a shell. */
export const commands = { ...linuxCommands, ...macosCommands, ...windowsCommands } as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;
