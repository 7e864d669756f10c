import type { AptConf } from "./aptConf.ts";
import type { AptRelease } from "./aptReleaseParser.ts";

/** What a pattern is held against; null: not seen, which matches, since it must not make an older recording worse. */
export interface Source extends AptRelease {
  /** Name of its list, which begins with the server's. */
  readonly name: string;
}

export interface Distribution {
  /** As `lsb_release -is` prints it. */
  readonly id: string;
  readonly codename: string | null;
  readonly release: string | null;
}

/** Name, value: "origin=Debian,codename=${distro_codename},label=Debian-Security", or "Ubuntu:noble-security" of the older list. */
type Pattern = readonly (readonly [string, string])[];

function patternsOf({ lists }: AptConf): readonly Pattern[] {
  const older = (lists.get("unattended-upgrade::allowed-origins") ?? []).map((text): Pattern => {
    const [origin = "", ...suite] = text.split(/(?<!\\):| (?!.*(?<!\\):)/);
    return [
      ["origin", origin.replaceAll("\\:", ":")],
      ["archive", suite.join(":")],
    ];
  });
  const newer = (lists.get("unattended-upgrade::origins-pattern") ?? []).map(
    (text): Pattern =>
      text.split(/(?<!\\),/).map((part) => [
        part.split("=", 1)[0]?.trim() ?? "",
        part
          .slice(part.indexOf("=") + 1)
          .trim()
          .replaceAll("\\,", ","),
      ]),
  );
  return [...older, ...newer].filter((pattern) => pattern.some(([, value]) => value !== ""));
}

/** Shell patterns as Python's fnmatch has them; a variable of which the value is not known stands for anything. */
function matches(value: string, seen: string | null, { id, codename, release }: Distribution): boolean {
  const filled = value
    .replaceAll(/\$\{distro_id\}|\$distro_id\b/g, id)
    .replaceAll(/\$\{distro_codename\}|\$distro_codename\b/g, codename ?? "*")
    .replaceAll(/\$\{distro_release\}|\$distro_release\b/g, release ?? "*");
  if (seen === null || value.length > 200) return seen === null;
  const expression = filled
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`).test(seen);
}

/**
 * Would unattended-upgrades take anything from one of these sources? It installs from no other than those that its patterns allow, and on a derivative the
 * patterns that come with the package name Debian's or Ubuntu's archive. Undefined: nothing is set at all.
 * https://github.com/mvo5/unattended-upgrades#supported-options-reference
 */
export function takesFrom(conf: AptConf, sources: readonly Source[], distribution: Distribution): boolean | undefined {
  const patterns = patternsOf(conf);
  if (patterns.length === 0) return undefined;
  const fits = (source: Source, [what, value]: readonly [string, string]): boolean => {
    switch (what) {
      case "o":
      case "origin":
        return matches(value, source.origin, distribution);
      case "l":
      case "label":
        return matches(value, source.label, distribution);
      case "a":
      case "suite":
      case "archive":
        return matches(value, source.suite, distribution);
      case "n":
      case "codename":
        return matches(value, source.codename, distribution);
      case "c":
      case "component":
        return matches(value, "main", distribution);
      case "site":
        return matches(`${value}*`, source.name, distribution);
      default:
        // unattended-upgrades stops with an error.
        return false;
    }
  };
  return sources.some((source) => patterns.some((pattern) => pattern.every((part) => fits(source, part))));
}
