import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { WifiSecurity } from "../../../shared/facts/network.ts";
import { decodeConsole } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";
import { worstOf } from "../common/wifiStrength.ts";

type WifiLink = FactValue<"wifi-link">;
type Connected = Extract<WifiLink, { connected: true }>;

export type WlanInterfaces =
  /** Windows 11 24H2 and later, https://learn.microsoft.com/windows/win32/nativewifi/wi-fi-access-location-changes */
  | { readonly kind: "location-refused" }
  /** The service WLAN AutoConfig does not run, as on PCs without Wi-Fi. */
  | { readonly kind: "service-stopped" }
  | { readonly kind: "read"; readonly link: WifiLink };

interface Line {
  readonly label: string;
  readonly value: string;
}

const mac = /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i;
const percent = /^(\d{1,3}) ?%$/;
/** A cipher's name; netsh prints it in every language alike. */
const cipherName = /(?<![A-Za-z])(CCMP|GCMP|TKIP|WEP)/;
const authName = /WPA|WEP|OWE|802\.1X|RSN|SAE/;
const radio = /^802\.11/;

/** A name has 32 bytes and a description 256 letters; the expressions below take long for longer lines. */
const longestLine = 400;

/** The label ends at the first colon: values may hold more of them. A line without one, far to the right, belongs to the line above: label "". */
function linesOf(text: string): readonly Line[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (line.length > longestLine) return [];
    // One step for each letter: a line of nothing but spaces must not take long.
    const [, beginning, value] = /^\s([^:：]*)[:：]\s?(.*)$/.exec(line) ?? [];
    const label = beginning?.trim();
    if (label !== undefined && label !== "" && value !== undefined) return [{ label, value: value.trim() }];
    return /^\s{12,}[^\s:：]/.test(line) ? [{ label: "", value: line.trim() }] : [];
  });
}

/** A block begins two lines above the adapter's GUID: its name, its description, its GUID. The word GUID is never translated. */
function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const starts = lines.flatMap(({ label }, index) => (/\bGUID\b/.test(label) ? [index - 2] : []));
  return starts.map((start, at) => lines.slice(Math.max(0, start), starts[at + 1]));
}

/**
 * How many adapters the answer has by its own word: the first line says it in every language ("There are 2 interfaces on the system:"). null: it was not
 * pasted along.
 */
function announced(text: string): number | null {
  const [head = ""] = text.split(/\bGUID\b/, 1);
  const lines = head.split(/\r?\n/).filter((line) => line.length <= longestLine && /[:：]\s*$/.test(line));
  const counts = lines.flatMap((line) => [...line.matchAll(/(?<!\S)\d{1,2}(?=[\s:：])/g)].map(([digits]) => Number(digits)));
  return counts.length === 1 ? (counts[0] ?? null) : null;
}

function securityFromWords(auth: string, cipher: string): WifiSecurity | null {
  if (/WEP/.test(cipher)) return "wep";
  if (/TKIP/.test(cipher)) return "wpa";
  if (!/CCMP|GCMP/.test(cipher)) return null;
  if (/OWE/.test(auth)) return "owe";
  const version = /WPA ?(2|3)?/.exec(auth);
  if (version === null) return null;
  if (version[1] === undefined) return "wpa";
  if (/Enterprise|エンタープライズ|Entreprise|Empresa|Aziendale|企业|企業/.test(auth)) return "enterprise";
  // A word in a language that is not in this list counts as the weaker of the two.
  return version[1] === "2" ? "wpa2-personal" : "wpa3-personal";
}

/**
 * Method and cipher stand below the radio type ("802.11ax"), and below them how it connected, perhaps the channel, and two rates. Without all of
 * these nothing is said: a network's name has 32 bytes, so one that holds line breaks cannot forge them. Without encryption both are words of the
 * PC's language ("オープン", "なし").
 */
