import type { CommandResult, Host } from "../../host/host.ts";
import { type DeviceBlock, type DeviceBlockId, deviceBlockSchemas } from "./deviceBlockSchemas.ts";
import { type Block, blockOf } from "./powershell.ts";

/** A block of the device facts in output that is there already. */
export function deviceBlockOf<B extends DeviceBlockId>(result: CommandResult, name: B): Block<DeviceBlock<B>> {
  return blockOf(result, name, deviceBlockSchemas[name]) as Block<DeviceBlock<B>>;
}

/** A block of the device facts from the one PowerShell of this run. */
export async function readDeviceBlock<B extends DeviceBlockId>(host: Host, name: B, signal: AbortSignal): Promise<Block<DeviceBlock<B>>> {
  return deviceBlockOf(await host.run("powershell", signal), name);
}
