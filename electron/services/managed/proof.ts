import path from "node:path";
import type { Host } from "../../host/host.ts";
import { readDeviceBlock } from "../../probes/windows/deviceBlock.ts";
import { type FolderSeen, type Owned, ownerOf } from "./accessRules.ts";
import { type PinnedKey, readPinnedKey } from "./pinnedKey.ts";

/** What proves that the managed folder is the organisation's, beside what `stat` tells. */
export interface Proof {
  /** The key that the machine's own policy names. */
  readonly pinned: PinnedKey;
  /** Whose the folder (null) or a file in it is. */
  ownerOf(name: string | null): Owned;
}

export interface ProofOfThisPc {
  /** With what is known by now. Never rejects. */
  now(): Promise<Proof>;
  /**
   * Looks whose the folder is, where only the one PowerShell tells. Never rejects.
   * @param host of the run, so that the script does not run a second time. @returns whether something else is known now.
   */
  examine(host: Host, signal: AbortSignal): Promise<boolean>;
}

/** What the script saw of the folder that is read, or of a file in it. A file that it did not see may have come since. Pure. */
export function ownerInWindows(seen: FolderSeen | string, folder: string, name: string | null): Owned {
  if (typeof seen === "string") return { kind: "not-examined", detail: seen };
  const file = name === null ? folder : path.win32.join(folder, name);
  const entry = [seen.folder, ...seen.inside].find((one) => one.path.toLowerCase() === file.toLowerCase());
  if (entry === undefined) return { kind: "not-examined", detail: `${file}: was not looked at` };
  const above = name === null ? seen.above.map((one) => ownerOf(one, "above")) : [];
  return [ownerOf(entry, "policy"), ...above].find(({ kind }) => kind !== "ours") ?? { kind: "ours" };
}

/**
 * Is user 0, who owns the folder by `stat`, the root of this PC? In a user namespace it may be anybody (user_namespaces(7)). A kernel without them has no
 * such file.
 */
async function rootOfLinux(host: Host): Promise<Owned> {
  const file = "/proc/self/uid_map";
  const map = await host.readFile(file).catch(() => ({ outcome: "failed" }) as const);
  const isWhole = map.outcome === "read" && /^\s*0\s+0\s+4294967295\s*$/.test(new TextDecoder().decode(map.bytes));
  return isWhole || map.outcome === "missing" ? { kind: "ours" } : { kind: "not-examined", detail: `${file}: user 0 may not be this PC's root` };
}

/** @param owners ids of the users who may own a file with the key; root alone, but in tests. */
export function proofOfThisPc(host: Host, folder: string, owners: readonly number[] = [0]): ProofOfThisPc {
  let seen: FolderSeen | string = "PowerShell has not run yet";
  const owner = async (): Promise<Proof["ownerOf"]> => {
    if (host.platform === "windows") {
      const now = seen;
      return (name) => ownerInWindows(now, folder, name);
    }
    const root: Owned = host.platform === "linux" ? await rootOfLinux(host) : { kind: "ours" };
    return () => root;
  };
  return {
    async now() {
      const [pinned, ownerOf] = await Promise.all([readPinnedKey(host, owners), owner()]);
      return { pinned, ownerOf };
    },
    async examine(asked, signal) {
      if (host.platform !== "windows") return false;
      const before = JSON.stringify(seen);
      try {
        const block = await readDeviceBlock(asked, "policy-folder", signal);
        seen = block.ok ? block.value : block.refusal.kind === "unknown" ? block.refusal.detail : "not to be had";
      } catch {
        seen = "PowerShell was not asked";
      }
      return JSON.stringify(seen) !== before;
    },
  };
}
