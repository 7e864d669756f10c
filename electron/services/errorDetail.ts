/** An error in a few technical words without a path or a stack: "EACCES: permission denied" instead of the whole sentence of Node. */
export function errorDetail(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 300);
  // Node's system errors read "EACCES: permission denied, open '/home/…'": what follows the comma names personal folders.
  const system = /^([A-Z][A-Z0-9_]+: [^,']+),/.exec(error.message);
  return (system?.[1] ?? error.message).slice(0, 300);
}

/** The code of a system error ("ENOENT"), if it is one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
