import type { Command } from "./command.ts";

/**
 * What the desktop runs beside the questions of the checks: fixed programs without a shell, and no part of any recording. Shutting down is the one
 * that changes something; it runs after the person has said yes.
 */
export const desktopCommands = {
  /** Is somebody there who shows icons in the tray? "boolean true". https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/ */
  "tray-host": {
    platform: "linux",
    files: ["/usr/bin/dbus-send", "/bin/dbus-send"],
    args: [
      "--session",
      "--print-reply",
      "--reply-timeout=1500",
      "--dest=org.freedesktop.DBus",
      "/org/freedesktop/DBus",
      "org.freedesktop.DBus.NameHasOwner",
      "string:org.kde.StatusNotifierWatcher",
    ],
    timeoutMs: 2000,
  },
  "shut-down-linux": { platform: "linux", files: ["/usr/bin/systemctl", "/bin/systemctl"], args: ["poweroff"], timeoutMs: 30_000 },
  /** Asks the open apps to close, as the Apple menu does; the first time macOS asks whether Preflight may. */
  "shut-down-macos": {
    platform: "macos",
    files: ["/usr/bin/osascript"],
    args: ["-e", 'tell application "System Events" to shut down'],
    timeoutMs: 60_000,
  },
  "shut-down-windows": {
    platform: "windows",
    files: ["%SystemRoot%\\System32\\shutdown.exe"],
    args: ["/s", "/t", "5"],
    timeoutMs: 30_000,
  },
} as const satisfies Record<string, Command>;

export type DesktopCommandId = keyof typeof desktopCommands;
