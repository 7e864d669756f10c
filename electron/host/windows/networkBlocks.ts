/** Blocks of the PowerShell script that the network facts rest on, in the order in which they run. */
export const networkBlocks = {} as const satisfies Record<string, string>;
