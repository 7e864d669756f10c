interface Release {
  readonly numbers: readonly number[];
  /** The builder's own count, in "arch1-2" and "rt7.137"; it decides only between equal versions. */
  readonly builds: readonly number[];
  /** What the kernel is built for: "rt", "cloud", "default", …; "" for the plain one. */
  readonly flavour: string;
}

// Words that say for which machine or of which release of the distribution it was built: el8_5, fc43, bpo, deb13. They change with an update.
const beside =
  /^(x86_64|amd64|i[3-6]86|aarch64|arm64|armv\w+|ppc64(le|el)?|s390x|riscv64|bpo|\d+g[0-9a-f]+|deb\d+\w*|(el|fc|amzn|mga|oe|ky|cm|azl)\d+(_\d+)*)$/;
// Words that the count of the builds follows, in one with it or behind it: arch1, zen1, hardened2, rt7, surface-1.
const builders: ReadonlySet<string> = new Set(["arch", "zen", "hardened", "rt", "artix", "surface", "xanmod"]);
const counted = /^([a-z]+)(\d+)$/;

/**
 * "6.1.0-28-amd64", "4.18.0-348.7.1.el8_5.x86_64", "6.17.8-arch1-1", "6.12.47+rpt-rpi-2712": each distribution has a naming of its own. Numbers count
 * for the version until the first word of the flavour; behind it they are part of its name. Null when it does not start with a number.
 */
function split(release: string): Release | null {
  if (!/^\d+\./.test(release)) return null;
  const numbers: number[] = [];
  const builds: number[] = [];
  const words: string[] = [];
  for (const token of release.split(/[.+~-]/)) {
    // Oracle's kernel: "el9uek" is the release of the distribution and the flavour in one.
    const uek = /^el\d+(_\d+)*(uek)$/.exec(token)?.[2];
    if (uek !== undefined) words.push(uek);
    else if (token === "" || beside.test(token)) continue;
    else if (/^\d+(_\d+)*$/.test(token) && words.every((word) => builders.has(word)))
      (words.length > 0 ? builds : numbers).push(...token.split("_").map(Number));
    else {
      const [, word = "", count] = counted.exec(token) ?? [];
      // A candidate comes before its release.
      if (word === "r") builds.push(Number(count));
      else if (word === "rc") numbers.push(-1, Number(count));
      else {
        if (builders.has(word)) builds.push(Number(count));
        words.push(builders.has(word) ? word : token.toLowerCase());
      }
    }
  }
  // "zen1-1-zen" names it twice.
  return { numbers, builds, flavour: [...new Set(words)].sort().join("-") };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Manjaro keeps several series side by side, and which of them starts is the user's choice: https://wiki.manjaro.org/index.php/Manjaro_Kernels */
const keepsSeries = (flavour: string) => flavour === "manjaro";

/**
 * Installed kernels that are newer than the running one and of its kind: somebody who runs the LTS, real-time or debug kernel does not wait for the
 * plain one that is installed beside it. `installed` are the names under /lib/modules.
 */
export function newerKernels(running: string, installed: readonly string[]): readonly string[] {
  const own = split(running);
  if (own === null) return [];
  return installed.filter((name) => {
    const other = split(name);
    if (other === null || other.flavour !== own.flavour) return false;
    if (keepsSeries(own.flavour) && (other.numbers[0] !== own.numbers[0] || other.numbers[1] !== own.numbers[1])) return false;
    return (compare(other.numbers, own.numbers) || compare(other.builds, own.builds)) > 0;
  });
}
