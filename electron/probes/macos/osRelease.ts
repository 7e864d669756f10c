import { known, unknown } from "../../../shared/observation.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { plistRefusal, readPlist } from "./plistFile.ts";
import { parseSystemVersion, systemVersionFile } from "./systemVersion.ts";

export const osRelease: Probe<"os-release"> = {
  id: "macos.os-release",
  fact: "os-release",
  uses: [],
  validForMs: 86_400_000,
  async collect(host) {
    const file = await readPlist(host, systemVersionFile);
    if (file.outcome !== "read") return couldNotSee(plistRefusal(systemVersionFile, file) ?? unknown("failed", systemVersionFile));
    const found = parseSystemVersion(file.value);
    if (!found.ok) return couldNotSee(unknown("unparsed", found.detail));
    const { version, build } = found.value;
    return {
      observation: known({ product: "macos", version, name: `macOS ${version}`, build, edition: null, kernel: null, supportEnd: null }),
      evidence: [evidence(systemVersionFile, `macOS ${version} (${build ?? "?"})`)],
    };
  },
};
