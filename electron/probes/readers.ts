import { linuxReaders } from "./linux/readers.ts";
import { macosReaders } from "./macos/readers.ts";
import type { Readers } from "./reader.ts";
import { windowsDeviceReaders } from "./windows/deviceReaders.ts";
import { windowsNetworkReaders } from "./windows/networkReaders.ts";

/** How the output of each command of the catalogue is read. */
export const readers: Readers = { ...linuxReaders, ...macosReaders, ...windowsNetworkReaders, ...windowsDeviceReaders };
