import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { fileRefusal, type Refusal } from "../common/gather.ts";
import { parsePlist, plistAt } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";

/** A property list of the system: what it holds, that it is not there, or why it could not be read. */
export type PlistFile =
  | { readonly outcome: "read"; readonly value: PlistValue; readonly modifiedAt: string }
  | { readonly outcome: "missing" }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

export async function readPlist(host: Host, path: string): Promise<PlistFile> {
  const file = await host.readFile(path);
  if (file.outcome === "missing") return { outcome: "missing" };
  if (file.outcome !== "read") return { outcome: "refused", refusal: fileRefusal(path, file) ?? unknown("failed", path) };
  const plist = parsePlist(file.bytes);
  if (!plist.ok) return { outcome: "refused", refusal: unknown("unparsed", `${path}: ${plist.detail}`) };
  return { outcome: "read", value: plist.value, modifiedAt: file.modifiedAt };
}

/** The same for a file without which nothing can be said. */
export function plistRefusal(path: string, file: PlistFile): Refusal | undefined {
  if (file.outcome === "refused") return file.refusal;
  return file.outcome === "missing" ? unknown("failed", `${path}: missing`) : undefined;
}

const managedFolder = "/Library/Managed Preferences";

/** What the device management prescribes for a preferences domain, the user's own first. */
export interface Managed {
  value(key: string): PlistValue | undefined;
  /** A file that is there but cannot be read: what it prescribes is not known. */
  readonly refusal: Refusal | undefined;
}

/** Configuration profiles win over every setting; macOS keeps what they prescribe as files that everybody may read. */
export async function readManaged(host: Host, domain: string): Promise<Managed> {
  const user = host.userName();
  const paths = [...(/^[\w.@-]+$/.test(user) ? [`${managedFolder}/${user}/${domain}.plist`] : []), `${managedFolder}/${domain}.plist`];
  const files = await Promise.all(paths.map((path) => readPlist(host, path)));
  return {
    value: (key) => files.map((file) => (file.outcome === "read" ? plistAt(file.value, key) : undefined)).find((value) => value !== undefined),
    refusal: files.flatMap((file) => (file.outcome === "refused" ? [file.refusal] : []))[0],
  };
}
