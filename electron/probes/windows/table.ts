import { notSupportedTable } from "../common/notSupported.ts";
import type { ProbeTable } from "../probe.ts";
import { deviceProbes } from "./deviceProbes.ts";
import { networkProbes } from "./networkProbes.ts";

export const windowsProbes: ProbeTable = { ...notSupportedTable("windows"), ...networkProbes, ...deviceProbes };
