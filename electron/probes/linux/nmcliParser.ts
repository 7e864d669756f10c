import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { wifiSecurities } from "../../../shared/facts/network.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";
import { worstOf } from "../common/wifiStrength.ts";

export type WifiSecurity = (typeof wifiSecurities)[number];
type Connected = Extract<FactValue<"wifi-link">, { connected: true }>;

/** Fields of one line of `nmcli -t -e yes`: separated by ":", with "\:" and "\\" inside a field. */
export function splitTerse(line: string): readonly string[] {
  const fields: string[] = [];
  let field = "";
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (character === "\\" && index + 1 < line.length) {
      index += 1;
      field += line[index] ?? "";
    } else if (character === ":") {
      fields.push(field);
      field = "";
    } else {
      field += character ?? "";
    }
  }
  return [...fields, field];
}

/** Every line has exactly `count` fields, or the whole answer counts for nothing: a line break inside an SSID could forge a line of its own. */
function rows(bytes: Uint8Array, count: number): Parsed<readonly (readonly string[])[]> {
  const lines = decodeUtf8(bytes)
    .split("\n")
    .filter((line) => line !== "");
  const split = lines.map(splitTerse);
  const odd = split.find((fields) => fields.length !== count);
  return odd ? notParsed(`nmcli: a line with ${odd.length} fields instead of ${count}`) : parsed(split);
}

const knownTokens: ReadonlySet<string> = new Set(["WEP", "WPA1", "WPA2", "WPA3", "OWE", "OWE-TM", "802.1X"]);
const flagsOf = (field: string) => new Set(field.split(/\s+/).filter((flag) => flag !== "" && flag !== "(none)" && flag !== "--"));

/**
 * The security of an access point from nmcli's SECURITY, WPA-FLAGS and RSN-FLAGS. `null`: something that we do not know, which must never
 * become "open" or "safe" by accident. An access point that offers WPA1 and WPA2 counts as WPA2 when its RSN element offers CCMP, because
 * clients take the stronger one; with nothing but TKIP it is WPA, whatever the label says.
 */
export function wifiSecurity(security: string, wpaFlags: string, rsnFlags: string): WifiSecurity | null {
  const tokens = new Set(security.split(/\s+/).filter((token) => token !== "" && token !== "--"));
  if ([...tokens].some((token) => !knownTokens.has(token))) return null;
  const wpa = flagsOf(wpaFlags);
  const rsn = flagsOf(rsnFlags);
  // The access point of an OWE transition pair that lacks `owe` itself is the open one of the two. nmcli 1.42 calls its flag "owe" too, and only
  // the word OWE-TM without OWE tells it from the other one.
  const flagged = rsn.has("owe_transition_mode") || wpa.has("owe_transition_mode");
  const openHalf = (flagged && !rsn.has("owe")) || (tokens.has("OWE-TM") && !tokens.has("OWE"));
  if (tokens.has("WEP")) return "wep";
  if (openHalf && (tokens.size === 0 || tokens.has("OWE-TM") || tokens.has("OWE"))) return "open";
  // WPA3 enterprise with 192 bits has no word in SECURITY, only its flag.
  if (rsn.has("wpa-eap-suite-b-192")) return "enterprise";
  if (tokens.size === 0) return wpa.size === 0 && rsn.size === 0 ? "open" : null;
  const tkipOnly = (flags: ReadonlySet<string>) => flags.has("pair_tkip") && !flags.has("pair_ccmp");
  if (!tokens.has("WPA2") && !tokens.has("WPA3") && tokens.has("WPA1")) return "wpa";
  if (tkipOnly(rsn) && !tokens.has("WPA3")) return "wpa";
  if (tokens.has("802.1X")) return "enterprise";
  if (tokens.has("WPA3")) return tokens.has("WPA2") ? "wpa2-wpa3-personal" : "wpa3-personal";
  if (tokens.has("WPA2")) return "wpa2-personal";
  return tokens.has("OWE") ? "owe" : null;
}

function linkOf(fields: readonly string[]): Parsed<Connected> {
  const [, ssid = "", bssid = "", mode = "", signal = "", security = "", wpaFlags = "", rsnFlags = "", device = ""] = fields;
  if (mode !== "Infra") return notParsed(`nmcli: mode ${mode.slice(0, 32)} is not that of a client`);
  const found = wifiSecurity(security, wpaFlags, rsnFlags);
  if (found === null) return notParsed(`nmcli: security "${security.slice(0, 64)}" is not known`);
  if (device === "" || !/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$/.test(bssid)) return notParsed("nmcli: a line without device or BSSID");
  const percent = Number.parseInt(signal, 10);
  return parsed({
    connected: true,
    interface: outside(device),
    ssid: ssid === "" ? null : outside(ssid),
    bssid: bssid.toLowerCase(),
    security: found,
    signalPercent: /^\d+$/.test(signal) && percent <= 100 ? percent : null,
  });
}

/** The access point in use, from the list of all; null when none is marked as active. */
export function parseWifiList(bytes: Uint8Array): Parsed<Connected | null> {
  const list = rows(bytes, 9);
  if (!list.ok) return list;
  if (list.value.some(([active]) => active !== "yes" && active !== "no")) return notParsed("nmcli: ACTIVE is neither yes nor no");
  const links: Connected[] = [];
  for (const fields of list.value.filter(([active]) => active === "yes")) {
    const link = linkOf(fields);
    if (!link.ok) return link;
    links.push(link.value);
  }
  return parsed(worstOf(links) ?? null);
}

const connectivities = ["none", "portal", "limited", "full", "unknown"] as const;
export type Connectivity = (typeof connectivities)[number];

/** `nmcli -t -f CONNECTIVITY general`: one word (nmcli(1), NMConnectivityState). */
export function parseConnectivity(bytes: Uint8Array): Parsed<Connectivity> {
  const text = decodeUtf8(bytes);
  const word = connectivities.find((one) => text === `${one}\n`);
  return word === undefined ? notParsed("nmcli: not a word for the connectivity") : parsed(word);
}
