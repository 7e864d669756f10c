import type { Command } from "./command.ts";

const system = "%SystemRoot%\\System32";

/** `/qh` also shows settings that the maker has hidden. The names are aliases of GUIDs and the same in every language. */
function powercfg(subgroup: string, setting: string): Command {
  return { platform: "windows", files: [`${system}\\powercfg.exe`], args: ["/qh", "SCHEME_CURRENT", subgroup, setting], timeoutMs: 3000 };
}

/** Small programs of Windows that the device facts use beside the one PowerShell. */
export const windowsDeviceCommands = {
  /** How the PC belongs to the company; must run as the user. https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd */
  "dsregcmd-status": { platform: "windows", files: [`${system}\\dsregcmd.exe`], args: ["/status"], timeoutMs: 5000 },
  /** Which kind of sleep the PC has: turning off the screen locks on Modern Standby alone. */
  "powercfg-sleep-states": { platform: "windows", files: [`${system}\\powercfg.exe`], args: ["/a"], timeoutMs: 3000 },
  /** Only where the registry does not tell. */
  "powercfg-query-videoidle": powercfg("SUB_VIDEO", "VIDEOIDLE"),
  "powercfg-query-standbyidle": powercfg("SUB_SLEEP", "STANDBYIDLE"),
  "powercfg-query-consolelock": powercfg("SUB_NONE", "CONSOLELOCK"),
  /** Only where PowerShell may not run. */
  netstat: { platform: "windows", files: [`${system}\\netstat.exe`], args: ["-an"], timeoutMs: 3000 },
  tasklist: { platform: "windows", files: [`${system}\\tasklist.exe`], args: ["/fo", "csv", "/nh"], timeoutMs: 4000 },
} as const satisfies Record<string, Command>;
