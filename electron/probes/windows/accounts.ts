import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation } from "../../../shared/observation.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import { type DsregcmdAnswer, readRegistration } from "./management.ts";
import type { Block } from "./powershell.ts";
import { type RegistryAnswer, readRegistry, registryCommands } from "./registry.ts";
import { numberOf, shown } from "./settings.ts";

/** Last part of the SID of the built-in guest, whatever its name. */
const guestRid = 501;

/** Signs in somebody by itself: "1". Not set is "no". https://learn.microsoft.com/troubleshoot/windows-server/user-profiles-and-logon/turn-on-automatic-logon */
export function autoLoginOf(answer: RegistryAnswer): boolean | null {
  const setting = numberOf(answer, "AutoAdminLogon");
  return setting.ok ? setting.value !== null && setting.value !== 0 : null;
}

/** Administrators are known by the well-known SIDs, which no language and no renaming changes. */
export function judgeAccounts(
  block: Block<DeviceBlock<"accounts">>,
  winlogon: RegistryAnswer,
  registration: DsregcmdAnswer,
): Observation<FactValue<"accounts">> {
  if (!block.ok) return block.refusal;
  const { administrator, local, minLength } = block.value;
  return known({
    administrator,
    autoLogin: autoLoginOf(winlogon),
    guest: local.find(({ rid }) => rid === guestRid)?.enabled ?? null,
    passwordMinLength: minLength,
    biometrics: registration.ok ? registration.value.hello : null,
  });
}

export const accounts: Probe<"accounts"> = {
  id: "windows.accounts",
  fact: "accounts",
  uses: ["dsregcmd-status", ...registryCommands("winlogon-auto")],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const [block, winlogon, registration] = await Promise.all([
      readDeviceBlock(host, "accounts", signal),
      readRegistry(host, "winlogon-auto", signal),
      readRegistration(host, signal),
    ]);
    const seen = [
      `member of S-1-5-32-544: ${block.ok ? block.value.administrator : "not readable"}`,
      ...(block.ok ? block.value.local.map(({ rid, enabled }) => `built-in account -${rid}: ${enabled ? "enabled" : "disabled"}`) : []),
      `shortest password: ${block.ok ? (block.value.minLength ?? "not readable") : "not readable"}`,
      shown("AutoAdminLogon", numberOf(winlogon, "AutoAdminLogon")),
      `Windows Hello (NgcSet): ${registration.ok ? (registration.value.hello ?? "(not there)") : "not readable"}`,
    ];
    return { observation: judgeAccounts(block, winlogon, registration), evidence: [evidence("groups, local accounts, Winlogon", seen)] };
  },
};
