import type { Evidence, FactValue } from "../../../shared/facts/catalogue.ts";
import { unknown } from "../../../shared/observation.ts";
import type { CommandId } from "../../host/commands.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandLine, commandRefusal, complaint, evidence, outside, type Parsed, type Refusal } from "../common/gather.ts";
import { type ApfsState, parseApfsList } from "./apfsListParser.ts";
import { furtherMounts, type Mount, parseMounts } from "./mountParser.ts";
import { type Place, parseStorage } from "./storageParser.ts";

type Value = FactValue<"disk-encryption">;

export interface FurtherVolumes {
  readonly builtIn: Value["volumes"];
  readonly removable: NonNullable<Value["removable"]>;
  readonly seen: readonly Evidence[];
}
type Answer<T> = { readonly value: T } | { readonly refusal: Refusal };

/** Programs that are asked for the volumes beside the start volume; the second and third only where there are some. */
export const volumeCommands = [
  "mount-macos",
  "diskutil-apfs-list-plist",
  "system_profiler-SPStorageDataType-json",
] as const satisfies readonly CommandId[];

async function ask<T>(host: Host, id: CommandId, parse: (bytes: Uint8Array) => Parsed<T>, signal: AbortSignal): Promise<Answer<T>> {
  const result = await host.run(id, signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  if (result.code !== 0) return { refusal: unknown("failed", complaint(result)) };
  const found = parse(result.stdout);
  return found.ok ? { value: found.value } : { refusal: unknown("unparsed", found.detail) };
}

/** undefined: an APFS volume that diskutil does not list. Other file systems of a Mac do not encrypt by themselves, but CoreStorage below HFS+ may. */
export function stateOfVolume({ device, fileSystem }: Mount, place: Place | undefined, apfs: ReadonlyMap<string, ApfsState>): ApfsState | undefined {
  if (fileSystem === "apfs") return apfs.get(device) ?? apfs.get(device.replace(/^(disk\d+s\d+)s\d+$/, "$1"));
  return place?.coreStorageEncrypted ? "encrypted" : "not-encrypted";
}

/**
 * The volumes beside the start volume that are mounted and can be written: those on a disk of this Mac, and those on media that can be taken out.
 * undefined: recorded by a version that did not ask.
 */
export async function readFurtherVolumes(host: Host, signal: AbortSignal): Promise<FurtherVolumes | { readonly refusal: Refusal } | undefined> {
  const mounts = await askedSince(2, () => ask(host, "mount-macos", parseMounts, signal));
  if (mounts === undefined || "refusal" in mounts) return mounts;
  const further = furtherMounts(mounts.value).slice(0, 60);
  if (further.length === 0) return { builtIn: [], removable: [], seen: [evidence(commandLine("mount-macos"), "no volume beside the start volume")] };
  const [apfs, places] = await Promise.all([
    ask(host, "diskutil-apfs-list-plist", parseApfsList, signal),
    ask(host, "system_profiler-SPStorageDataType-json", parseStorage, signal),
  ]);
  if ("refusal" in apfs) return apfs;
  if ("refusal" in places) return places;
  const builtIn: Value["volumes"] = [];
  const removable: NonNullable<Value["removable"]> = [];
  const lines: string[] = [];
  for (const mount of further) {
    const place = places.value.get(mount.device);
    // A disk image is a file on another volume.
    if (place?.on === "image") continue;
    const state = stateOfVolume(mount, place, apfs.value);
    const path = outside(mount.path);
    lines.push(`${path}: ${mount.fileSystem}, ${place?.on ?? "place not said"}, ${state ?? "state not said"}`);
    if (place?.on === "external") removable.push({ mount: path, state: state ?? "unseen" });
    else if (state === undefined) return { refusal: unknown("unparsed", `diskutil: says nothing of ${path}`) };
    else builtIn.push({ role: "data", mount: path, state, method: mount.fileSystem === "apfs" ? "APFS" : null });
  }
  return { builtIn, removable, seen: [evidence(commandLine("mount-macos"), lines)] };
}
