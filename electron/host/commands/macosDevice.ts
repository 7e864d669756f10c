import type { Command } from "./command.ts";

function macos(file: string, args: readonly string[], timeoutMs = 3000): Command {
  return { platform: "macos", files: [file], args, timeoutMs };
}

/** What the device facts run on macOS. */
export const macosDeviceCommands = {
  // One start for the firewall (macOS 15 and later), the model and serial number, and System Integrity Protection.
  "system_profiler-json": macos("/usr/sbin/system_profiler", ["-json", "SPFirewallDataType", "SPHardwareDataType", "SPSoftwareDataType"], 6000),
  "fdesetup-status": macos("/usr/bin/fdesetup", ["status"]),
  // Without a path it prints what is mounted; "-t" leaves out what lies on no disk.
  "mount-macos": macos("/sbin/mount", ["-t", "nodevfs,autofs"]),
  // Only asked when something beside the start volume is mounted.
  "diskutil-apfs-list-plist": macos("/usr/sbin/diskutil", ["apfs", "list", "-plist"], 5000),
  "system_profiler-SPStorageDataType-json": macos("/usr/sbin/system_profiler", ["-json", "SPStorageDataType"], 5000),
  // Answers on stderr.
  "sysadminctl-screenLock": macos("/usr/sbin/sysadminctl", ["-screenLock", "status"]),
  "pmset-g-custom": macos("/usr/bin/pmset", ["-g", "custom"]),
  "profiles-status-enrollment": macos("/usr/bin/profiles", ["status", "-type", "enrollment"]),
  // -W: addresses are not cut to the width of their column.
  "netstat-an": macos("/usr/sbin/netstat", ["-anW"]),
  "launchctl-print-disabled": macos("/bin/launchctl", ["print-disabled", "system"]),
  "csrutil-status": macos("/usr/bin/csrutil", ["status"]),
  "spctl-status": macos("/usr/sbin/spctl", ["--status"]),
  // Without -a: the caller's own programs alone.
  "ps-own": macos("/bin/ps", ["-xwwo", "pid,comm"]),
  "ps-comm": macos("/bin/ps", ["-axwwo", "comm"]),
  // Not /usr/local/bin/mdatp and .../sentinelctl: on many Macs that folder belongs to the user, who could put anything there.
  "mdatp-health-macos": macos("/Applications/Microsoft Defender.app/Contents/MacOS/wdavdaemonclient", ["health", "--output", "json"], 5000),
  sentinelctl: macos("/Library/Sentinel/sentinel-agent.bundle/Contents/MacOS/sentinelctl", ["status"], 5000),
} as const satisfies Record<string, Command>;
