import { z } from "zod";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";
import { type BlockNode, type Place, type Protection, protectionOf } from "./blockLayers.ts";

const maxDepth = 32;

const nodeSchema: z.ZodType<BlockNode> = z.object({
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

/** A block device, once, whatever number of places it has in the tree. */
export interface Device extends Protection {
  readonly name: string;
  readonly type: string;
  readonly fstype: string | null;
  readonly uuid: string | null;
  /** "[SWAP]" among them for swap that is in use. */
  readonly mountPoints: readonly string[];
  /** What it lies on, the lowest layers: "nvme0n1". */
  readonly disks: readonly string[];
  /** It lies inside of a file (a loop device), so that another file system of the list holds it. */
  readonly inFile: boolean;
}

function places(nodes: readonly BlockNode[], ancestors: readonly BlockNode[]): readonly Place[] {
  if (ancestors.length > maxDepth) return [];
  return nodes.flatMap((node) => [{ node, ancestors }, ...places(node.children ?? [], [...ancestors, node])]);
}

/** All places that hold the same file system: a RAID device appears under each of its disks, and btrfs may span several devices under one UUID. */
function placesOf(all: readonly Place[], node: BlockNode): readonly Place[] {
  return all.filter((place) => place.node.name === node.name || (node.fstype === "btrfs" && node.uuid != null && place.node.uuid === node.uuid));
}

const diskOf = ({ node, ancestors }: Place) => ancestors[0] ?? node;

function deviceOf(node: BlockNode, same: readonly Place[], kernelIds: ReadonlyMap<string, string> | undefined): Device {
  const found = same.map((place) => protectionOf(place, kernelIds));
  // On several devices it is as well guarded as the worst of them.
  const worst = found.find(({ state }) => state === "not-encrypted") ?? found.find(({ state }) => state === "unseen") ?? found[0];
  return {
    name: node.name,
    type: node.type,
    fstype: node.fstype ?? null,
    uuid: node.uuid ?? null,
    mountPoints: (node.mountpoints ?? [node.mountpoint ?? null]).flatMap((mountPoint) => (mountPoint ? [outside(mountPoint)] : [])),
    disks: [...new Set(same.map((place) => diskOf(place).name))],
    inFile: same.some((place) => diskOf(place).type === "loop"),
    state: worst?.state ?? "not-encrypted",
    method: worst?.method ?? null,
  };
}

/**
 * The block devices of `lsblk -J`. Both names of the column are read: `mountpoints` since util-linux 2.37, `mountpoint` before. JSON that was cut off
 * anywhere before its last brace is no JSON, so that a part is never taken for the whole.
 * @param kernelIds names of the device mapper with the kernel's own identifiers of them; undefined: not asked.
 */
export function parseLsblk(bytes: Uint8Array, kernelIds?: ReadonlyMap<string, string>): Parsed<readonly Device[]> {
  let json: unknown;
  try {
    json = JSON.parse(decodeUtf8(bytes));
  } catch {
    return notParsed("lsblk: not JSON");
  }
  let tree: { readonly blockdevices: readonly BlockNode[] } | undefined;
  try {
    tree = z.object({ blockdevices: z.array(nodeSchema) }).safeParse(json).data;
  } catch {
    return notParsed("lsblk: nested too deeply");
  }
  if (tree === undefined) return notParsed("lsblk: not a tree of block devices");
  const all = places(tree.blockdevices, []);
  const devices = new Map<string, Device>();
  for (const { node } of all) if (!devices.has(node.name)) devices.set(node.name, deviceOf(node, placesOf(all, node), kernelIds));
  return parsed([...devices.values()]);
}
