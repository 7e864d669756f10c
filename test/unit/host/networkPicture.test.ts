import { describe, expect, it } from "vitest";
import type { EgressResult, FileResult, InterfaceAddress } from "../../../electron/host/host.ts";
import { networkPicture } from "../../../electron/host/networkPicture.ts";
import type { Platform } from "../../../shared/platform.ts";

interface Pc {
  readonly platform: Platform;
  readonly way: EgressResult;
  readonly addresses: readonly InterfaceAddress[];
  readonly files: Readonly<Record<string, string>>;
}
const address = (name: string, text: string, internal = false): InterfaceAddress => ({
  interface: name,
  address: text,
  family: text.includes(":") ? 6 : 4,
  prefix: text.includes(":") ? 64 : 24,
  mac: "02:00:5e:00:53:01",
  internal,
});
const home: Pc = {
  platform: "linux",
  way: { outcome: "routed", interface: "wlan0", localAddress: "192.168.1.20" },
  addresses: [address("lo", "127.0.0.1", true), address("wlan0", "192.168.1.20"), address("wlan0", "fe80::1"), address("eth1", "192.168.7.2")],
  files: { "/sys/class/net/wlan0/carrier_changes": "2\n", "/etc/resolv.conf": "nameserver 192.168.1.1\n" },
};
const picture = ({ platform, way, addresses, files }: Pc) =>
  networkPicture({
    platform,
    egress: async () => way,
    interfaces: () => addresses,
    readFile: async (path): Promise<FileResult> => {
      const text = files[path];
      return text === undefined
        ? { outcome: "missing" }
        : { outcome: "read", bytes: new TextEncoder().encode(text), modifiedAt: new Date().toISOString() };
    },
  });

describe("the picture of a network", () => {
  it.each<readonly [string, Partial<Pc>]>([
    ["another own address", { way: { outcome: "routed", interface: "wlan0", localAddress: "192.168.1.21" } }],
    ["another interface", { way: { outcome: "routed", interface: "eth0", localAddress: "192.168.1.20" } }],
    ["no way out", { way: { outcome: "no-route" } }],
    ["a tunnel that carries nothing yet", { addresses: [...home.addresses, address("tun0", "10.8.0.6")] }],
    ["an address less", { addresses: home.addresses.slice(0, 1) }],
    ["IPv6 that came", { addresses: [...home.addresses, address("wlan0", "2001:db8::5")] }],
    ["another network that gave the same address", { files: { ...home.files, "/sys/class/net/wlan0/carrier_changes": "4\n" } }],
    ["other name servers", { files: { ...home.files, "/etc/resolv.conf": "nameserver 10.8.0.1\n" } }],
    ["other name servers behind a stub", { files: { ...home.files, "/run/systemd/resolve/resolv.conf": "nameserver 10.8.0.1\n" } }],
  ])("differs with %s", async (_, changed) => {
    expect(await picture({ ...home, ...changed })).not.toBe(await picture(home));
  });

  it.each<readonly [string, Partial<Pc>]>([
    ["the same PC a moment later", {}],
    ["addresses in another order", { addresses: [...home.addresses].reverse() }],
    ["a container's cable, which has nothing but a link-local address", { addresses: [...home.addresses, address("veth1", "fe80::2")] }],
    ["another address of the loopback", { addresses: [...home.addresses, address("lo", "127.0.0.2", true)] }],
    ["the carrier of an interface that carries nothing", { files: { ...home.files, "/sys/class/net/eth7/carrier_changes": "9\n" } }],
  ])("is the same with %s", async (_, changed) => {
    expect(await picture({ ...home, ...changed })).toBe(await picture(home));
  });

  it("needs no file on Windows and none of /sys on macOS", async () => {
    const asked: string[] = [];
    for (const platform of ["windows", "macos"] as const) {
      await networkPicture({
        platform,
        egress: async () => home.way,
        interfaces: () => home.addresses,
        readFile: async (path) => {
          asked.push(`${platform} ${path}`);
          return { outcome: "missing" };
        },
      });
    }
    expect(asked).toEqual(["macos /etc/resolv.conf"]);
  });
});
