import type { Evidence, FactValue } from "../../../shared/facts/catalogue.ts";
import { known, notApplicable, type Observation, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, evidence, outside, type Refusal } from "../common/gather.ts";
import { worstOf } from "../common/wifiStrength.ts";
import type { Probe } from "../probe.ts";
import { type ConnectionProfile, type Connections, plainGuid, readConnections } from "./connectionBlock.ts";
import { readLinks, type WindowsLink } from "./links.ts";
import type { Block } from "./powershell.ts";
import { authenticationNames, encryptionNames, securityOf } from "./wifiSecurity.ts";
import { parseWlanInterfaces } from "./wlanInterfacesParser.ts";

type WifiLink = FactValue<"wifi-link">;
type Connected = Extract<WifiLink, { connected: true }>;

function linkOf(profile: ConnectionProfile, links: readonly WindowsLink[]): Connected | null {
  const security = securityOf(profile.auth, profile.enc);
  if (security === null) return null;
  const id = plainGuid(profile.adapter);
  const { bars } = profile;
  return {
    connected: true,
    interface: outside(links.find((link) => link.id !== "" && link.id === id)?.name ?? (id || profile.adapter)),
    ssid: profile.ssid === null || profile.ssid === "" ? null : outside(profile.ssid),
    // WinRT has none; netsh would need the location permission.
    bssid: null,
    security,
    signalPercent: bars === null || bars < 0 || bars > 5 ? null : bars * 20,
  };
}

/** Wi-Fi connections that carry something, by WinRT. null: the security of one is not known. Pure. */
export function wifiOfConnections({ profiles, internet }: Connections, links: readonly WindowsLink[]): Connected | "none" | null {
  const wifi = [...profiles, ...(internet === null ? [] : [internet])].filter(({ wlan, level }) => wlan && level !== 0);
  if (wifi.length === 0) return "none";
  const found = wifi.map((profile) => linkOf(profile, links));
  return found.includes(null) ? null : (worstOf(found.filter((link) => link !== null)) ?? null);
}

function describeProfiles({ profiles }: Connections): Evidence {
  const lines = profiles
    .filter(({ wlan }) => wlan)
    .map(
      ({ auth, enc, level, ssid }) =>
        `${ssid ?? ""}: ${authenticationNames[auth] ?? auth} (${auth}), ${encryptionNames[enc] ?? enc} (${enc}), level ${level}`,
    );
  return evidence("Windows: NetworkInformation", lines.length === 0 ? "no Wi-Fi connection" : lines);
}

/** `netsh`, and what its refusal means when nothing else told of the connection. */
async function askNetsh(
  host: Host,
  signal: AbortSignal,
): Promise<{ readonly observation: Observation<WifiLink>; readonly evidence: readonly Evidence[] }> {
  const result = await host.run("netsh-wlan-show-interfaces", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { observation: refusal, evidence: [] };
  const read = parseWlanInterfaces(result.stdout, result.code ?? -1);
  return {
    observation: observationOfNetsh(read),
    evidence: [evidence(commandLine("netsh-wlan-show-interfaces"), read.ok ? seenByNetsh(read.value) : read.detail)],
  };
}

type Netsh = ReturnType<typeof parseWlanInterfaces>;

function seenByNetsh(read: Extract<Netsh, { ok: true }>["value"]): string {
  if (read.kind !== "read") return read.kind;
  return read.link.connected ? `${read.link.ssid ?? ""}: ${read.link.security}` : "not connected";
}

/** What netsh's answer alone says of the Wi-Fi link. */
export function observationOfNetsh(read: Netsh): Observation<WifiLink> {
  if (!read.ok) return unknown("unparsed", read.detail);
  switch (read.value.kind) {
    case "location-refused":
      return unknown("permission-location", "netsh: Windows does not tell programs without the location permission");
    case "service-stopped":
      return unknown("service-stopped", "netsh: the service wlansvc is not running");
    case "read":
      return known(read.value.link);
  }
}

/** No Wi-Fi connection according to WinRT: the adapters say whether there could be one; null when they leave it open. */
function withoutConnection(links: readonly WindowsLink[], refusal: Refusal | undefined): Observation<WifiLink> | null {
  const wifi = links.filter(({ kind }) => kind === "wifi");
  if (wifi.some(({ up }) => up)) return null;
  if (wifi.length > 0) return known({ connected: false });
  return links.length > 0 && refusal === undefined ? notApplicable("no-hardware") : null;
}

/** netsh's word, unless it contradicts WinRT or says less of the reason than WinRT did. */
function reconcile(netsh: Observation<WifiLink>, connections: Block<Connections>): Observation<WifiLink> {
  if (!connections.ok) {
    const tells = netsh.kind !== "unknown" || netsh.reason === "permission-location" || netsh.reason === "service-stopped";
    return tells ? netsh : connections.refusal;
  }
  const connected = wifiOfConnections(connections.value, []) === null;
  return connected && netsh.kind === "known" && !netsh.value.connected
    ? unknown("unparsed", "connection: a Wi-Fi connection whose method or cipher is not known")
    : netsh;
}

export const wifiLink: Probe<"wifi-link"> = {
  id: "windows.wifi-link",
  fact: "wifi-link",
  uses: ["powershell", "netsh-wlan-show-interfaces"],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const [connections, { links, refusal }] = await Promise.all([readConnections(host, signal), readLinks(host, signal)]);
    const seen = connections.ok ? [describeProfiles(connections.value)] : [];
    const link = connections.ok ? wifiOfConnections(connections.value, links) : null;
    if (link !== null && link !== "none") return { observation: known(link), evidence: seen };
    // An adapter that is not connected has no link, whatever WinRT could or could not say.
    const absent = link === "none" || !connections.ok ? withoutConnection(links, refusal) : null;
    if (absent)
      return {
        observation: absent,
        evidence: [
          ...seen,
          evidence(
            "MSFT_NetAdapter",
            links.filter(({ kind }) => kind === "wifi").map(({ name, up }) => `${name}: ${up ? "up" : "down"}`),
          ),
        ],
      };
    const netsh = await askNetsh(host, signal);
    return { observation: reconcile(netsh.observation, connections), evidence: [...seen, ...netsh.evidence] };
  },
};
