import { decodeUtf8 } from "../../host/decode.ts";
import type { PortRange } from "./ufwFiles.ts";

/** A zone of firewalld (firewalld.zone(5)). */
export interface Zone {
  readonly name: string;
  /** The one for interfaces that belong to no other. */
  readonly isDefault: boolean;
  readonly interfaces: readonly string[];
  /** Networks for which it counts on every interface: "192.168.0.0/16". */
  readonly sources: readonly string[];
  /** It lets in what no rule is about. */
  readonly open: boolean;
  readonly ports: readonly PortRange[];
  readonly services: readonly string[];
}

/** "1025-65535" or "22" for one protocol; nothing for protocols that have no listening programs here. */
export function portRange(protocol: string | undefined, ports: string | undefined): readonly PortRange[] {
  const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(ports ?? "") ?? [];
  if (from === undefined || to === undefined || (protocol !== "tcp" && protocol !== "udp")) return [];
  return [{ protocol, from: Number(from), to: Number(to) }];
}

/** A rich rule (firewalld.richlanguage(5)) that accepts from everybody: everything, or one port. */
function richRule(line: string): { readonly open: boolean; readonly ports: readonly PortRange[]; readonly services: readonly string[] } {
  const none = { open: false, ports: [], services: [] };
  if (!/\baccept\b/.test(line) || /\bsource\b/.test(line)) return none;
  const service = /\bservice name="([^"]+)"/.exec(line)?.[1];
  if (service !== undefined) return { ...none, services: [service] };
  const [, port, protocol] = /(?<!-)\bport port="([^"]+)" protocol="([^"]+)"/.exec(line) ?? [];
  if (port !== undefined) return { ...none, ports: portRange(protocol, port) };
  return { ...none, open: !/\b(protocol|icmp-block|icmp-type|masquerade|forward-port|source-port|destination|mark)\b/.test(line) };
}

/**
 * `firewall-cmd --list-all-zones`: a heading for each zone, "FedoraWorkstation (default, active)", with indented lines. null: not such a list, or it ends in
 * the middle. firewalld answers everybody without asking for a password (polkit's action FirewallD1.info).
 */
export function parseZones(bytes: Uint8Array): readonly Zone[] | null {
  const text = decodeUtf8(bytes);
  if (!text.endsWith("\n")) return null;
  const zones = text.split(/\n(?=\S)/).flatMap((block) => {
    const [heading = "", ...lines] = block.trimEnd().split("\n");
    const [, name, marks = ""] = /^([\w-]+)(?: \(([\w, ]+)\))?$/.exec(heading) ?? [];
    const value = (key: string) =>
      lines
        .find((line) => line.startsWith(`  ${key}:`))
        ?.slice(key.length + 3)
        .trim();
    const [target, ports, rules] = [value("target"), value("ports"), lines.findIndex((line) => line.startsWith("  rich rules:"))];
    // The rich rules end each zone.
    if (name === undefined || target === undefined || ports === undefined || rules < 0) return [null];
    const rich = lines.slice(rules + 1).map(richRule);
    return [
      {
        name,
        isDefault: /\bdefault\b/.test(marks),
        interfaces: (value("interfaces") ?? "").split(/\s+/).filter((word) => word !== ""),
        sources: (value("sources") ?? "").split(/\s+/).filter((word) => word !== ""),
        open: target === "ACCEPT" || rich.some(({ open }) => open),
        ports: [
          ...ports.split(/\s+/).flatMap((word) => {
            const [range, protocol] = word.split("/");
            return portRange(protocol, range);
          }),
          ...rich.flatMap((rule) => rule.ports),
        ],
        services: [...(value("services") ?? "").split(/\s+/).filter((word) => word !== ""), ...rich.flatMap((rule) => rule.services)],
      },
    ];
  });
  return zones.length === 0 || zones.includes(null) ? null : zones.flatMap((zone) => (zone === null ? [] : [zone]));
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
const tags = (xml: string, name: string) => [...xml.matchAll(new RegExp(`<${name}\\s[^>]*>`, "g"))].map(([tag]) => tag);

/** The ports of a zone's or a service's file: /usr/lib/firewalld/zones/public.xml, /usr/lib/firewalld/services/ssh.xml. */
export function portsOfXml(xml: string): readonly PortRange[] {
  return tags(xml, "port").flatMap((tag) => portRange(attribute(tag, "protocol"), attribute(tag, "port")));
}

const numberOf = (address: string) => address.split(".").reduce((value, part) => value * 256 + Number(part), 0);

/** Does a source of a zone hold a whole network in which this address lies? One device, or a list that is kept elsewhere, is no network. */
export function coversNetwork(source: string, address: string): boolean {
  const [, base, length = ""] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(source) ?? [];
  const bits = Number(length);
  if (base === undefined || bits > 24 || !/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return false;
  return Math.floor(numberOf(base) / 2 ** (32 - bits)) === Math.floor(numberOf(address) / 2 ** (32 - bits));
}

/** A zone's own file, without rules that only accept from some. null: no zone. */
export function parseZoneFile(name: string, text: string): Zone | null {
  const whole = text.replace(/<!--[\s\S]*?-->/g, "");
  const [head] = /<zone\b[^>]*>/.exec(whole) ?? [];
  if (head === undefined || !/<\/zone>\s*$/.test(whole)) return null;
  const xml = whole.replace(/<rule\b[\s\S]*?<\/rule>/g, "");
  const names = (tag: string) => tags(xml, tag).flatMap((found) => attribute(found, "name") ?? []);
  return {
    name,
    isDefault: true,
    interfaces: names("interface"),
    sources: tags(xml, "source").flatMap((tag) => attribute(tag, "address") ?? []),
    open: attribute(head, "target") === "ACCEPT",
    ports: portsOfXml(xml),
    services: names("service"),
  };
}
