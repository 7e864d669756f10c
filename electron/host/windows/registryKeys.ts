/**
 * Every key of the registry that the app reads: id → key. Names below are values of that key. The one PowerShell of a run reads them all at
 * once; where it may not run, `reg.exe` reads them one by one (electron/probes/windows/registry.ts). Sources: docs/facts.md.
 */
export const registryKeys = {
  "current-version": "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
} as const satisfies Record<string, string>;

export type RegistryKeyId = keyof typeof registryKeys;
