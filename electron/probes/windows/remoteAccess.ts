import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { type RegistryAnswer, type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { dwordOf, firstSet, numberOf, refusalOf, type Setting, shown } from "./settings.ts";

type Service = FactValue<"remote-access">["services"][number];

const keys = [
  "remote-desktop",
  "remote-desktop-policy",
  "remote-desktop-nla",
  "remote-assistance",
  "service-ssh",
  "service-remoting",
  "service-sharing",
  "shares",
] as const;
type Keys = RegistryAnswers<(typeof keys)[number]>;

/** Services of programs for control from afar; one may be the helpdesk's own, which the policy knows. */
const controlApps: ReadonlyMap<string, string> = new Map([
  ["teamviewer", "TeamViewer"],
  ["anydesk", "AnyDesk"],
  ["chromoting", "Chrome Remote Desktop"],
  ["rustdesk", "RustDesk"],
  ["splashtopremoteservice", "Splashtop"],
  ["vncserver", "RealVNC"],
  ["tvnserver", "TightVNC"],
  ["uvnc_service", "UltraVNC"],
  ["logmein", "LogMeIn"],
]);
/** States of a service that are "no": stopped, and on the way to it. One that starts, pauses or is paused is there. */
const stopped: readonly number[] = [1, 3];
const isRunning = (status: number) => !stopped.includes(status);
/** Start values: at boot, by the system, automatic. */
const startsByItself = (start: number) => start <= 2;

/** Remote desktop: fDenyTSConnections 0 is on, policy first. Not set is off, as Windows is delivered; a Windows without the key is none. */
export function remoteDesktop(found: Pick<Keys, "remote-desktop" | "remote-desktop-policy">): Setting<boolean> {
  const deny = firstSet(dwordOf(found["remote-desktop-policy"], "fDenyTSConnections"), dwordOf(found["remote-desktop"], "fDenyTSConnections"));
  const own = found["remote-desktop"];
  if (deny.ok && deny.value === null && own.ok && own.key === null) return { ok: false, refusal: unknown("unparsed", "no key Terminal Server") };
  return deny.ok ? { ok: true, value: deny.value === 0 } : deny;
}

/** A service by its state now; where that was not told, by whether it starts by itself. Not in the registry: not installed. */
function serviceOn(answer: RegistryAnswer, status: number | null): Setting<boolean> {
  if (status !== null) return { ok: true, value: isRunning(status) };
  const start = numberOf(answer, "Start");
  return start.ok ? { ok: true, value: start.value !== null && startsByItself(start.value) } : start;
}

/**
 * Shares that Windows makes for itself: whole drives, its own folder, drivers of printers, fax. Any other name that ends with "$" is a folder that
 * somebody shared: it is not listed to others and opens all the same.
 */
const windowsOwnShare = /^([a-z]|admin|ipc|print|prnproc|fxssrvcp)\$$/i;

/** A folder or a printer that is shared. Each is a list of "Name=value" lines. */
export function sharedThings(answer: RegistryAnswer): { readonly folders: Setting<boolean>; readonly printers: Setting<boolean> } {
  if (!answer.ok) return { folders: answer, printers: answer };
  if (answer.key !== null && !answer.key.valuesRead) {
    const unread = { ok: false, refusal: unknown("unparsed", "reg: an empty line for the shares") } as const;
    return { folders: unread, printers: unread };
  }
  const shares = [...(answer.key?.values ?? [])].filter(([name]) => name !== "" && !windowsOwnShare.test(name)).map(([, value]) => String(value));
  const isPrinter = (value: string) => /^Type=1$/m.test(value);
  return {
    folders: { ok: true, value: shares.some((value) => !isPrinter(value)) },
    printers: { ok: true, value: shares.some(isPrinter) },
  };
}

export function judgeRemoteAccess(found: Keys, services: Block<DeviceBlock<"services">>): Observation<FactValue<"remote-access">> {
  const listed = services.ok ? services.value.services : [];
  // 0 is no state of a service: it was not told.
  const status = (name: string) => listed.find((service) => service.name.toLowerCase() === name.toLowerCase())?.status || null;
  const shared = sharedThings(found.shares);
  const sharing = serviceOn(found["service-sharing"], status("LanmanServer"));
  const assistance = firstSet(numberOf(found["remote-desktop-policy"], "fAllowToGetHelp"), numberOf(found["remote-assistance"], "fAllowToGetHelp"));
  const both = (a: Setting<boolean>, b: Setting<boolean>): Setting<boolean> =>
    !a.ok ? a : !b.ok ? b : { ok: true, value: a.value === true && b.value === true };
  const looked: readonly (readonly [Service["kind"], string, Setting<boolean>])[] = [
    ["remote-desktop", "Remote Desktop", remoteDesktop(found)],
    ["file-sharing", "Shared folders", both(shared.folders, sharing)],
    ["printer-sharing", "Shared printers", both(shared.printers, sharing)],
    ["ssh", "OpenSSH Server", serviceOn(found["service-ssh"], status("sshd"))],
    ["remote-management", "Windows Remote Management", serviceOn(found["service-remoting"], status("WinRM"))],
    ["remote-assistance", "Remote Assistance", assistance.ok ? { ok: true, value: assistance.value === 1 } : assistance],
  ];
  const apps = listed.flatMap(({ name, status: state }): Service[] => {
    const product = controlApps.get(name.toLowerCase());
    return product === undefined ? [] : [{ kind: "remote-control-app", name: outside(product), on: isRunning(state) }];
  });
  const refusal = refusalOf(...looked.map(([, , on]) => on));
  if (refusal) return refusal;
  // Programs for control from afar are seen by their services alone.
  if (!services.ok && !looked.some(([, , on]) => on.ok && on.value === true)) return services.refusal;
  return known({ services: [...looked.flatMap(([kind, name, on]) => (on.ok ? [{ kind, name, on: on.value === true }] : [])), ...apps].slice(0, 32) });
}

export const remoteAccess: Probe<"remote-access"> = {
  id: "windows.remote-access",
  fact: "remote-access",
  uses: registryCommands(...keys),
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const [found, services] = await Promise.all([readRegistryKeys(host, keys, signal), readDeviceBlock(host, "services", signal)]);
    const seen = [
      shown("policy fDenyTSConnections", numberOf(found["remote-desktop-policy"], "fDenyTSConnections")),
      shown("fDenyTSConnections", numberOf(found["remote-desktop"], "fDenyTSConnections")),
      shown("network level authentication", numberOf(found["remote-desktop-nla"], "UserAuthentication")),
      shown("fAllowToGetHelp", numberOf(found["remote-assistance"], "fAllowToGetHelp")),
      shown("sshd Start", numberOf(found["service-ssh"], "Start")),
      shown("WinRM Start", numberOf(found["service-remoting"], "Start")),
      `services: ${services.ok ? services.value.services.map(({ name, status }) => `${name} ${status}`).join(", ") : "not readable"}`,
    ];
    return { observation: judgeRemoteAccess(found, services), evidence: [evidence("registry, services", seen)] };
  },
};
