import { readlinkSync } from "node:fs";

/**
 * IANA name of the zone in use. Asking Intl loads its whole data (some 20 ms), so the system's own link is looked at first (localtime(5); macOS has it
 * too); TZ goes before it, as in the C library.
 */
export function timeZone(zoneVariable: string | undefined): string {
  if (zoneVariable === undefined || zoneVariable === "") {
    const named = /\/zoneinfo(?:\.default)?\/((?:[A-Za-z0-9_+-]+\/)*[A-Za-z0-9_+-]+)$/.exec(linkOf("/etc/localtime"))?.[1];
    if (named !== undefined) return named;
  }
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
