import { assertNever } from "../../shared/assertNever.ts";
import type { Platform } from "../../shared/platform.ts";
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
