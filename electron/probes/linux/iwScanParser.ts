import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { WifiSecurity } from "../../../shared/facts/network.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";
import { worstOf } from "../common/wifiStrength.ts";

type Connected = Extract<FactValue<"wifi-link">, { connected: true }>;

/** One access point: its lines, each under the element that it stands in ("RSN", "WPA"; "" for the access point's own). */
interface Block {
  readonly bssid: string;
  readonly interface: string;
  readonly lines: readonly { readonly element: string; readonly text: string }[];
}

/** "BSS 02:00:00:00:00:01(on wlan0) -- associated"; newer versions of iw add the link of a connection that has several. */
const head = /^BSS ([0-9a-f]{2}(?::[0-9a-f]{2}){5}) ?\(on ([^)\s]+)\)(.*)$/;

/** The access points that the card is joined to. A line that was cut off has no end, and counts for nothing. */
function joined(text: string): readonly Block[] {
  const blocks: { bssid: string; interface: string; lines: { element: string; text: string }[] }[] = [];
  let current: (typeof blocks)[number] | undefined;
  let element = "";
  for (const line of text.split("\n").slice(0, -1)) {
    const [, bssid, name, rest] = head.exec(line) ?? [];
    if (bssid !== undefined && name !== undefined) {
      current = / -- associated\b/.test(rest ?? "") ? { bssid, interface: name, lines: [] } : undefined;
      if (current) blocks.push(current);
      element = "";
      continue;
    }
    // One tab begins an element or a value of the access point, two belong to the element above.
    const [, title, value = ""] = /^\t([^\t:][^:]*):(.*)$/.exec(line) ?? [];
    if (title !== undefined) {
      element = value.startsWith("\t * ") ? title : "";
      current?.lines.push({ element, text: element === "" ? line.trim() : value.trim() });
      if (value === "") element = title;
    } else current?.lines.push({ element, text: line.trim() });
  }
  return blocks;
}

const lineOf = ({ lines }: Block, element: string, name: string): string | undefined =>
  lines
    .find((line) => line.element === element && line.text.startsWith(name))
    ?.text.slice(name.length)
    .trim();

/** Words of "Authentication suites", by the kind of key that they are about. Those with unusual hashes carry them behind a slash. */
function suiteOf(word: string): WifiSecurity | null {
  const name = word.replace(/^FT\//, "").split("/", 1)[0] ?? "";
  if (name === "802.1X" || name === "FILS") return "enterprise";
  if (name === "SAE" || name === "SAE-EXT-KEY") return "wpa3-personal";
  if (name === "PSK") return "wpa2-personal";
  return name === "OWE" ? "owe" : null;
}

/** By what the access point offers, the weakest that a client may have taken: which one it took is not said. */
function byRsn(block: Block): WifiSecurity | null {
  const ciphers = lineOf(block, "RSN", "* Pairwise ciphers:")?.split(/\s+/);
  const suites = lineOf(block, "RSN", "* Authentication suites:")?.replaceAll("IEEE 802.1X", "802.1X").split(/\s+/).map(suiteOf);
  if (ciphers === undefined || suites === undefined || suites.includes(null)) return null;
  // Clients take the stronger cipher.
  if (!ciphers.some((cipher) => /^(?:CCMP|GCMP)(?:-\d+)?$/.test(cipher))) {
    return ciphers.includes("TKIP") ? "wpa" : ciphers.some((cipher) => cipher.startsWith("WEP")) ? "wep" : null;
  }
  if (suites.includes("owe")) return "owe";
  if (suites.includes("wpa2-personal")) return suites.includes("wpa3-personal") ? "wpa2-wpa3-personal" : "wpa2-personal";
  return suites.includes("wpa3-personal") ? "wpa3-personal" : "enterprise";
}

function securityOf(block: Block): WifiSecurity | null {
  const has = (element: string) => block.lines.some((line) => line.element === element);
  if (has("RSN")) return byRsn(block);
  if (has("WPA")) return "wpa";
  const capability = lineOf(block, "", "capability:");
  if (capability === undefined) return null;
  return /\bPrivacy\b/.test(capability) ? "wep" : "open";
}

/** iw writes what cannot be printed, and the backslash, as "\x5c". */
function nameOf(written: string | undefined): string | null {
  const bytes = [...new TextEncoder().encode(written ?? "")];
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const [, digits] = /^\\x([0-9a-f]{2})/.exec(String.fromCharCode(...bytes.slice(at, at + 4))) ?? [];
    plain.push(digits === undefined ? (bytes[at] ?? 0) : Number.parseInt(digits, 16));
    if (digits !== undefined) at += 3;
  }
  const name = decodeUtf8(Uint8Array.from(plain));
  return name.replaceAll("\0", "") === "" ? null : outside(name);
}

/** dBm as NetworkManager shows it: -100 is nothing, -50 and better is all. */
function percentOf(written: string | undefined): number | null {
  const [, dbm] = /^(-?\d+(?:\.\d+)?) dBm$/.exec(written ?? "") ?? [];
  return dbm === undefined ? null : Math.round(Math.min(100, Math.max(0, 2 * (Number(dbm) + 100))));
}

function linkOf(block: Block): Parsed<Connected> {
  const security = securityOf(block);
  if (security === null) return notParsed("iw: the security of the access point is not known");
  return parsed({
    connected: true,
    interface: outside(block.interface),
    ssid: nameOf(lineOf(block, "", "SSID:")),
    bssid: block.bssid,
    security,
    signalPercent: percentOf(lineOf(block, "", "signal:")),
  });
}

/**
 * `iw dev IFACE scan dump`: what the kernel knows of the access point in use, whoever runs the card; null when it is joined to none. Its dump may be
 * read by everybody (https://github.com/torvalds/linux/blob/master/net/wireless/nl80211.c: NL80211_CMD_GET_SCAN has no GENL_ADMIN_PERM).
 */
export function parseIwScan(bytes: Uint8Array): Parsed<Connected | null> {
  const links: Connected[] = [];
  for (const block of joined(decodeUtf8(bytes))) {
    const link = linkOf(block);
    if (!link.ok) return link;
    links.push(link.value);
  }
  return parsed(worstOf(links) ?? null);
}
