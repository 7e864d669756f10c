import { known } from "../../../shared/observation.ts";
import { chassisName } from "../common/dmi.ts";
import { evidence, outside } from "../common/gather.ts";
import { meaningful } from "../common/systeminformation.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { type RegistryAnswer, readRegistry, registryCommands } from "./registry.ts";
import { textOf } from "./settings.ts";
import { virtualOf } from "./virtualMachine.ts";

/** Names of the hardware: WMI, and of maker and model also the registry, which has no numbers. Fillers of hardware makers are null. */
export function hardwareOf(block: Block<DeviceBlock<"identity">>, bios: RegistryAnswer) {
  const wmi = block.ok ? block.value : null;
  const registry = (name: string) => {
    const setting = textOf(bios, name);
    return setting.ok ? meaningful(setting.value) : null;
  };
  const chassis = wmi?.chassis.map((type) => chassisName(String(type))).find((name) => name !== null);
  return {
    manufacturer: meaningful(wmi?.manufacturer) ?? registry("SystemManufacturer"),
    model: meaningful(wmi?.model) ?? registry("SystemProductName"),
    serial: meaningful(wmi?.serial),
    assetTag: meaningful(wmi?.assetTag),
    chassis: chassis ?? null,
    virtual: virtualOf(block, bios).name,
  };
}

export const deviceIdentity: Probe<"device-identity"> = {
  id: "windows.device-identity",
  fact: "device-identity",
  uses: registryCommands("bios"),
  validForMs: 86_400_000,
  async collect(host, _context, signal) {
    const [block, bios] = await Promise.all([readDeviceBlock(host, "identity", signal), readRegistry(host, "bios", signal)]);
    const value = { hostname: outside(host.hostname()), user: outside(host.userName()), ...hardwareOf(block, bios) };
    const named = Object.entries(value).map(([name, text]) => `${name}: ${text ?? "(not known)"}`);
    return { observation: known(value), evidence: [evidence(block.ok ? "WMI: Win32_BIOS, Win32_SystemEnclosure" : "registry: BIOS", named)] };
  },
};
