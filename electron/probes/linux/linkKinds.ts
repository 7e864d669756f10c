import type { LinkKind } from "../../../shared/facts/network.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { readHint } from "../common/gather.ts";
import type { Link } from "./ipLinkParser.ts";
import { lowerLinks, stackedKinds, worstBelow } from "./stackedLinks.ts";

/**
 * Kinds of `ip -d link` (ip-link(8)) that can protect what they carry. "ovpn-dco" and "ovpn-dco-v2" are OpenVPN's module outside of the kernel
 * (https://github.com/OpenVPN/ovpn-dco), "ovpn" the one inside since 6.16. VTI and XFRM send nothing without IPsec.
 */
const tunnelKinds: ReadonlySet<string> = new Set(["wireguard", "amneziawg", "ovpn", "ovpn-dco", "ovpn-dco-v2", "tun", "xfrm", "vti", "vti6"]);
/** Kinds that put packets into packets in the clear: https://man7.org/linux/man-pages/man8/ip-tunnel.8.html */
const clearKinds: ReadonlySet<string> = new Set(["ipip", "ip6tnl", "gre", "gretap", "ip6gre", "ip6gretap", "sit", "erspan", "ip6erspan"]);
const virtualKinds: ReadonlySet<string> = new Set(["dummy", "veth", "ifb", "vrf", "vcan", "nlmon", "vxlan", "geneve", "netkit"]);

/** What a kind of `ip -d link` says by itself of a tunnel; undefined for all other kinds. */
export function tunnelOfKind(kind: string | null): "tunnel" | "clear-tunnel" | undefined {
  if (kind === null) return undefined;
  return clearKinds.has(kind) ? "clear-tunnel" : tunnelKinds.has(kind) ? "tunnel" : undefined;
}

/**
 * Drivers of telephones that share their line over USB. Docks and adapters for a cable are bound to the same ones, and a gadget offers what it
 * likes: https://docs.kernel.org/usb/gadget_configfs.html
 */
const tetherDrivers: ReadonlySet<string> = new Set(["rndis_host", "cdc_ether", "cdc_ncm", "cdc_eem", "ipheth"]);
const cellularDrivers: ReadonlySet<string> = new Set(["cdc_mbim", "qmi_wwan", "huawei_cdc_ncm", "mtk_t7xx", "iosm"]);
const physical: ReadonlySet<LinkKind> = new Set(["cable", "wifi", "cellular", "tether"]);

export interface ClassifiedLink {
  readonly name: string;
  readonly kind: LinkKind;
  /** The kernel's own word for it ("wireguard", "tun", "usb tether driver", ...). */
  readonly because: string;
}

async function hasFolder(host: Host, path: string): Promise<boolean> {
  return (await host.readFolder(path)).outcome !== "missing";
}

async function physicalKind(host: Host, base: string, deviceType: string | null): Promise<LinkKind> {
  if (deviceType === "wwan") {
    // cdc_ether and its like call a device so by the ids of its maker (drivers/net/usb/cdc_ether.c), and those are copied as easily.
    const wwan = (await askedSince(2, () => host.readLink(`${base}/device/driver`)))?.split("/").at(-1) ?? "";
    return tetherDrivers.has(wwan) ? "tether" : "cellular";
  }
  if (deviceType === "bluetooth") return "tether";
  if (deviceType === "wlan" || (await hasFolder(host, `${base}/wireless`)) || (await hasFolder(host, `${base}/phy80211`))) return "wifi";
  const driver = (await host.readLink(`${base}/device/driver`))?.split("/").at(-1) ?? "";
  if (tetherDrivers.has(driver)) return "tether";
  return cellularDrivers.has(driver) ? "cellular" : "cable";
}

/**
 * PPP carries VPNs (L2TP, PPTP, SSTP) as well as plain lines (PPPoE, a modem). It counts as a tunnel only when it certainly runs over another
 * network: no PPPoE session, no serial modem, and a physical link with a default route below it.
 */
