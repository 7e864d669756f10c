import { hypervisorOf } from "../common/dmi.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import type { RegistryAnswer } from "./registry.ts";
import { textOf } from "./settings.ts";

/**
 * Name of the hypervisor by maker and model (SMBIOS). That a hypervisor is present proves nothing: Windows runs on its own one wherever
 * virtualisation-based security is on. `readable` false: neither WMI nor the registry told.
 */
export function virtualOf(block: Block<DeviceBlock<"identity">>, bios: RegistryAnswer): { readonly readable: boolean; readonly name: string | null } {
  const text = (name: string) => {
    const setting = textOf(bios, name);
    return setting.ok ? setting.value : null;
  };
  const vendor = (block.ok ? block.value.manufacturer : null) || text("SystemManufacturer");
  const product = (block.ok ? block.value.model : null) || text("SystemProductName");
  return { readable: vendor !== null || product !== null, name: hypervisorOf(vendor, product) };
}
