import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { couldNotSee, evidence, fileRefusal, readHint } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { parseOsRelease } from "./osReleaseParser.ts";
import { readUbuntuPro, ubuntuPro } from "./ubuntuPro.ts";

const paths = ["/etc/os-release", "/usr/lib/os-release"] as const;

export const osRelease: Probe<"os-release"> = {
  id: "linux.os-release",
  fact: "os-release",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const first = await host.readFile(paths[0]);
    const path = first.outcome === "missing" ? paths[1] : paths[0];
    const file = first.outcome === "missing" ? await host.readFile(path) : first;
    if (file.outcome !== "read") return couldNotSee(fileRefusal(path, file) ?? unknown("failed", path));
    const seen = decodeUtf8(file.bytes)
      .split("\n")
      .filter((line) => /^(ID|VERSION_ID|PRETTY_NAME|SUPPORT_END|VARIANT_ID)=/.test(line));
    const kernel = await readHint(host, "/proc/sys/kernel/osrelease");
    const release = parseOsRelease(file.bytes, kernel);
    const pro = release.ok && release.value.product === "ubuntu" ? await readUbuntuPro(host) : undefined;
    const proof = [
      evidence(path, seen),
      ...(pro ? [evidence(ubuntuPro, JSON.stringify(pro))] : []),
      ...(kernel === null ? [] : [evidence("/proc/sys/kernel/osrelease", kernel)]),
    ];
    return {
      observation: release.ok ? known({ ...release.value, ...(pro === undefined ? {} : { extended: pro }) }) : unknown("unparsed", release.detail),
      evidence: proof,
    };
  },
};
