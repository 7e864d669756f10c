import type { LinkKind } from "../../../shared/facts/network.ts";
import type { InterfaceAddress } from "../../host/host.ts";
import type { NetworkPorts } from "./networkPorts.ts";

export interface ClassifiedLink {
  readonly name: string;
  readonly kind: LinkKind;
  /** What it was recognised by: the port's list, or the kernel driver that names its interfaces so. */
  readonly because: string;
}

/**
 * macOS names an interface after the driver that made it, and no user can change that (unlike on Linux). utun: tunnels of programs and of macOS
 * itself; ipsec: IKEv2 and IPsec; tun, tap: kernel extensions of old OpenVPN clients; feth: ZeroTier. gif and stf put packets into packets in the clear
 * (gif(4), stf(4)).
 */
const drivers: readonly (readonly [RegExp, LinkKind, string])[] = [
  [/^(?:utun|ipsec|tun|tap|feth)\d+$/, "tunnel", "tunnel driver"],
  [/^(?:gif|stf)\d+$/, "clear-tunnel", "tunnel driver without encryption"],
  [/^(?:lo|awdl|llw|ap|anpi|vmnet|vmenet|vnic|vboxnet|bridge1\d\d|xhc|p2p)\d*$/, "virtual", "virtual driver"],
];

const physical: ReadonlySet<LinkKind> = new Set(["cable", "wifi", "cellular", "tether"]);
export const isPhysical = (kind: LinkKind): boolean => physical.has(kind);

/** Such an address reaches nothing behind the next router. */
export const isLinkLocal = (address: string): boolean => /^fe[89ab][0-9a-f]:/i.test(address);

/** An address with which something could be reached. Every Mac has utun0 and more with nothing but fe80 addresses: they mean nothing. */
export function hasOwnAddress(name: string, interfaces: readonly InterfaceAddress[]): boolean {
  return interfaces.some(({ interface: owner, address, internal }) => owner === name && !internal && !isLinkLocal(address));
}

/**
 * What kind of link an interface is. `pppIsTunnel`: PPP carries L2TP as well as plain lines (PPPoE, a modem); only the settings tell, and
 * null means that they do not.
 */
export function classifyLink(name: string, ports: NetworkPorts | null, pppIsTunnel: boolean | null): ClassifiedLink {
  const port = ports?.get(name);
  if (port !== undefined) return { name, kind: port, because: "network port" };
  if (/^ppp\d+$/.test(name)) return { name, kind: pppIsTunnel === true ? "tunnel" : "unrecognised", because: "ppp" };
  const driver = drivers.find(([pattern]) => pattern.test(name));
  if (driver) return { name, kind: driver[1], because: driver[2] };
  return { name, kind: "unrecognised", because: ports === null ? "the list of network ports could not be read" : "not a known network port" };
}
