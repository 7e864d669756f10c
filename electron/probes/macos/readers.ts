import type { Readers } from "../reader.ts";

export const macosReaders: Readers = {};
