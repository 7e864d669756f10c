import { type FactId, factIds } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import type { CommandResult } from "../../host/host.ts";
import type { RegistryKeyId } from "../../host/windows/registryKeys.ts";
import type { Reading } from "../reader.ts";
import { judgeAccounts } from "./accounts.ts";
import { judgeAntivirus } from "./antivirus.ts";
import { firstUpdateKeys, judgeAutomaticUpdates, type UpdateKeys } from "./automaticUpdates.ts";
import { judgeBackup } from "./backup.ts";
import { judgeBrowsers } from "./browsers.ts";
import { judgeClock } from "./clock.ts";
import { deviceBlockOf } from "./deviceBlock.ts";
import type { DeviceBlockId } from "./deviceBlockSchemas.ts";
import { hardwareOf } from "./deviceIdentity.ts";
import { judgeDiskEncryption, pageFileDrives } from "./diskEncryption.ts";
import { judgeFirewall } from "./firewall.ts";
import { settingsLock } from "./limitLock.ts";
import { judgeOsProtection } from "./osProtection.ts";
import { judgeOsRelease } from "./osRelease.ts";
import { judgePendingUpdates } from "./pendingUpdates.ts";
import { blockOf, parseScriptOutput } from "./powershell.ts";
import { keyOfBlock, type RegistryAnswer, type RegistryAnswers, registrySchema } from "./registry.ts";
import { judgeRemoteAccess } from "./remoteAccess.ts";
import { judgeRestartPending, laterRestartKeys } from "./restartPending.ts";
import { judgeRunningApps } from "./runningApps.ts";
import { judgeScreenLock } from "./screenLock.ts";
import { judgeSession } from "./session.ts";
import { judgeSockets } from "./sockets.ts";
import { systemAge } from "./systemAge.ts";
import { laterUpdateKeys } from "./updatePolicy.ts";

/** A pause is told as it is written: a pasted output has no "now". */
const beginning = new Date(0);

/**
 * What the output of the one PowerShell alone says of the device facts: those of which it printed a block. Where the registry was not printed at
 * all, its keys count as not set; a key that is missing in a registry that was printed could not be read.
 */
export function readScript(result: CommandResult): readonly Reading[] {
  const { blocks } = parseScriptOutput(result.stdout);
  const registry = blockOf(result, "registry", registrySchema);
  const key = (id: RegistryKeyId): RegistryAnswer => {
    if (!blocks.has("registry")) return { ok: true, key: null, source: "" };
    if (!registry.ok) return registry;
    return keyOfBlock(registry.value, id) ?? { ok: false, refusal: unknown("failed", `${id} was not printed`) };
  };
  // Asked for by name, so that one object answers for any set of keys.
  const keys = new Proxy({}, { get: (_none, id) => key(String(id) as RegistryKeyId) }) as RegistryAnswers<RegistryKeyId>;
  // Keys that older versions did not print count as not seen by them.
  const isPrinted = (id: RegistryKeyId) => registry.ok && Object.hasOwn(registry.value, id);
  const printed = (ids: readonly RegistryKeyId[]) => Object.fromEntries(ids.filter(isPrinted).map((id) => [id, key(id)]));
  const all = (ids: readonly RegistryKeyId[]) => Object.fromEntries(ids.map((id) => [id, key(id)]));
  const updateKeys = { ...all(firstUpdateKeys), ...printed(laterUpdateKeys) } as UpdateKeys;
  const restartKeys = { "reboot-pending": key("reboot-pending"), "reboot-required": key("reboot-required"), ...printed(laterRestartKeys) };
  const block = <B extends DeviceBlockId>(name: B) => deviceBlockOf(result, name);
  /** Only where the paste holds what the age rests on. */
  const pastedAge = () => (blocks.has("clock") || blocks.has("registry") ? systemAge(block("clock"), key("current-version")) : undefined);
  const identity = block("identity");
  const listening = block("listening");
  const processes = block("processes");
  const noDsregcmd = { ok: false, refusal: unknown("failed", "dsregcmd is another command") } as const;

  const read: { readonly [F in FactId]?: readonly [readonly (DeviceBlockId | "registry")[], () => Observation<unknown>] } = {
    "screen-lock": [
      ["registry"],
      () => {
        const session = block("session");
        const managed = registry.ok && registry.value["device-lock-mdm"] !== undefined ? key("device-lock-mdm") : undefined;
        const { mechanisms, seen } = settingsLock(keys, managed, session.ok ? session.value : {});
        return judgeScreenLock(mechanisms, seen).observation;
      },
    ],
    "os-release": [["registry"], () => judgeOsRelease(key("current-version"))],
    "pending-updates": [["pending"], () => judgePendingUpdates(block("pending"), block("updates"), pastedAge())],
    "automatic-updates": [["registry"], () => judgeAutomaticUpdates(updateKeys, block("updates"), beginning)],
    "restart-pending": [["registry"], () => judgeRestartPending(restartKeys, block("updates"))],
    browsers: [["registry"], () => judgeBrowsers(keys, processes.ok ? processes.value.names.map((name) => name.toLowerCase()) : null)],
    "disk-encryption": [["volumes"], () => judgeDiskEncryption(block("volumes"), pageFileDrives(key("memory-management")))],
    firewall: [
      ["firewall", "firewall-products"],
      () => judgeFirewall({ keys, policy: block("firewall"), products: block("firewall-products"), services: block("services") }),
    ],
    "listening-services": [
      ["listening"],
      () => {
        if (!listening.ok) return listening.refusal;
        const judged = judgeSockets(listening.value);
        return judged.ok ? known(judged.value) : unknown("unparsed", judged.detail);
      },
    ],
    "remote-access": [["registry"], () => judgeRemoteAccess(keys, block("services"))],
    antivirus: [["antivirus", "defender"], () => judgeAntivirus(block("antivirus"), block("defender"))],
    "os-protection": [["registry"], () => judgeOsProtection(keys)],
    accounts: [["accounts"], () => judgeAccounts(block("accounts"), key("winlogon-auto"), noDsregcmd)],
    "device-identity": [["identity"], () => (identity.ok ? known(hardwareOf(identity, key("bios"))) : identity.refusal)],
    session: [["session"], () => judgeSession(block("session"), identity, key("bios"), undefined)],
    backup: [["registry"], () => judgeBackup(keys)],
    "running-apps": [
      ["processes"],
      () => judgeRunningApps(processes.ok ? { ok: true, names: processes.value.names, count: processes.value.count } : processes, []),
    ],
    clock: [
      ["clock"],
      () => {
        const { synchronised, notBefore } = judgeClock(keys, block("clock"), "");
        return known({ synchronised, notBefore });
      },
    ],
  };
  return factIds.flatMap((fact) => {
    const [needs, observe] = read[fact] ?? [];
    return needs?.some((name) => blocks.has(name)) && observe ? [{ fact, observation: observe() }] : [];
  });
}
