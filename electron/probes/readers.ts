import type { CommandId } from "../host/commands.ts";
import { linuxReaders } from "./linux/readers.ts";
import { macosReaders } from "./macos/readers.ts";
import type { Readers, RecordedOutput } from "./reader.ts";
import { windowsDeviceReaders } from "./windows/deviceReaders.ts";
import { windowsNetworkReaders } from "./windows/networkReaders.ts";

/** Both tables; what both read, as the one PowerShell that tells of the network and of the device, is read by both. */
function joined(first: Readers, second: Readers): Readers {
  const shared = (Object.keys(first) as CommandId[]).flatMap((id) => {
    const [a, b] = [first[id], second[id]];
    return a && b ? [[id, (output: RecordedOutput) => [...a(output), ...b(output)]] as const] : [];
  });
  return { ...first, ...second, ...Object.fromEntries(shared) };
}

/** How the output of each command of the catalogue is read. */
export const readers: Readers = { ...linuxReaders, ...macosReaders, ...joined(windowsNetworkReaders, windowsDeviceReaders) };
