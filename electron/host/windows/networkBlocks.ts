import adapters from "./blocks/adapters.ps1?raw";
import connection from "./blocks/connection.ps1?raw";
import neighbours from "./blocks/neighbours.ps1?raw";
import resolvers from "./blocks/resolvers.ps1?raw";
import vpn from "./blocks/vpn.ps1?raw";

/** Blocks of the PowerShell script that the network facts rest on, in the order in which they run: what most facts need comes first. */
export const networkBlocks = { connection, resolvers, adapters, vpn, neighbours } as const satisfies Record<string, string>;
