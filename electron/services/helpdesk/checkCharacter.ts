/** Times the generator α of GF(32) = GF(2)[x]/(x⁵ + x² + 1), whose powers α⁰ … α³⁰ are all different and not zero. */
function timesGenerator(value: number): number {
  return ((value << 1) & 31) ^ (value & 16 ? 0b00101 : 0);
}

/**
 * The check value of values 0 to 31: the sum of d·α^(distance to the end), the check character itself having α⁰. As every place has a weight of its
 * own, one wrong character changes the sum, and so does any swap of two different ones. For at most 30 values.
 */
export function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value) => timesGenerator(sum ^ value), 0);
}
