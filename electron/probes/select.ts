import { assertNever } from "../../shared/assertNever.ts";
import type { Platform } from "../../shared/platform.ts";
import { deviceIdentity } from "./linux/deviceIdentity.ts";
import { linuxProbes } from "./linux/table.ts";
import { macosProbes } from "./macos/table.ts";
import type { ProbeTable } from "./probe.ts";
import { windowsProbes } from "./windows/table.ts";

export function probesFor(platform: Platform): ProbeTable {
  switch (platform) {
    case "windows":
      return windowsProbes;
    case "macos":
      return macosProbes;
    case "linux":
      return linuxProbes;
    default:
      return assertNever(platform);
  }
}

/**
 * The same probes without the one source that does not go through the host (systeminformation, on Linux hardware without DMI): what cannot be
 * recorded is not asked, neither while recording nor while replaying, where it would answer for the wrong PC.
 */
export function recordableProbesFor(platform: Platform): ProbeTable {
  const probes = probesFor(platform);
  return platform === "linux" ? { ...probes, "device-identity": deviceIdentity(async () => null) } : probes;
}
