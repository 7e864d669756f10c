import { powershellScript } from "../windows/powershellScript.ts";
import { type RegistryKeyId, registryKeys } from "../windows/registryKeys.ts";
import type { Command } from "./command.ts";
import { windowsDeviceCommands } from "./windowsDevice.ts";
import { windowsNetworkCommands } from "./windowsNetwork.ts";

type RegistryCommandId = `reg-${RegistryKeyId}`;

/** One `reg.exe query` a key, for PCs on which PowerShell may not run. `/reg:64`: the view that Windows itself uses. */
const registryCommands = Object.fromEntries(
  Object.entries(registryKeys).map(([id, key]) => [
    `reg-${id}`,
    { platform: "windows", files: ["%SystemRoot%\\System32\\reg.exe"], args: ["query", key, "/reg:64"], timeoutMs: 3000 },
  ]),
) as unknown as Readonly<Record<RegistryCommandId, Command>>;

/** What may be run on Windows. */
export const windowsCommands = {
  /** Windows PowerShell 5.1, not 7, which has no WinRT. Inline, because execution policy governs script files alone. */
  powershell: {
    platform: "windows",
    files: ["%SystemRoot%\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"],
    args: ["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-Command", powershellScript],
    timeoutMs: 7000,
  },
  ...registryCommands,
  ...windowsNetworkCommands,
  ...windowsDeviceCommands,
} as const satisfies Record<string, Command>;
