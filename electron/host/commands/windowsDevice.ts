import type { Command } from "./command.ts";

/** Small programs of Windows that the device facts use beside the one PowerShell. */
export const windowsDeviceCommands = {} as const satisfies Record<string, Command>;
