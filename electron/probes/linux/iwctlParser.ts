import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { WifiSecurity } from "../../../shared/facts/network.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

type Link = FactValue<"wifi-link">;

/** iwd's words for what it agreed on with the access point: https://git.kernel.org/pub/scm/network/wireless/iwd.git/tree/src/diagnostic.c */
const securities: Readonly<Record<string, WifiSecurity>> = {
  Open: "open",
  OWE: "owe",
  "WPA1-Personal": "wpa",
  "WPA2-Personal": "wpa2-personal",
  "WPA3-Personal": "wpa3-personal",
  "WPA2-Enterprise": "enterprise",
  "WPA3-Enterprise": "enterprise",
  FILS: "enterprise",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: iwctl paints its table, also where nobody looks at it
const paint = /\u001b\[[0-9;]*[A-Za-z]/g;

/**
 * The table of `iwctl station IFACE show`: a property and its value, at least two blanks apart. The network's name is printed as it is and could hold a
 * line of its own, so one that stands there twice makes the whole table worthless. A line without an end was cut and counts for nothing.
 */
function properties(text: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  for (const line of text.replaceAll(paint, "").split("\n").slice(0, -1)) {
    const [, name, value] = /^\s*\*?\s*([A-Z][A-Za-z]*(?: [A-Za-z]+)*?) {2,}(\S.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    if (found.has(name)) return null;
    found.set(name, value);
  }
  return found;
}

/** `name`: the interface that was asked about. iwd tells its security since 1.13; before, the table says nothing of it. */
export function parseIwctlStation(bytes: Uint8Array, name: string): Parsed<Link> {
  const shown = properties(decodeUtf8(bytes));
  const state = shown?.get("State");
  if (!shown || state === undefined) return notParsed("iwctl: not the table of a station");
  if (state === "disconnected") return parsed({ connected: false });
  const [security = "", ...more] = (shown.get("Security") ?? "").split(" + ");
  const found = Object.hasOwn(securities, security) && more.every((word) => word === "FT") ? securities[security] : undefined;
  if (!/^(?:connected|roaming)$/.test(state) || found === undefined)
    return notParsed(`iwctl: state ${state.slice(0, 32)}, security "${security.slice(0, 32)}"`);
  // Behind a line that iwd prints of every connection: a name that holds a line with a security of its own stands before it.
  const order = [...shown.keys()];
  if (order.indexOf("ConnectedBss") < 0 || order.indexOf("ConnectedBss") > order.indexOf("Security"))
    return notParsed("iwctl: no access point before its security");
  const cipher = shown.get("PairwiseCipher");
  // The cipher stands last and can only take something away; older iwd has no such row, and every table ends with an empty line.
  if (cipher === undefined && !/\n\s*\n$/.test(decodeUtf8(bytes))) return notParsed("iwctl: neither the cipher nor the end of the table");
  const [, dbm] = /^(-?\d+) dBm$/.exec(shown.get("RSSI") ?? "") ?? [];
  const bssid = shown.get("ConnectedBss")?.toLowerCase();
  return parsed({
    connected: true,
    interface: outside(name),
    ssid: outside(shown.get("Connected network") ?? "") || null,
    bssid: bssid !== undefined && /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/.test(bssid) ? bssid : null,
    security: cipher === "TKIP" ? "wpa" : found,
    signalPercent: dbm === undefined ? null : Math.min(100, Math.max(0, 2 * (Number(dbm) + 100))),
  });
}