async function pppKind(host: Host, overAnotherNetwork: boolean): Promise<LinkKind> {
  if (!overAnotherNetwork) return "unrecognised";
  const sessions = (await readHint(host, "/proc/net/pppoe"))?.split("\n").length ?? 0;
  const terminals = await host.readFolder("/sys/class/tty");
  const modem = terminals.outcome !== "read" || terminals.names.some((name) => /^tty(USB|ACM)/.test(name));
  return sessions > 1 || modem ? "unrecognised" : "tunnel";
}

export interface LinkContext {
  /** From `ip -j -d link`; null when it could not be had. */
  readonly links: readonly Link[] | null;
  readonly overAnotherNetwork: boolean;
  /** The addresses from which this interface sends. */
  readonly addressesOf: (name: string) => readonly string[];
}

/**
 * Does a TUN interface translate IPv4 into IPv6 in the clear (464XLAT, RFC 6877)? Its addresses are those that RFC 7335 keeps for that; the names
 * that clatd and Tayga give can only make it so, never make a tunnel of something.
 */
function isTranslator(name: string, { addressesOf }: LinkContext): boolean {
  return addressesOf(name).some((address) => /^192\.0\.0\.[0-7]$/.test(address)) || /^(?:clat|nat64|siit|tayga|464xlat)\d*$/.test(name);
}

async function stackedKind(host: Host, name: string, context: LinkContext, depth: number): Promise<LinkKind> {
  if (depth > 3) return "virtual";
  const below = await lowerLinks(host, name, context.links);
  return worstBelow(await Promise.all(below.map(async (lower) => (await classify(host, lower, context, depth + 1)).kind)));
}

async function classify(host: Host, name: string, context: LinkContext, depth: number): Promise<ClassifiedLink> {
  const base = `/sys/class/net/${name}`;
  const link = context.links?.find((candidate) => candidate.name === name);
  const deviceType = /^DEVTYPE=(\S+)$/m.exec((await readHint(host, `${base}/uevent`)) ?? "")?.[1] ?? null;
  // The kernel names the kind twice: to netlink (`ip`) and, for most, in sysfs. TUN and TAP have no DEVTYPE but their own file.
  const kind = link?.kind ?? ((await readHint(host, `${base}/tun_flags`)) === null ? deviceType : "tun");
  if (link?.loopback || name === "lo") return { name, kind: "virtual", because: "loopback" };
  const tunnel = tunnelOfKind(kind);
  if (kind !== null && tunnel === "clear-tunnel") return { name, kind: tunnel, because: kind };
  if (kind === "tun" && isTranslator(name, context)) return { name, kind: "clear-tunnel", because: "tun for IPv4 inside IPv6" };
  if (kind !== null && tunnel === "tunnel") {
    // A TAP inside a bridge is a virtual machine's cable.
    return link?.master ? { name, kind: "virtual", because: `${kind} in a bridge` } : { name, kind: "tunnel", because: kind };
  }
  if (kind === "ppp") return { name, kind: await pppKind(host, context.overAnotherNetwork), because: kind };
  if (kind !== null && stackedKinds.has(kind)) return { name, kind: await stackedKind(host, name, context, depth), because: kind };
  if (kind !== null && virtualKinds.has(kind)) return { name, kind: "virtual", because: kind };
  if (await hasFolder(host, `${base}/device`)) {
    const found = await physicalKind(host, base, deviceType);
    return { name, kind: found, because: deviceType ?? found };
  }
  return { name, kind: "unrecognised", because: kind ?? "no hardware below it" };
}

/** What kind of link an interface is, by what the kernel says of it. Names are never evidence, except that `lo` is the loopback. */
export function classifyLink(host: Host, name: string, context: LinkContext): Promise<ClassifiedLink> {
  return classify(host, name, context, 0);
}

export function isPhysical(kind: LinkKind): boolean {
  return physical.has(kind);
}
