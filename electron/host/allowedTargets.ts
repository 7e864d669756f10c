import { posix } from "node:path";
import type { Platform } from "../../shared/platform.ts";

// http: only for the page with which the OS itself looks for a sign-in page. The others lead to settings, and nowhere else.
const schemes: ReadonlySet<string> = new Set(["https:", "http:", "ms-settings:", "windowsdefender:", "x-apple.systempreferences:"]);

/** May this be given to the OS to open? A second look: addresses come from our own table and from managed policies, whose schema allows https alone. */
export function mayOpen(address: string): boolean {
  // Blanks and control characters: the OS's opener would get them as an argument of its own making.
  if (address.length > 2000 || /[\s\p{Cc}"]/u.test(address)) return false;
  try {
    const { protocol, username, password } = new URL(address);
    return schemes.has(protocol) && username === "" && password === "";
  } catch {
    return false;
  }
}

/** May this file be started without a shell? An absolute path of this OS; on Windows a program alone, since a script would bring its shell. */
export function isProgram(file: string, platform: Platform): boolean {
  if (/[\0\r\n]/.test(file)) return false;
  return platform === "windows" ? /^[A-Za-z]:\\.+\.exe$/i.test(file) : posix.isAbsolute(file);
}
