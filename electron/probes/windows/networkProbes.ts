import type { NetworkProbes } from "../probe.ts";

export const networkProbes: Partial<NetworkProbes> = {};
