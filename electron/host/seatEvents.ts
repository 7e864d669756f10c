import type { Platform } from "../../shared/platform.ts";
import { monitors } from "./commands/monitors.ts";
import type { SeatEvent } from "./host.ts";
import { runMonitor } from "./monitorProcess.ts";

const manager = /^\/org\/freedesktop\/login1: org\.freedesktop\.login1\.Manager\.PrepareForSleep \((true|false),\)$/;
const request = /^(\/org\/freedesktop\/login1\/session\/\w{1,64}): org\.freedesktop\.login1\.Session\.(Lock|Unlock) \(\)$/;
const properties =
  /^(\/org\/freedesktop\/login1\/session\/\w{1,64}): org\.freedesktop\.DBus\.Properties\.PropertiesChanged \('org\.freedesktop\.login1\.Session', \{(.*)\}, /;
const hint = /'LockedHint': <(true|false)>/;

/**
 * Reads a line of `gdbus monitor --dest org.freedesktop.login1` (org.freedesktop.login1(5)); null: it tells nothing of that. A request to lock counts
 * as locked: desktops without LockedHint show nothing else.
 */
export function readSeatEvent(line: string): SeatEvent | null {
  if (manager.exec(line)?.[1] === "false") return { kind: "resumed" };
  const asked = request.exec(line);
  if (asked?.[1]) return { kind: asked[2] === "Lock" ? "locked" : "unlocked", seat: asked[1] };
  const [, seat, changed = ""] = properties.exec(line) ?? [];
  const locked = hint.exec(changed)?.[1];
  return seat === undefined || locked === undefined ? null : { kind: locked === "true" ? "locked" : "unlocked", seat };
}

/**
 * What logind tells on Linux. Windows and macOS tell it to programs with a window alone: there the desktop hears it (`desktop/sessionEvents.ts`).
 * Without gdbus or a system bus nothing is heard; sleep is then seen by the clocks, a lock is not.
 */
export function watchSeats(platform: Platform, onEvent: (event: SeatEvent) => void): () => void {
  if (platform !== "linux") return () => undefined;
  const onLine = (line: string) => {
    const event = readSeatEvent(line);
    if (event) onEvent(event);
  };
  return runMonitor(monitors["login-monitor"], platform, onLine, () => undefined);
}
