interface Environment {
  readonly [name: string]: string | undefined;
  readonly SystemRoot?: string | undefined;
}

/**
 * Where Windows is: `%SystemRoot%` when it is a folder on a drive, as Windows sets it; else C:\Windows. A relative value or a network share would let a
 * program of the current folder or of another computer take the place of Windows' own (docs/decisions/0081).
 */
export function systemRoot(environment: Environment): string {
  const value = environment.SystemRoot;
  // ";" too: the value goes into PATH.
  const usable = value !== undefined && /^[A-Za-z]:\\[^\\<>:;"/|?*\n\r][^<>:;"/|?*\n\r]*$/.test(value) && !value.includes("..");
  return usable ? value.replace(/\\+$/, "") : "C:\\Windows";
}
