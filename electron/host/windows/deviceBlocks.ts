/** Blocks of the PowerShell script that the device facts rest on, in the order in which they run. */
export const deviceBlocks = {} as const satisfies Record<string, string>;
