import type { Command } from "./command.ts";

/** What the device facts run on macOS. */
export const macosDeviceCommands = {} as const satisfies Record<string, Command>;
