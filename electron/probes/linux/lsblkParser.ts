import { z } from "zod";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

interface Node {
  readonly name: string;
  readonly type: string;
  readonly fstype?: string | null | undefined;
  readonly uuid?: string | null | undefined;
  readonly mountpoint?: string | null | undefined;
  readonly mountpoints?: readonly (string | null)[] | undefined;
  readonly children?: readonly Node[] | undefined;
}
const maxDepth = 32;

const nodeSchema: z.ZodType<Node> = z.object({
  name: z.string().min(1).max(256),
  type: z.string().max(64),
  fstype: z.string().nullish(),
  uuid: z.string().nullish(),
  mountpoint: z.string().nullish(),
  mountpoints: z.array(z.string().nullable()).optional(),
  get children() {
    return z.array(nodeSchema).optional();
  },
});

/** A mounted block device. */
export interface Mount {
  readonly device: string;
  readonly mountPoint: string;
  readonly encrypted: boolean;
  /** "LUKS" and the like; null when not encrypted. */
  readonly method: string | null;
}

interface Place {
  readonly node: Node;
  readonly ancestors: readonly Node[];
}

function places(nodes: readonly Node[], ancestors: readonly Node[]): readonly Place[] {
  if (ancestors.length > maxDepth) return [];
  return nodes.flatMap((node) => [{ node, ancestors }, ...places(node.children ?? [], [...ancestors, node])]);
}

/** The encrypted layer of one place in the tree: the node itself or one above it. Text anywhere else in the output proves nothing. */
function cryptLayer({ node, ancestors }: Place): Node | undefined {
  return [node, ...ancestors].find(({ type }) => type === "crypt");
}

function methodOf({ ancestors }: Place): string {
  const below = ancestors.find(({ fstype }) => fstype === "crypto_LUKS" || fstype === "BitLocker");
  return below?.fstype === "crypto_LUKS" ? "LUKS" : (below?.fstype ?? "dm-crypt");
}

/** All places that hold the same file system: a RAID device appears under each of its disks, and btrfs may span several devices under one UUID. */
function placesOf(all: readonly Place[], node: Node): readonly Place[] {
  return all.filter((place) => place.node.name === node.name || (node.fstype === "btrfs" && node.uuid != null && place.node.uuid === node.uuid));
}

/**
 * Mounted devices of `lsblk -J`, with and without the encrypted layer below each. Both names of the column are read: `mountpoints` since
 * util-linux 2.37, `mountpoint` before. A file system on several devices is encrypted only when every one of them is.
 */
export function parseLsblk(bytes: Uint8Array): Parsed<readonly Mount[]> {
  let json: unknown;
  try {
    json = JSON.parse(decodeUtf8(bytes));
  } catch {
    return notParsed("lsblk: not JSON");
  }
  let tree: { readonly blockdevices: readonly Node[] } | undefined;
  try {
    tree = z.object({ blockdevices: z.array(nodeSchema) }).safeParse(json).data;
  } catch {
    return notParsed("lsblk: nested too deeply");
  }
  if (tree === undefined) return notParsed("lsblk: not a tree of block devices");
  const all = places(tree.blockdevices, []);
  const mounts = new Map<string, Mount>();
  for (const place of all) {
    const { node } = place;
    for (const mountPoint of node.mountpoints ?? [node.mountpoint ?? null]) {
      if (mountPoint === null || mountPoint === "") continue;
      const same = placesOf(all, node);
      const encrypted = same.every((other) => cryptLayer(other) !== undefined);
      mounts.set(`${node.name} ${mountPoint}`, {
        device: node.name,
        mountPoint: outside(mountPoint),
        encrypted,
        method: encrypted ? methodOf(place) : null,
      });
    }
  }
  return parsed([...mounts.values()]);
}

export interface Swap {
  readonly name: string;
  readonly partition: boolean;
}

/** /proc/swaps (proc(5)): a header, then name, type, sizes. Compressed memory (zram) is no disk and is left out. */
export function parseSwaps(bytes: Uint8Array): Parsed<readonly Swap[]> {
  const [header, ...lines] = decodeUtf8(bytes).split("\n");
  if (!header?.startsWith("Filename")) return notParsed("/proc/swaps: no header");
  const swaps: Swap[] = [];
  for (const line of lines.filter((text) => text !== "")) {
    const [name, type] = line.split(/\s+/);
    if (!name?.startsWith("/") || (type !== "partition" && type !== "file")) return notParsed("/proc/swaps: a line that is not known");
    if (!/^\/dev\/zram\d+$/.test(name)) swaps.push({ name, partition: type === "partition" });
  }
  return parsed(swaps);
}
