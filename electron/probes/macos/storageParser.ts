import { z } from "zod";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

const word = z.string().optional();
const storageSchema = z.object({
  SPStorageDataType: z.array(
    z.looseObject({
      bsd_name: word,
      physical_drive: z.looseObject({ is_internal_disk: word, protocol: word, removable_media: word, detachable_drive: word }).optional(),
      // CoreStorage, which encrypts HFS+ volumes of older Macs.
      "com.apple.corestorage.lv": z.looseObject({ "com.apple.corestorage.lv.encrypted": word }).optional(),
    }),
  ),
});

/** Where a volume lies. image: a file on another volume, which is judged itself. */
export interface Place {
  readonly on: "internal" | "external" | "image";
  readonly coreStorageEncrypted: boolean;
}

/** `system_profiler -json SPStorageDataType`: the mounted volumes by their device. Keys and words of the JSON form are never translated. */
export function parseStorage(bytes: Uint8Array): Parsed<ReadonlyMap<string, Place>> {
  let json: unknown;
  try {
    json = JSON.parse(decodeUtf8(bytes));
  } catch {
    return notParsed("system_profiler: not JSON");
  }
  const storage = storageSchema.safeParse(json);
  if (!storage.success) return notParsed("system_profiler: no list of volumes");
  return parsed(
    new Map(
      storage.data.SPStorageDataType.flatMap((entry) => {
        const drive = entry.physical_drive;
        if (entry.bsd_name === undefined) return [];
        const isOutside = drive?.is_internal_disk === "no" || drive?.removable_media === "yes" || drive?.detachable_drive === "yes";
        const on = drive?.protocol === "Disk Image" ? "image" : isOutside ? "external" : "internal";
        const coreStorageEncrypted = entry["com.apple.corestorage.lv"]?.["com.apple.corestorage.lv.encrypted"] === "yes";
        return [[entry.bsd_name, { on, coreStorageEncrypted }] as const];
      }),
    ),
  );
}
