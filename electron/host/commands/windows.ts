import { powershellScript } from "../windows/powershellScript.ts";
import { deepRegistryKeys, type RegistryKeyId, registryKeys, registryValues } from "../windows/registryKeys.ts";
import type { Command } from "./command.ts";
import { windowsDeviceCommands } from "./windowsDevice.ts";
import { windowsNetworkCommands } from "./windowsNetwork.ts";

type RegistryCommandId = `reg-${RegistryKeyId}`;

function regQuery(id: RegistryKeyId): Command {
  const [name, ...more] = registryValues[id] ?? [];
  const narrowed = name !== undefined && more.length === 0 ? ["/v", name] : deepRegistryKeys.includes(id) ? ["/s"] : [];
  return {
    platform: "windows",
    files: ["%SystemRoot%\\System32\\reg.exe"],
    args: ["query", registryKeys[id], ...narrowed, "/reg:64"],
    timeoutMs: 3000,
  };
}

/** One `reg.exe query` a key, for PCs on which PowerShell may not run. `/reg:64`: the view that Windows itself uses. */
const registryCommands = Object.fromEntries(
  Object.keys(registryKeys).map((id) => [`reg-${id}`, regQuery(id as RegistryKeyId)]),
) as unknown as Readonly<Record<RegistryCommandId, Command>>;

/** What may be run on Windows. */
export const windowsCommands = {
  /**
   * Windows PowerShell 5.1, not 7, which has no WinRT. Inline, because execution policy governs script files alone. Where it hangs, reg.exe reads
   * the registry in what is left of the 7 s of a run; blocks that were printed until then count.
   */
  powershell: {
    platform: "windows",
    files: ["%SystemRoot%\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"],
    args: ["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-Command", powershellScript],
    timeoutMs: 5000,
  },
  ...registryCommands,
  /** The SID of this sign-in, which no other sign-in since the start of Windows has. */
  "whoami-logon": { platform: "windows", files: ["%SystemRoot%\\System32\\whoami.exe"], args: ["/logonid"], timeoutMs: 3000 },
  ...windowsNetworkCommands,
  ...windowsDeviceCommands,
} as const satisfies Record<string, Command>;
