import { realpathSync } from "node:fs";

interface Environment {
  readonly [name: string]: string | undefined;
  readonly SystemRoot?: string | undefined;
}

/** A folder on a drive. ";" is refused too: the value goes into PATH. */
function isFolderOnDrive(value: string): boolean {
  return /^[A-Za-z]:\\[^\\<>:;"/|?*\n\r][^<>:;"/|?*\n\r]*$/.test(value) && !value.includes("..");
}

let ofKernel: string | null | undefined;

/**
 * Where the kernel says that Windows is: its own link \SystemRoot, which no environment can turn elsewhere
 * (https://learn.microsoft.com/windows-hardware/drivers/kernel/object-names). null: not Windows, or not to be had.
 */
function rootOfKernel(): string | null {
  if (ofKernel !== undefined) return ofKernel;
  try {
    const path = process.platform === "win32" ? realpathSync.native("\\\\?\\GLOBALROOT\\SystemRoot").replace(/^\\\\\?\\/, "") : "";
    ofKernel = isFolderOnDrive(path) ? path : null;
  } catch {
    ofKernel = null;
  }
  return ofKernel;
}

/**
 * Where Windows is: what the kernel says; else `%SystemRoot%` when it is a folder on a drive, as Windows sets it; else C:\Windows. A relative value or
 * a network share would let a program of the current folder or of another computer take the place of Windows' own (docs/decisions/0081).
 */
export function systemRoot(environment: Environment, kernels: string | null = rootOfKernel()): string {
  const value = kernels ?? environment.SystemRoot;
  return value !== undefined && isFolderOnDrive(value) ? value.replace(/\\+$/, "") : "C:\\Windows";
}
