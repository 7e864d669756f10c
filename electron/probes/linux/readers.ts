import type { Readers } from "../reader.ts";

export const linuxReaders: Readers = {};
