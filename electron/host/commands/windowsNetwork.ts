import type { Command } from "./command.ts";

/** Small programs of Windows that the network facts use beside the one PowerShell. */
export const windowsNetworkCommands = {} as const satisfies Record<string, Command>;
