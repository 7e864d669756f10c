import { assertNever } from "../../shared/assertNever.ts";
import type { Platform } from "../../shared/platform.ts";
import type { ProbeTable } from "./probe.ts";

/** The probes of one OS. Those of the others are not loaded: every start would pay for them. */
export async function probesFor(platform: Platform): Promise<ProbeTable> {
  switch (platform) {
    case "windows":
      return (await import("./windows/table.ts")).windowsProbes;
    case "macos":
      return (await import("./macos/table.ts")).macosProbes;
    case "linux":
      return (await import("./linux/table.ts")).linuxProbes;
    default:
      return assertNever(platform);
  }
}

/**
 * The same probes without the one source that does not go through the host (systeminformation, on Linux hardware without DMI): what cannot be
 * recorded is not asked, neither while recording nor while replaying, where it would answer for the wrong PC.
 */
export async function recordableProbesFor(platform: Platform): Promise<ProbeTable> {
  const probes = await probesFor(platform);
  if (platform !== "linux") return probes;
  const { deviceIdentity } = await import("./linux/deviceIdentity.ts");
  return { ...probes, "device-identity": deviceIdentity(async () => null) };
}
