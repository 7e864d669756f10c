import type { Command } from "./command.ts";

/** Small programs of Windows that the network facts use beside the one PowerShell. */
export const windowsNetworkCommands = {
  /** The last resort for Wi-Fi: on Windows 11 24H2 and later it needs the location permission and shows the location sign. */
  "netsh-wlan-show-interfaces": {
    platform: "windows",
    files: ["%SystemRoot%\\System32\\netsh.exe"],
    args: ["wlan", "show", "interfaces"],
    timeoutMs: 3000,
  },
} as const satisfies Record<string, Command>;
