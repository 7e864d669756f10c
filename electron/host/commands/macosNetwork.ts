import type { Command } from "./command.ts";

/** What the network facts run on macOS. */
export const macosNetworkCommands = {} as const satisfies Record<string, Command>;
