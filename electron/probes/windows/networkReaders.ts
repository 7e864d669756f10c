import type { Readers } from "../reader.ts";

export const windowsNetworkReaders: Readers = {};
