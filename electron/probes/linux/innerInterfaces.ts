import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { readHint } from "../common/gather.ts";

const deepest = 3;

/**
 * Is this a bridge that leads nowhere out of this PC: to virtual machines and containers alone? By what the kernel shows below it
 * (https://www.kernel.org/doc/Documentation/ABI/testing/sysfs-class-net): a port with hardware makes it a way out, and so does one that cannot be looked at.
 */
async function isInnerBridge(host: Host, name: string): Promise<boolean> {
  const folder = await askedSince(2, () => host.readFolder(`/sys/class/net/${name}`));
  if (folder?.outcome !== "read" || !folder.names.includes("bridge")) return false;
  const ports = folder.names.filter((entry) => entry.startsWith("lower_")).map((entry) => entry.slice("lower_".length));
  const waysOut = await Promise.all(ports.map((port) => leadsOut(host, port, 1)));
  return !waysOut.includes(true);
}

async function leadsOut(host: Host, name: string, depth: number): Promise<boolean> {
  const folder = await askedSince(2, () => host.readFolder(`/sys/class/net/${name}`));
  if (folder?.outcome !== "read" || depth > deepest || folder.names.includes("device")) return true;
  const below = folder.names.filter((entry) => entry.startsWith("lower_")).map((entry) => entry.slice("lower_".length));
  return (await Promise.all(below.map((lower) => leadsOut(host, lower, depth + 1)))).includes(true);
}

/**
 * Does this interface stand before a network? Not the loopback, a VPN's tunnel, a bridge or a cable between this PC and its own machines. What cannot be
 * looked at may.
 */
export async function facesNetwork(host: Host, name: string): Promise<boolean> {
  const folder = await askedSince(2, () => host.readFolder(`/sys/class/net/${name}`));
  if (folder?.outcome !== "read" || folder.names.includes("device")) return true;
  if (folder.names.some((entry) => entry.startsWith("lower_"))) return leadsOut(host, name, 0);
  if (name === "lo" || folder.names.includes("bridge") || folder.names.includes("tun_flags")) return false;
  const uevent = await askedSince(2, () => readHint(host, `/sys/class/net/${name}/uevent`));
  return !/^DEVTYPE=wireguard$/m.test(uevent ?? "");
}

const bytesOf = (address: string) => address.split(".").reduce((value, part) => value * 256 + Number(part), 0);

/** The interface on whose own network an IPv4 address lies, by /proc/net/route: also of interfaces that wait for a first port and are not listed. */
export function interfaceOfAddress(routes: string, address: string): string | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return undefined;
  // Numbers stand in the byte order of the machine: little-endian on every PC that this app runs on.
  const numberOf = (hex: string) => Number.parseInt((hex.match(/../g) ?? []).reverse().join(""), 16);
  const rows = routes.split("\n").flatMap((line) => {
    const [name, to, gateway, , , , , mask] = line.trim().split(/\s+/);
    if (name === undefined || to === undefined || mask === undefined || !/^[0-9A-F]{8}$/i.test(mask)) return [];
    return gateway === "00000000" && mask !== "00000000" ? [{ name, to: numberOf(to), mask: numberOf(mask) }] : [];
  });
  const around = rows.filter(({ to, mask }) => (bytesOf(address) & mask) >>> 0 === to);
  return around.sort((a, b) => b.mask - a.mask)[0]?.name;
}

/**
 * Those of these addresses that only virtual machines and containers of this PC reach. An address of no interface that is up belongs to a bridge
 * that waits for its first port, where there is one.
 */
export async function innerAddresses(host: Host, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set();
  const [listed, routes, all] = await Promise.all([
    askedSince(2, async () => host.interfaces()),
    askedSince(2, () => host.readFile("/proc/net/route")),
    askedSince(2, () => host.readFolder("/sys/class/net")),
  ]);
  if (listed === undefined) return new Set();
  const idle = (all?.outcome === "read" ? all.names : []).filter((name) => !listed.some((one) => one.interface === name));
  const table = routes?.outcome === "read" ? decodeUtf8(routes.bytes) : "";
  const found = await Promise.all(
    addresses.map(async (address) => {
      const owners = listed.filter((one) => one.address.split("%", 1)[0] === address).map((one) => one.interface);
      const byRoute = owners.length > 0 ? undefined : interfaceOfAddress(table, address);
      if (owners.length > 0 || byRoute !== undefined) {
        const inner = await Promise.all([...owners, ...(byRoute === undefined ? [] : [byRoute])].map((name) => isInnerBridge(host, name)));
        return inner.includes(false) ? [] : [address];
      }
      const inner = await Promise.all(idle.map((name) => isInnerBridge(host, name)));
      return inner.includes(true) ? [address] : [];
    }),
  );
  return new Set(found.flat());
}
