import { known, unknown } from "../../../../shared/observation.ts";
import { decodeConsole } from "../../../host/decode.ts";
import type { Reader } from "../../reader.ts";
import { defenderState } from "../antivirus.ts";
import { printedFlag, printedObjects } from "./powershellText.ts";

/**
 * `Get-MpComputerStatus`: Defender by its own word alone. Dates are printed in the PC's own way and so not read. Another product may guard, which only the
 * Security Center knows: a part. https://learn.microsoft.com/powershell/module/defender/get-mpcomputerstatus
 */
export const mpComputerStatus: Reader = ({ stdout }) => {
  const printed = printedObjects(decodeConsole(stdout)).find((one) => one.has("antivirusenabled") || one.has("amrunningmode"));
  // Windows before 1809 has no such property: it is left out where its neighbour is shown.
  const mode = printed?.get("amrunningmode") ?? (printed?.has("amproductversion") ? "" : undefined);
  const [enabled, realTime] = printed ? [printedFlag(printed, "antivirusenabled"), printedFlag(printed, "realtimeprotectionenabled")] : [null, null];
  const state = mode === undefined ? null : defenderState({ mode, enabled, realTime });
  if (printed === undefined || state === null)
    return [
      { fact: "antivirus", observation: unknown("unparsed", "AMRunningMode, AntivirusEnabled and RealTimeProtectionEnabled are not all shown") },
    ];
  const outOfDate = printedFlag(printed, "defendersignaturesoutofdate");
  const product = { name: "Microsoft Defender Antivirus", state, definitionsAt: null, upToDate: outOfDate === null ? null : !outOfDate };
  return [{ fact: "antivirus", part: true, observation: known({ products: [product] }) }];
};
