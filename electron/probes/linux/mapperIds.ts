import type { Host } from "../../host/host.ts";
import { readHint } from "../common/gather.ts";

/**
 * Names of the device mapper ("luks-root") with the kernel's own identifiers ("CRYPT-LUKS2-…"), from sysfs, which everybody may read
 * (https://www.kernel.org/doc/Documentation/ABI/testing/sysfs-block-dm).
 */
export async function readMapperIds(host: Host): Promise<ReadonlyMap<string, string>> {
  const folder = await host.readFolder("/sys/block");
  const devices = folder.outcome === "read" ? folder.names.filter((name) => /^dm-\d+$/.test(name)).slice(0, 256) : [];
  const found = await Promise.all(
    devices.map(
      async (device) => [await readHint(host, `/sys/block/${device}/dm/name`), await readHint(host, `/sys/block/${device}/dm/uuid`)] as const,
    ),
  );
  return new Map(found.flatMap(([name, id]) => (name === null || id === null ? [] : [[name, id] as const])));
}
