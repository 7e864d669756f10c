import type { DeviceBlock } from "../../probes/windows/deviceBlockSchemas.ts";

/** The organisation's folder on Windows with what lies in it and above it, as the one PowerShell saw it. */
export type FolderSeen = DeviceBlock<"policy-folder">;
export type Guarded = FolderSeen["folder"];
/** "policy": the folder and its files, which others may only read. "above": what the folder lies in, which Windows itself lets others add to. */
export type Place = "policy" | "above";

/** What one access list says. Pure. */
export type Owned = { readonly kind: "ours" } | { readonly kind: "others" | "not-examined"; readonly detail: string };

// https://learn.microsoft.com/windows/win32/secauthz/well-known-sids
const trusted = new Set([
  "S-1-5-18", // SYSTEM
  "S-1-5-32-544", // Administrators
  "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464", // TrustedInstaller, Windows' own installer
]);
/** The administrators of a domain (512) and of a forest (519) are administrators of its PCs. No account of a PC itself has these numbers. */
const administratorsOfDomain = /^S-1-5-21-\d+-\d+-\d+-(?:512|519)$/;
/** CREATOR OWNER is nobody's by itself, and OWNER RIGHTS are those of the owner, who is looked at. */
const nobody = new Set(["S-1-3-0", "S-1-3-4"]);
const everyone = "S-1-1-0";

function isTrusted(sid: string): boolean {
  return trusted.has(sid) || administratorsOfDomain.test(sid);
}

// https://learn.microsoft.com/windows/win32/fileio/file-security-and-access-rights and .../secauthz/access-mask-format
const right = {
  readData: 0x1,
  readExtended: 0x8,
  execute: 0x20,
  deleteChild: 0x40,
  readAttributes: 0x80,
  delete: 0x1_0000,
  readControl: 0x2_0000,
  writeDac: 0x4_0000,
  writeOwner: 0x8_0000,
  synchronize: 0x10_0000,
  maximumAllowed: 0x200_0000,
  genericAll: 0x1000_0000,
  genericExecute: 0x2000_0000,
  genericRead: 0x8000_0000,
} as const;
const reading =
  right.readData |
  right.readExtended |
  right.execute |
  right.readAttributes |
  right.readControl |
  right.synchronize |
  right.genericExecute |
  right.genericRead;
/** Who has one of these on what the folder lies in can put another folder in its place, or give themselves the right to. */
const replacing = right.deleteChild | right.delete | right.writeDac | right.writeOwner | right.maximumAllowed | right.genericAll;

/** The bits that nobody else may have. Anything that is not known to be reading counts as changing. */
const forbidden: Readonly<Record<Place, number>> = { policy: ~reading, above: replacing };

/** FILE_ATTRIBUTE_REPARSE_POINT: a symbolic link, a junction or a mounted volume. */
const reparsePoint = 0x400;

const hex = (rights: number) => `0x${(rights >>> 0).toString(16)}`;

/** The rights on this that somebody else has by its access list, or null. */
function rightsOfOthers(
  { path, rules }: Exclude<Guarded, { readonly error: string }>,
  place: Place,
): { readonly sid: string; readonly rights: number } | null {
  // The root of a drive cannot be deleted, and Windows gives users of a second drive the right to.
  const bits = /^[A-Za-z]:\\?$/.test(path) ? forbidden[place] & ~right.delete : forbidden[place];
  const denied = new Map<string, number>();
  for (const { sid, rights, deny, below } of rules) {
    if (below) continue;
    if (deny) {
      denied.set(sid, (denied.get(sid) ?? 0) | rights);
      continue;
    }
    const left = rights & ~(denied.get(sid) ?? 0) & ~(denied.get(everyone) ?? 0) & bits;
    if (left !== 0 && !isTrusted(sid) && !nobody.has(sid)) return { sid, rights };
  }
  return null;
}

/**
 * May anybody but the administrators of this PC change this file or folder? Rules count in their order; one that forbids takes away what a later one
 * for the same identifier would allow. A member of several groups may have what only one of them is denied. Whoever could put another folder in the
 * place of this one would own that one, which is seen: "above" is never proof against the organisation, only no proof for it. Pure.
 */
export function ownerOf(entry: Guarded, place: Place): Owned {
  if ("error" in entry) return { kind: "not-examined", detail: `${entry.path}: ${entry.error}` };
  const { path, attributes, owner } = entry;
  const others = (detail: string): Owned => ({ kind: place === "policy" ? "others" : "not-examined", detail: `${path}: ${detail}` });
  if ((attributes & reparsePoint) !== 0) return others("a link or a mounted volume");
  if (!isTrusted(owner)) return others(`owned by ${owner}`);
  const found = rightsOfOthers(entry, place);
  return found === null ? { kind: "ours" } : others(`${found.sid} may change it (${hex(found.rights)})`);
}
