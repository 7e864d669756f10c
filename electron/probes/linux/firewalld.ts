import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { coversNetwork, parseZoneFile, parseZones, portsOfXml, type Zone } from "./firewalldZones.ts";
import { facesNetwork } from "./innerInterfaces.ts";
import { assignments } from "./osReleaseParser.ts";
import type { PortRange } from "./ufwFiles.ts";

/** What firewalld lets in on the networks of this PC. */
export interface Firewalld {
  readonly zones: readonly string[];
  readonly inbound: "block" | "allow";
  readonly letsIn: readonly PortRange[];
}

async function textOf(host: Host, path: string): Promise<string | null> {
  const file = await askedSince(2, () => host.readFile(path));
  return file?.outcome === "read" ? decodeUtf8(file.bytes) : null;
}

/** Fedora's desktops come with a zone of their own: https://src.fedoraproject.org/rpms/firewalld, FedoraWorkstation.xml. */
const workstation: Zone = {
  name: "FedoraWorkstation",
  isDefault: true,
  interfaces: [],
  sources: [],
  open: false,
  ports: [
    { protocol: "tcp", from: 1025, to: 65_535 },
    { protocol: "udp", from: 1025, to: 65_535 },
  ],
  services: ["ssh"],
};

async function isWorkstation(host: Host): Promise<boolean> {
  const release = await textOf(host, "/etc/os-release");
  if (release === null) return false;
  const values = assignments(release);
  return values.get("ID") === "fedora" && /workstation/i.test(`${values.get("VARIANT_ID") ?? ""} ${values.get("VERSION") ?? ""}`);
}

/** The default zone by firewalld's files, where it could not be asked itself: /etc/firewalld is closed to users on many systems. */
async function zoneOfFiles(host: Host): Promise<Zone | null> {
  const config = await textOf(host, "/etc/firewalld/firewalld.conf");
  const named = config === null ? undefined : [...config.matchAll(/^DefaultZone=([\w-]+)\s*$/gm)].at(-1)?.[1];
  const name = named ?? (config === null && (await isWorkstation(host)) ? workstation.name : undefined);
  if (name === undefined) return null;
  for (const folder of ["/etc/firewalld/zones", "/usr/lib/firewalld/zones"]) {
    const xml = await textOf(host, `${folder}/${name}.xml`);
    const zone = xml === null ? null : parseZoneFile(name, xml);
    if (zone !== null) return zone;
  }
  return name === workstation.name ? workstation : null;
}

/**
 * Zones that stand between this PC and a network: the default one, those of interfaces that lead out of the PC, and those for a whole network in which the
 * PC is. Podman's networks are a source of the zone trusted, too, and lead nowhere else.
 */
async function outerZones(host: Host, zones: readonly Zone[]): Promise<readonly Zone[]> {
  const bySource = zones.some(({ sources }) => sources.length > 0);
  const all = (bySource ? await askedSince(2, async () => host.interfaces()) : undefined) ?? [];
  const facing = await Promise.all(all.map(async (one) => (one.internal || !(await facesNetwork(host, one.interface)) ? [] : [one.address])));
  const own = facing.flat();
  const outer = await Promise.all(
    zones.map(async (zone) => {
      if (zone.isDefault || zone.sources.some((source) => own.some((address) => coversNetwork(source, address)))) return true;
      return (await Promise.all(zone.interfaces.map((name) => facesNetwork(host, name)))).includes(true);
    }),
  );
  return zones.filter((_, index) => outer[index]);
}

const sshPorts: readonly PortRange[] = [{ protocol: "tcp", from: 22, to: 22 }];

async function servicePorts(host: Host, name: string): Promise<readonly PortRange[]> {
  for (const folder of ["/etc/firewalld/services", "/usr/lib/firewalld/services"]) {
    const xml = await textOf(host, `${folder}/${name}.xml`);
    if (xml !== null) return portsOfXml(xml);
  }
  return name === "ssh" ? sshPorts : [];
}

/** What firewalld itself says, or its files; null: neither could be read. undefined: an older recording that did not ask. */
export async function readFirewalld(host: Host, signal: AbortSignal): Promise<Firewalld | null | undefined> {
  const answer = await askedSince(2, () => host.run("firewalld-zones", signal));
  const zones = answer?.outcome === "exited" && answer.code === 0 ? parseZones(answer.stdout) : null;
  const single = zones === null ? await zoneOfFiles(host) : null;
  const outer = zones === null ? (single === null ? [] : [single]) : await outerZones(host, zones);
  if (outer.length === 0) return answer === undefined ? undefined : null;
  const services = [...new Set(outer.flatMap((zone) => zone.services))].slice(0, 64);
  const ports = await Promise.all(services.map((name) => servicePorts(host, name)));
  return {
    zones: outer.map(({ name }) => name),
    inbound: outer.some(({ open }) => open) ? "allow" : "block",
    letsIn: [...outer.flatMap((zone) => zone.ports), ...ports.flat()].slice(0, 256),
  };
}
