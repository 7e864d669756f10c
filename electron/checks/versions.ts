/** A version of numbers and dots. */
export const versionPattern = /^\d{1,9}(\.\d{1,9}){0,5}$/;

/** Negative when `a` is older. Missing parts count as 0; null when one of them is not made of numbers and dots. */
export function compareVersions(a: string, b: string): number | null {
  if (!versionPattern.test(a) || !versionPattern.test(b)) return null;
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
