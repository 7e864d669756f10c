import type { Command } from "./command.ts";
import { macosDeviceCommands } from "./macosDevice.ts";
import { macosNetworkCommands } from "./macosNetwork.ts";

/** What may be run on macOS. */
export const macosCommands = { ...macosNetworkCommands, ...macosDeviceCommands } as const satisfies Record<string, Command>;
