import { notSupportedTable } from "../common/notSupported.ts";
import type { ProbeTable } from "../probe.ts";

export const windowsProbes: ProbeTable = notSupportedTable("windows");
