/** A node of `lsblk -J`. */
export interface BlockNode {
  readonly name: string;
  readonly type: string;
  readonly fstype?: string | null | undefined;
  readonly uuid?: string | null | undefined;
  readonly mountpoint?: string | null | undefined;
  readonly mountpoints?: readonly (string | null)[] | undefined;
  readonly children?: readonly BlockNode[] | undefined;
}

/** A node with those that it lies on, the disk first. */
export interface Place {
  readonly node: BlockNode;
  readonly ancestors: readonly BlockNode[];
}

export interface Protection {
  /** `unseen`: what it is made of can encrypt, and only an administrator can see whether it does. */
  readonly state: "encrypted" | "not-encrypted" | "unseen";
  /** "LUKS" and the like; of an unseen one the means that it may have; null when not encrypted. */
  readonly method: string | null;
}

const plain: Protection = { state: "not-encrypted", method: null };
const unseen = (method: string): Protection => ({ state: "unseen", method });
const encrypted = (method: string): Protection => ({ state: "encrypted", method });

/**
 * What cryptsetup calls its devices in the kernel (`dm/uuid`, https://gitlab.com/cryptsetup/cryptsetup, lib/libdevmapper.c): "CRYPT-", the kind, and what
 * belongs to it. lsblk's TYPE is only the part before the first "-", so integrity and verity, which encrypt nothing, are called "crypt" too.
 */
function kindOfKernelId(kernelId: string): Protection {
  const kind = /^CRYPT-([A-Z0-9]+)/.exec(kernelId)?.[1];
  switch (kind) {
    case "LUKS1":
    case "LUKS2":
      return encrypted("LUKS");
    case "PLAIN":
    case "LOOPAES":
      return encrypted("dm-crypt");
    case "TCRYPT":
      return encrypted("TrueCrypt");
    case "BITLK":
      return encrypted("BitLocker");
    case "FVAULT2":
      return encrypted("FileVault");
    case "INTEGRITY":
    case "SUBDEV":
    case "VERITY":
      return plain;
    default:
      return unseen("device mapper");
  }
}

/** A layer of TYPE crypt by what it lies on, for recordings that do not hold the kernel's identifier. */
function kindOfLower(layer: BlockNode, lower: BlockNode | undefined): Protection {
  switch (lower?.fstype) {
    case "crypto_LUKS":
      return encrypted("LUKS");
    case "BitLocker":
      return encrypted("BitLocker");
    case undefined:
      // lsblk was not asked for what the lower layer holds.
      return encrypted("dm-crypt");
    case null:
    case "":
      // Plain dm-crypt leaves no mark, and is what swap with a new key at each start is made of. Integrity that blkid does not know leaves none either.
      return layer.fstype === "swap" ? encrypted("dm-crypt") : unseen("dm-crypt");
    default:
      // The mark of dm-integrity, or of verity whose data are a file system that everybody can read.
      return plain;
  }
}

function layerOf(layer: BlockNode, lower: BlockNode | undefined, kernelIds: ReadonlyMap<string, string> | undefined): Protection {
  if (layer.type === "crypt") {
    const kernelId = kernelIds?.get(layer.name);
    return kernelId === undefined ? kindOfLower(layer, lower) : kindOfKernelId(kernelId);
  }
  // VeraCrypt maps without a kind (https://www.veracrypt.fr, "dmsetup create veracrypt1"); a volume of ZFS may be encrypted by its pool.
  if (layer.type === "dm" && /^veracrypt\d+$/.test(layer.name)) return unseen("VeraCrypt");
  if (/^zd\d+$/.test(layer.name)) return unseen("ZFS");
  return layer.fstype === "bcachefs" ? unseen("bcachefs") : plain;
}

/** How one place in the tree is guarded: by any layer below it. Text anywhere else in the output proves nothing. */
export function protectionOf({ node, ancestors }: Place, kernelIds: ReadonlyMap<string, string> | undefined): Protection {
  const path = [...ancestors, node];
  const layers = path.map((layer, index) => layerOf(layer, path[index - 1], kernelIds));
  return layers.find(({ state }) => state === "encrypted") ?? layers.find(({ state }) => state === "unseen") ?? plain;
}
