import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import type { SupportPeriod } from "../../../shared/osSupport/supportPeriod.ts";
import { windowsSupport } from "../../../shared/osSupport/windows.ts";
import { evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { type RegistryAnswer, readRegistry, registryCommands } from "./registry.ts";
import { numberOf, shown, textOf } from "./settings.ts";

const names = ["CurrentBuild", "UBR", "DisplayVersion", "ReleaseId", "EditionID", "InstallationType"] as const;

/** Windows 11 begins with this build; ProductName says "Windows 10" on it. */
const firstBuildOf11 = 22_000;
const firstBuildOf10 = 10_240;

type Product = keyof typeof windowsSupport;

/** The multi-session of Enterprise is a client, whatever installation it calls itself. */
function productOf(build: number, installation: string, edition: string | null): Product {
  if (!/^Client$/i.test(installation) && !/^ServerRdsh/i.test(edition ?? "")) return "windows-server";
  if (build >= firstBuildOf11) return "windows-11";
  return build >= firstBuildOf10 ? "windows-10" : "windows";
}

const titles: Readonly<Record<string, string>> = { "windows-11": "Windows 11", "windows-10": "Windows 10", "windows-server": "Windows Server" };

/** The release that the support table knows under this build. */
function nameOfBuild(product: Product, build: number | null): string | null {
  const rows: readonly SupportPeriod[] = windowsSupport[product];
  return rows.find((row) => row.build === build)?.version ?? null;
}

/** Product, version and edition from `HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion`, as the end-of-support table names them. */
export function judgeOsRelease(answer: RegistryAnswer): Observation<FactValue<"os-release">> {
  if (!answer.ok) return answer.refusal;
  const text = (name: string) => {
    const setting = textOf(answer, name);
    return setting.ok && setting.value ? setting.value : null;
  };
  const build = numberOf(answer, "CurrentBuild");
  const revision = numberOf(answer, "UBR");
  const [edition, installation] = [text("EditionID"), text("InstallationType")];
  const product = build.ok && build.value !== null && installation !== null ? productOf(build.value, installation, edition) : null;
  // ReleaseId stopped at 2009: it counts only before DisplayVersion came (20H2); the first Windows 10 and all before it have neither.
  const version = text("DisplayVersion") ?? text("ReleaseId") ?? (product !== null && build.ok ? nameOfBuild(product, build.value) : null);
  if (!build.ok || build.value === null || product === null || version === null) {
    return unknown("unparsed", `CurrentVersion: ${names.map((name) => shown(name, textOf(answer, name))).join(", ")}`);
  }
  const full = revision.ok && revision.value !== null ? `${build.value}.${revision.value}` : String(build.value);
  return known({
    product,
    version: outside(version),
    name: outside([titles[product] ?? "Windows", edition, version].filter((part) => part !== null).join(" ")),
    build: outside(full),
    edition: edition === null ? null : outside(edition),
    kernel: outside(`10.0.${full}`),
    supportEnd: null,
  });
}

export const osRelease: Probe<"os-release"> = {
  id: "windows.os-release",
  fact: "os-release",
  uses: registryCommands("current-version"),
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const answer = await readRegistry(host, "current-version", signal);
    const proof = answer.ok
      ? [
          evidence(
            answer.source,
            names.map((name) => shown(name, textOf(answer, name))),
          ),
        ]
      : [];
    return { observation: judgeOsRelease(answer), evidence: proof };
  },
};
