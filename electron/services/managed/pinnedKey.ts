import { createPublicKey } from "node:crypto";
import type { Platform } from "../../../shared/platform.ts";
import type { Host } from "../../host/host.ts";
import { registryKeys } from "../../host/windows/registryKeys.ts";
import { parsePlist, plistAt } from "../../probes/common/plist.ts";
import { askRegExe } from "../../probes/windows/registry.ts";
import { textOf } from "../../probes/windows/settings.ts";
import { readBoundedFile } from "../boundedFile.ts";

/**
 * The public key that the machine's own policy says the organisation's policy must be signed with. "unusable": one is there and is none, or not an
 * administrator's: never passed over. "not-read": whether there is one could not be found out.
 */
export type PinnedKey =
  | { readonly kind: "none" }
  | { readonly kind: "pinned"; readonly publicPem: string; readonly place: string }
  | { readonly kind: "unusable" | "not-read"; readonly place: string; readonly detail: string };

/** Value in the registry and in the managed preferences. */
const valueName = "PolicyPublicKey";
/** Where it stands on each system: writable by administrators and device management alone. */
export const pinnedKeyPlaces = {
  windows: `${registryKeys["preflight-policy"]}\\${valueName}`,
  macos: "/Library/Managed Preferences/app.telework-preflight.plist",
  linux: "/etc/telework-preflight.pub",
} as const satisfies Record<Platform, string>;

/** The key as PEM from the text of `policy.pub`, or from its middle line alone, which fits into one value. Null: no Ed25519 key (RFC 8410). Never throws. */
function pemOf(text: string): string | null {
  const [, middle = ""] = /^(?:-----BEGIN PUBLIC KEY-----)?\s*([A-Za-z0-9+/]{59}=)\s*(?:-----END PUBLIC KEY-----)?$/.exec(text.trim()) ?? [];
  const pem = `-----BEGIN PUBLIC KEY-----\n${middle}\n-----END PUBLIC KEY-----\n`;
  try {
    return createPublicKey(pem).asymmetricKeyType === "ed25519" ? pem : null;
  } catch {
    return null;
  }
}

function keyOf(text: string, place: string): PinnedKey {
  const publicPem = pemOf(text);
  return publicPem === null ? { kind: "unusable", place, detail: "not a public key (Ed25519)" } : { kind: "pinned", publicPem, place };
}

async function readFromRegistry(host: Host, place: string): Promise<PinnedKey> {
  const value = textOf(await askRegExe(host, "preflight-policy", AbortSignal.timeout(5000)), valueName);
  if (!value.ok) return { kind: "not-read", place, detail: value.refusal.kind === "unknown" ? value.refusal.detail : "" };
  return value.value === null ? { kind: "none" } : keyOf(value.value, place);
}

/** `text`: the key in what was read, null when there is none. */
async function readFromFile(place: string, owners: readonly number[], text: (bytes: Buffer) => string | null): Promise<PinnedKey> {
  const unusable = (detail: string): PinnedKey => ({ kind: "unusable", place, detail });
  const file = await readBoundedFile(place, 256 * 1024);
  switch (file.outcome) {
    case "missing":
      return { kind: "none" };
    case "read": {
      const { uid, mode } = file.standing;
      if (!owners.includes(uid)) return unusable(`owned by user ${uid}, not by root`);
      if ((mode & 0o022) !== 0) return unusable(`writable by others (mode ${(mode & 0o777).toString(8)})`);
      const found = text(file.bytes);
      return found === null ? { kind: "none" } : keyOf(found, place);
    }
    case "too-large":
    case "not-regular":
      return unusable(file.outcome);
    case "unreadable":
      return unusable(file.detail);
  }
}

function inPreferences(bytes: Buffer): string | null {
  const plist = parsePlist(bytes);
  if (!plist.ok) return plist.detail;
  const value = plistAt(plist.value, valueName);
  return value === undefined ? null : typeof value === "string" ? value : "";
}

/** Asks the place of this system. Never rejects. */
export async function readPinnedKey(
  host: Host,
  owners: readonly number[],
  places: Readonly<Record<Platform, string>> = pinnedKeyPlaces,
): Promise<PinnedKey> {
  const place = places[host.platform];
  switch (host.platform) {
    case "windows":
      return readFromRegistry(host, place).catch((error: unknown) => ({ kind: "not-read", place, detail: String(error) }));
    case "macos":
      return readFromFile(place, owners, inPreferences);
    case "linux":
      return readFromFile(place, owners, (bytes) => bytes.toString("latin1"));
  }
}
