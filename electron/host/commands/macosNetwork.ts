import type { Command } from "./command.ts";

function macos(file: string, args: readonly string[], timeoutMs = 3000): Command {
  return { platform: "macos", files: [file], args, timeoutMs };
}

/** What the network facts run on macOS. */
export const macosNetworkCommands = {
  "ipconfig-getsummary": { ...macos("/usr/sbin/ipconfig", ["getsummary", "{interface}"]), subject: "interface" },
  // Two seconds and more, and it lists the neighbours' networks: only asked when ipconfig cannot tell.
  "system_profiler-SPAirPortDataType-json": macos("/usr/sbin/system_profiler", ["-json", "-detailLevel", "basic", "SPAirPortDataType"], 6000),
  // Only asked when the list of network ports cannot be read from its file.
  "networksetup-listallhardwareports": macos("/usr/sbin/networksetup", ["-listallhardwareports"]),
  "netstat-rn": macos("/usr/sbin/netstat", ["-rn"]),
  "scutil-nc-list": macos("/usr/sbin/scutil", ["--nc", "list"]),
} as const satisfies Record<string, Command>;
