/** Marks a branch that the types say cannot be reached; throws with the value when they were wrong. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
