import type { Readers } from "../reader.ts";

export const windowsDeviceReaders: Readers = {};
