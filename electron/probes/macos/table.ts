import type { ProbeTable } from "../probe.ts";
import { deviceProbes } from "./deviceProbes.ts";
import { networkProbes } from "./networkProbes.ts";

export const macosProbes: ProbeTable = { ...networkProbes, ...deviceProbes };
