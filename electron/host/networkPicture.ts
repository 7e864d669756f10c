import { internetTargets } from "../probes/common/internetTargets.ts";
import { decodeUtf8 } from "./decode.ts";
import type { Host } from "./host.ts";

type Asked = Pick<Host, "platform" | "egress" | "interfaces" | "readFile">;

/** Files that name the name servers in use, where the OS has them. */
const resolverFiles = { linux: ["/etc/resolv.conf", "/run/systemd/resolve/resolv.conf"], macos: ["/etc/resolv.conf"], windows: [] } as const;

async function text(host: Asked, path: string): Promise<string> {
  const file = await host.readFile(path);
  return file.outcome === "read" ? decodeUtf8(file.bytes).slice(0, 4096) : file.outcome;
}

/**
 * What a network looks like from this PC, as one comparable text: the ways out, the addresses, the name servers. Asks the kernel and small files
 * only: nothing is sent, no program is started. The Linux kernel counts how often a link lost its carrier, so that a move between two networks that
 * hand out the same address is seen too.
 */
export async function networkPicture(host: Asked): Promise<string> {
  const ways = await Promise.all(internetTargets.map(({ address, family }) => host.egress(address, family)));
  // Interfaces with nothing but a link-local address (the cables of containers) carry no traffic to the internet.
  const addresses = host
    .interfaces()
    .filter(({ internal, address }) => !internal && !/^fe[89ab]/i.test(address))
    .map((entry) => `${entry.interface} ${entry.address}/${entry.prefix}`)
    .sort();
  const used = [...new Set(ways.flatMap((way) => (way.outcome === "routed" && way.interface ? [way.interface] : [])))];
  const counters = host.platform === "linux" ? used.map((name) => `/sys/class/net/${name}/carrier_changes`) : [];
  const files = await Promise.all([...counters, ...resolverFiles[host.platform]].map((path) => text(host, path)));
  return JSON.stringify([ways.map((way) => (way.outcome === "routed" ? [way.interface, way.localAddress] : way.outcome)), addresses, files]);
}