function securityBetween(lines: readonly Line[]): WifiSecurity | null {
  const radios = lines.flatMap(({ value }, index) => (radio.test(value) ? [index] : []));
  const [auth, cipher, ...rest] = lines.slice((radios[0] ?? 0) + 1);
  if (radios.length !== 1 || auth === undefined || cipher === undefined || rest.length < 3) return null;
  const rates = rest.slice(-2).every(({ value }) => /^\d+([.,]\d+)?$/.test(value));
  if (!rates || rest.some(({ value }) => cipherName.test(value))) return null;
  if (cipherName.test(cipher.value)) return securityFromWords(auth.value, cipher.value);
  const words = [auth, cipher].every(({ value }) => /^\p{L}[\p{L}\s.'’-]*$/u.test(value));
  return words && !authName.test(auth.value) ? "open" : null;
}

/** What one block says; null: not connected. */
function readBlock(block: readonly Line[]): Parsed<Connected | null> {
  const name = block[0]?.value ?? "";
  const body = block.slice(3).filter(({ label }) => label !== "");
  // Only an adapter that is not connected tells of its radio, in two lines ("Hardware On", "Software Off"); a block without them may be cut.
  const tellsOfRadio = block.some(({ label }) => label === "");
  const named = body.flatMap(({ label }, index) => (label === "SSID" ? [index] : []));
  if (named.length > 1) return notParsed("netsh: two lines SSID in one block");
  // The adapter's own address comes first, the access point's second; an SSID may look like one.
  const addresses = body.flatMap(({ value }, index) => (mac.test(value) && index !== named[0] ? [index] : []));
  const ssidAt = named[0] ?? (addresses[1] ?? 0) - 1;
  const signals = body.flatMap(({ value }, index) => (index > ssidAt + 1 && percent.test(value) ? [index] : []));
  if (ssidAt < 0 || signals.length === 0) {
    const idle = tellsOfRadio && addresses.length < 2 && named.length === 0 && signals.length === 0;
    return idle ? parsed(null) : notParsed("netsh: a block that is cut");
  }
  const bssidAt = ssidAt + 1;
  const [signalAt = 0] = signals;
  // The profile's name stands below the signal, or below the RSSI that newer builds print between; it may look like a percentage.
  const profileAt = /^-?\d+$/.test(body[signalAt + 1]?.value ?? "") ? signalAt + 2 : signalAt + 1;
  const others = addresses.filter((index) => index !== profileAt);
  if (others.length > 2 || (others.length === 2 && others[1] !== bssidAt)) return notParsed("netsh: a block with lines that do not belong there");
  const between = body.slice(bssidAt + 1, signalAt);
  const after = body.slice(signalAt + 1).filter((_, index) => signalAt + 1 + index !== profileAt);
  const security = after.some(({ value }) => cipherName.test(value)) ? null : securityBetween(between);
  if (security === null) return notParsed("netsh: method or cipher is not known");
  const signalPercent = Number(percent.exec(body[signalAt]?.value ?? "")?.[1]);
  const ssid = body[ssidAt]?.value ?? "";
  const bssid = body[bssidAt]?.value ?? "";
  return parsed({
    connected: true,
    interface: outside(name),
    ssid: ssid === "" ? null : outside(ssid),
    bssid: mac.test(bssid) ? bssid.toLowerCase().replaceAll("-", ":") : null,
    security,
    signalPercent: signalPercent <= 100 ? signalPercent : null,
  });
}

/**
 * `netsh wlan show interfaces` in any language and code page, by the order of its lines. With several adapters the worst connection counts; one
 * block that cannot be read spoils the whole answer.
 */
export function parseWlanInterfaces(bytes: Uint8Array, code: number): Parsed<WlanInterfaces> {
  const text = decodeConsole(bytes);
  const lines = linesOf(text);
  const blocks = blocksOf(lines);
  if (blocks.length === 0) {
    if (text.includes("ms-settings:privacy-location")) return parsed({ kind: "location-refused" });
    if (/wlansvc/i.test(text)) return parsed({ kind: "service-stopped" });
    return notParsed(`netsh: no adapter in its answer, exit ${code}`);
  }
  if (code !== 0) return notParsed(`netsh: exit ${code}`);
  // The adapter that was cut off may be the one on an open network.
  if ((announced(text) ?? 0) > blocks.length) return notParsed("netsh: fewer adapters than it says");
  const links: Connected[] = [];
  for (const block of blocks) {
    const link = readBlock(block);
    if (!link.ok) return link;
    if (link.value) links.push(link.value);
  }
  return parsed({ kind: "read", link: worstOf(links) ?? { connected: false } });
}
