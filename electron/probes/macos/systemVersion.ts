import type { Host } from "../../host/host.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";
import { plistAt, plistText } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";
import { readPlist } from "./plistFile.ts";

export const systemVersionFile = "/System/Library/CoreServices/SystemVersion.plist";

export interface SystemVersion {
  /** "15.5" */
  readonly version: string;
  readonly build: string | null;
}

export function parseSystemVersion(value: PlistValue): Parsed<SystemVersion> {
  const text = (key: string) => plistText(plistAt(value, key)) ?? "";
  const version = text("ProductVersion");
  if (!/^(?:macOS|Mac OS X)$/.test(text("ProductName")) || !/^\d{1,3}(?:\.\d{1,3}){0,3}$/.test(version)) {
    return notParsed("SystemVersion.plist: no version of macOS");
  }
  const build = text("ProductBuildVersion");
  return parsed({ version, build: /^[0-9A-Za-z]{3,16}$/.test(build) ? build : null });
}

/** The first number of the version, by which macOS counts its yearly releases; null when it cannot be read. */
export async function majorVersion(host: Host): Promise<number | null> {
  const file = await readPlist(host, systemVersionFile);
  const version = file.outcome === "read" ? parseSystemVersion(file.value) : undefined;
  return version?.ok ? Number(version.value.version.split(".")[0]) : null;
}
