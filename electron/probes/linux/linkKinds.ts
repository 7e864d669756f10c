import type { LinkKind } from "../../../shared/facts/network.ts";
import type { Host } from "../../host/host.ts";
import { readHint } from "../common/gather.ts";
import type { Link } from "./ipLinkParser.ts";

// Kinds of `ip -d link` (ip-link(8)) that carry packets to another network inside packets of this one. Names are never looked at: they lie.
const tunnelKinds: ReadonlySet<string> = new Set([
  "wireguard",
  "amneziawg",
  "ovpn",
  "tun",
  "xfrm",
  "vti",
  "vti6",
  "ipip",
  "ip6tnl",
  "gre",
  "gretap",
  "ip6gre",
  "ip6gretap",
  "sit",
]);
/** Kinds that only pass on to interfaces below them. */
const stackedKinds: ReadonlySet<string> = new Set(["vlan", "bridge", "bond", "team", "macvlan", "ipvlan", "macsec"]);
const virtualKinds: ReadonlySet<string> = new Set(["dummy", "veth", "ifb", "vrf", "vcan", "nlmon", "vxlan", "geneve", "netkit", "macvtap", "ipvtap"]);

/** Drivers of telephones that share their line over USB, by the name of the driver that the kernel bound. */
const tetherDrivers: ReadonlySet<string> = new Set(["rndis_host", "cdc_ether", "ipheth"]);
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
  if (deviceType === "wwan") return "cellular";
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
}

async function stackedKind(host: Host, base: string, context: LinkContext, depth: number): Promise<LinkKind> {
  const folder = await host.readFolder(base);
  const below = folder.outcome === "read" ? folder.names.filter((name) => name.startsWith("lower_")).map((name) => name.slice("lower_".length)) : [];
  if (depth > 3) return "virtual";
  const kinds = await Promise.all(below.map(async (name) => (await classify(host, name, context, depth + 1)).kind));
  return kinds.find((kind) => physical.has(kind)) ?? "virtual";
}

async function classify(host: Host, name: string, context: LinkContext, depth: number): Promise<ClassifiedLink> {
  const base = `/sys/class/net/${name}`;
  const link = context.links?.find((candidate) => candidate.name === name);
  const deviceType = /^DEVTYPE=(\S+)$/m.exec((await readHint(host, `${base}/uevent`)) ?? "")?.[1] ?? null;
  // The kernel names the kind twice: to netlink (`ip`) and, for most, in sysfs. TUN and TAP have no DEVTYPE but their own file.
  const kind = link?.kind ?? ((await readHint(host, `${base}/tun_flags`)) === null ? deviceType : "tun");
  if (link?.loopback || name === "lo") return { name, kind: "virtual", because: "loopback" };
  if (kind !== null && tunnelKinds.has(kind)) {
    // A TAP inside a bridge is a virtual machine's cable.
    return link?.master ? { name, kind: "virtual", because: `${kind} in a bridge` } : { name, kind: "tunnel", because: kind };
  }
  if (kind === "ppp") return { name, kind: await pppKind(host, context.overAnotherNetwork), because: kind };
  if (kind !== null && stackedKinds.has(kind)) return { name, kind: await stackedKind(host, base, context, depth), because: kind };
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
