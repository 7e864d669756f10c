import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { WifiSecurity } from "../../../shared/facts/network.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";
import { normalMac } from "./routingTableParser.ts";

/** Words of ipconfig for the key management of the access point. WPA (the first) is weak with a key server too. */
const securities: Readonly<Record<string, WifiSecurity>> = {
  NONE: "open",
  OWE: "owe",
  WEP: "wep",
  WEP40: "wep",
  WEP104: "wep",
  WEP128: "wep",
  WPA_PSK: "wpa",
  WPA_EAP: "wpa",
  WPA_8021X: "wpa",
  WPA2_PSK: "wpa2-personal",
  WPA2_EAP: "enterprise",
  WPA2_8021X: "enterprise",
  WPA2_WPA3_PSK: "wpa2-wpa3-personal",
  WPA3_SAE: "wpa3-personal",
  WPA3_FT_SAE: "wpa3-personal",
  WPA3_EAP: "enterprise",
  WPA3_8021X: "enterprise",
  WPA3_ENTERPRISE: "enterprise",
};

/** What macOS 15.6 and later print instead of a name. */
const hidden = "<redacted>";

export interface Summary {
  readonly link: FactValue<"wifi-link">;
  /** macOS hid the network's name. */
  readonly nameHidden: boolean;
}

/**
 * The lines that `ipconfig getsummary` prints itself: exactly two spaces, a key, " : ". The text of a DHCP packet stands between them as the
 * network sent it, and a name may hold a line break, so a line of this form proves nothing by itself. Keys are sorted: what counts stands behind
 * the last InterfaceType, and a key with two different values is foreign text.
 */
function topLevel(text: string): Parsed<ReadonlyMap<string, string>> {
  const lines = [...text.matchAll(/^ {2}(\w+) : (.*)$/gm)].map(([, key = "", value = ""]) => ({ key, value: value.trimEnd() }));
  const start = lines.map(({ key }) => key).lastIndexOf("InterfaceType");
  if (start < 0 || !/^<dictionary> \{$/m.test(text)) return notParsed("ipconfig: no type of interface");
  const wanted = new Set(["InterfaceType", "LinkStatusActive", "SSID", "Security", "BSSID"]);
  const values = new Map<string, string>();
  for (const [place, { key, value }] of lines.entries()) {
    if (!wanted.has(key)) continue;
    const before = values.get(key);
    if (before !== undefined && before !== value) return notParsed(`ipconfig: two different values for ${key}`);
    values.set(key, value);
    // BSSID sorts before it.
    if (place < start && key !== "BSSID" && !lines.slice(start).some((line) => line.key === key)) {
      return notParsed(`ipconfig: ${key} stands where the network's own text stands`);
    }
  }
  return parsed(values);
}

/** "WiFi", "Ethernet" and others, never translated; undefined where the answer does not say it. */
export function interfaceTypeOf(bytes: Uint8Array): string | undefined {
  const top = topLevel(decodeUtf8(bytes));
  return top.ok ? top.value.get("InterfaceType") : undefined;
}

/** Up to 32 bytes, as macOS shows them; null when it hides them. */
function shown(value: string | undefined): string | null {
  return value === undefined || value === hidden || value === "" ? null : value.slice(0, 256);
}

/** `ipconfig getsummary en0`: the Wi-Fi link. `name`: the interface that was asked about. */
export function parseGetsummary(bytes: Uint8Array, name: string): Parsed<Summary> {
  const text = decodeUtf8(bytes);
  const top = topLevel(text);
  if (!top.ok) return top;
  const kind = top.value.get("InterfaceType");
  if (kind !== "WiFi") return notParsed(`ipconfig: ${name} is ${kind?.slice(0, 32)}, not Wi-Fi`);
  const active = top.value.get("LinkStatusActive");
  if (active === "FALSE") return parsed({ link: { connected: false }, nameHidden: false });
  if (active !== "TRUE") return notParsed("ipconfig: whether the link is active is not said");
  if (!text.endsWith("\n}\n")) return notParsed("ipconfig: ends in the middle");
  const word = top.value.get("Security") ?? "";
  if (!Object.hasOwn(securities, word)) return notParsed(`ipconfig: security "${word.slice(0, 40)}" is not known`);
  const ssid = top.value.get("SSID");
  return parsed({
    link: {
      connected: true,
      interface: name,
      ssid: shown(ssid),
      bssid: normalMac(top.value.get("BSSID") ?? ""),
      security: securities[word] as WifiSecurity,
      signalPercent: null,
    },
    nameHidden: ssid === hidden,
  });
}

/** The domain that DHCP handed out: said by the network, so a hint. Absent, repeated or odd: null. */
export function dhcpDomain(bytes: Uint8Array): string | null {
  const found = [...decodeUtf8(bytes).matchAll(/^domain_name \(string\): ([A-Za-z0-9.-]{1,253})\n/gm)].map(([, domain]) => domain ?? null);
  return found.length === 1 ? (found[0] ?? null) : null;
}
