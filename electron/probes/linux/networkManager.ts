import { unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { CommandResult } from "../../host/host.ts";
import { commandRefusal, complaint, type Refusal } from "../common/gather.ts";

/** Why nmcli gave no answer. Exit codes of nmcli(1): 8 is "NetworkManager is not running"; without a system bus it is 1 and the text below. */
export function nmcliRefusal(result: CommandResult): Refusal | undefined {
  const refusal = commandRefusal(result);
  if (refusal || result.code === 0) return refusal;
  const stopped = result.code === 8 || /NetworkManager is not running|could not create NMClient/i.test(decodeUtf8(result.stderr));
  return unknown(stopped ? "service-stopped" : "failed", complaint(result));
}
