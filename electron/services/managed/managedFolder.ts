import path from "node:path";
import type { Host } from "../../host/host.ts";
import { systemRoot } from "../../host/windows/systemRoot.ts";
import { askRegExe } from "../../probes/windows/registry.ts";
import { textOf } from "../../probes/windows/settings.ts";

/** Where Windows keeps what belongs to all users, from its own record; null when the record names no folder on a drive. Pure. */
export function programData(recorded: string | null, root: string): string | null {
  const named = (recorded ?? "").replace(/%SystemDrive%/gi, root.slice(0, 2)).replace(/%SystemRoot%/gi, root);
  return /^[A-Za-z]:\\[^%<>:"/|?*]+$/.test(named) && !named.includes("..") ? named.replace(/\\+$/, "") : null;
}

/**
 * The organisation's folder. On Windows the registry says where (ProfileList, from which Windows makes FOLDERID_ProgramData and the variable of that
 * name); the variable itself is in the hands of whoever started us. Where the registry cannot be read: as Windows is installed, beside its own drive.
 * @param usual the place on this system, as it is installed. Never rejects.
 */
export async function managedFolderOf(host: Host, usual: string): Promise<string> {
  if (host.platform !== "windows") return usual;
  const root = systemRoot({ SystemRoot: host.environment("SystemRoot") });
  const recorded = await askRegExe(host, "profile-list", AbortSignal.timeout(5000)).then(
    (answer) => textOf(answer, "ProgramData"),
    () => null,
  );
  const data = recorded?.ok ? programData(recorded.value, root) : null;
  return path.win32.join(data ?? `${root.slice(0, 2)}\\ProgramData`, path.win32.basename(usual));
}
