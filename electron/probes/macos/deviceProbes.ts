import type { DeviceProbes } from "../probe.ts";

export const deviceProbes: Partial<DeviceProbes> = {};
