/** "6.1.0-28-amd64" → numbers 6, 1, 0, 28 and flavour "amd64"; null when it does not start with a number. */
function split(release: string): { readonly numbers: readonly number[]; readonly flavour: string } | null {
  const [, digits, flavour] = /^(\d+(?:[.-]\d+)*)(?:[.+~-]?([A-Za-z].*))?$/.exec(release) ?? [];
  return digits === undefined ? null : { numbers: digits.split(/[.-]/).map(Number), flavour: flavour ?? "" };
}

function isNewer(a: readonly number[], b: readonly number[]): boolean {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** Installed kernels of the running one's flavour that are newer than it. `installed` are the names under /lib/modules. */
export function newerKernels(running: string, installed: readonly string[]): readonly string[] {
  const own = split(running);
  if (own === null) return [];
  return installed.filter((name) => {
    const other = split(name);
    return other !== null && other.flavour === own.flavour && isNewer(other.numbers, own.numbers);
  });
}
