import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/** A VPN that is set up in the system settings, or by an app as a network extension. */
export interface ConnectionService {
  readonly connected: boolean;
  /** What stands in the last brackets: "PPP:L2TP", "IPSec", "VPN:com.wireguard.macos". */
  readonly type: string;
}

const header = /^Available network connection services in the current set/;
const row = /^[* ] \(([A-Za-z ]+)\)\s+[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12} .*\[([A-Za-z0-9:._-]+)\]\s*$/;

/**
 * `scutil --nc list`. The state in the first brackets is English in every language, and "Disconnected" contains "connected". A name is free text
 * and may look like anything, so the line is read from both ends. Modems are no VPNs.
 */
export function parseNcList(bytes: Uint8Array): Parsed<readonly ConnectionService[]> {
  const [first = "", ...lines] = decodeUtf8(bytes).split("\n");
  if (!header.test(first)) return notParsed("scutil: not a list of connection services");
  if (lines.at(-1) !== "") return notParsed("scutil: ends in the middle of a line");
  const services = lines.flatMap((line) => {
    const [, state, type] = row.exec(line) ?? [];
    return state === undefined || type === undefined || type === "PPP:Modem" ? [] : [{ connected: state === "Connected", type }];
  });
  return parsed(services);
}
