import type { Evidence } from "../../../shared/facts/catalogue.ts";
import type { LinkKind } from "../../../shared/facts/network.ts";
import type { Host } from "../../host/host.ts";
import { evidence, type Refusal } from "../common/gather.ts";
import type { KindOf } from "../common/officeProof.ts";
import { isSwitch, type Kind, kindOfLink } from "./adapterKind.ts";
import { plainGuid } from "./connectionBlock.ts";
import { type Adapter, type DotNetInterface, readAdapters, readInterfaces, readVpnBlock, type VpnConnection } from "./linkBlocks.ts";
import type { Block } from "./powershell.ts";
import { throughSwitches } from "./switches.ts";

/** One interface of Windows with all that its sources say of it. */
export interface WindowsLink extends Kind {
  /** The connection's name as the user sees it; in the language of the PC. */
  readonly name: string;
  /** GUID in lower case without braces; "" when the OS gives none. */
  readonly id: string;
  /** Interface index; null: not known. */
  readonly index: number | null;
  readonly description: string;
  readonly driver: string;
  readonly up: boolean;
  readonly dns: readonly string[];
  readonly gateways: readonly string[];
  readonly addresses: readonly string[];
  /** DNS suffix that DHCP handed out or that was set by hand; "" for none. */
  readonly suffix: string;
  /** It passes on what other network cards carry. */
  readonly isSwitch: boolean;
}

export interface WindowsLinks {
  readonly links: readonly WindowsLink[];
  /** Why the kinds of adapters (or everything) could not be read; undefined when all sources answered. */
  readonly refusal: Refusal | undefined;
}

const statusUp = 1;

/** Names are compared as Windows does: without regard to case. */
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const connected = ({ status }: VpnConnection) => status.toLowerCase() === "connected";

function vpnOf(name: string, connections: readonly VpnConnection[]): string | null {
  return connections.find((connection) => same(connection.name, name) && connected(connection))?.tunnel ?? null;
}

function linkOf(adapter: Adapter | undefined, found: DotNetInterface | undefined, connections: readonly VpnConnection[]): WindowsLink {
  const name = adapter?.name ?? found?.name ?? "";
  const description = adapter?.description || found?.description || "";
  const signs = {
    description,
    type: adapter?.type ?? found?.type ?? 0,
    medium: adapter?.medium ?? null,
    hardware: adapter?.hardware ?? null,
    driver: adapter?.driver ?? "",
    device: adapter?.device ?? "",
    vpn: vpnOf(name, connections),
    addresses: found?.addresses ?? [],
  };
  return {
    ...kindOfLink(signs),
    isSwitch: isSwitch(signs),
    name,
    id: plainGuid(adapter?.id ?? found?.id ?? ""),
    index: adapter?.index ?? null,
    description,
    driver: signs.driver,
    // An adapter is there also while nothing is plugged in or its VPN is not connected.
    up: (found?.status ?? adapter?.up) === statusUp && (adapter === undefined || adapter.up === statusUp) && adapter?.media !== 2,
    dns: found?.dns ?? [],
    gateways: found?.gateways ?? [],
    addresses: found?.addresses ?? [],
    suffix: found?.suffix ?? "",
  };
}

/** Joins what CIM, .NET and Get-VpnConnection say of each interface, by GUID. Pure. */
export function joinLinks(
  adapters: readonly Adapter[],
  interfaces: readonly DotNetInterface[],
  connections: readonly VpnConnection[],
): readonly WindowsLink[] {
  const byId = new Map(interfaces.map((one) => [plainGuid(one.id) || one.id, one] as const));
  const used = new Set<string>();
  const withAdapter = adapters.map((adapter) => {
    const id = plainGuid(adapter.id);
    used.add(id);
    return linkOf(adapter, byId.get(id), connections);
  });
  const without = [...byId].filter(([id]) => !used.has(id)).map(([, one]) => linkOf(undefined, one, connections));
  return throughSwitches([...withAdapter, ...without]);
}

const refusalOf = (block: Block<unknown>) => (block.ok ? undefined : block.refusal);

/** All interfaces by the one PowerShell of the run. Without CIM a network card is not told from a program's adapter, so kinds are missing then. */
export async function readLinks(host: Host, signal: AbortSignal): Promise<WindowsLinks> {
  const [adapters, interfaces, vpn] = await Promise.all([readAdapters(host, signal), readInterfaces(host, signal), readVpnBlock(host, signal)]);
  return {
    links: joinLinks(
      adapters.ok ? adapters.value.adapters : [],
      interfaces.ok ? interfaces.value.interfaces : [],
      vpn.ok ? vpn.value.connections : [],
    ),
    refusal: refusalOf(adapters) ?? refusalOf(interfaces) ?? refusalOf(vpn),
  };
}

/** The kind of an interface by its name; of two with one name, or of none, nothing is said. */
export function kindByName(links: readonly WindowsLink[]): (name: string | null) => LinkKind {
  return (name) => {
    const found = name === null ? [] : links.filter((link) => same(link.name, name));
    return found.length === 1 ? (found[0]?.kind ?? "unrecognised") : "unrecognised";
  };
}

/** What kind of link the interface of this name is ("wifi", "tunnel", …); "unrecognised" for null and for what is not known. */
export const windowsKindOfInterface: KindOf = async (host, _context, signal) => {
  return kindByName((await readLinks(host, signal)).links);
};

/** Interfaces that are up, each with its kind and the sign that decided. */
export function describeLinks(links: readonly WindowsLink[]): Evidence {
  return evidence(
    "powershell.exe: MSFT_NetAdapter, NetworkInterface",
    links.filter(({ up, name }) => up && name !== "").map(({ name, kind, because }) => `${name}: ${kind} (${because})`),
  );
}
