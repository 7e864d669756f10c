import { describe, expect, it } from "vitest";
import type { InterfaceAddress } from "../../../electron/host/host.ts";
import { innerAddresses } from "../../../electron/probes/macos/listeningServices.ts";
import { innerOf } from "../../../electron/probes/windows/innerAddresses.ts";
import type { WindowsLink } from "../../../electron/probes/windows/links.ts";

describe("Windows", () => {
  const link = (kind: WindowsLink["kind"], addresses: readonly string[], driver = "vmswitch.sys", description = ""): WindowsLink => ({
    kind,
    because: "",
    name: "",
    id: "",
    index: null,
    description,
    driver,
    up: true,
    dns: [],
    gateways: [],
    addresses,
    suffix: "",
    isSwitch: true,
  });
  const inner = (links: readonly WindowsLink[], address: string) => innerOf(links, [address]).has(address);
  it("the inner switch of Hyper-V or WSL leads to virtual machines; one over a network card is the network", () => {
    expect(inner([link("virtual", ["172.28.0.1"])], "172.28.0.1")).toBe(true);
    expect(inner([link("cable", ["192.168.10.12"])], "192.168.10.12")).toBe(false);
    expect(inner([link("virtual", ["192.168.56.1"], "vboxnetadp6.sys")], "192.168.56.1")).toBe(true);
  });
  it("link-local addresses with and without the number of their interface", () => {
    expect(inner([link("virtual", ["fe80::1%5"])], "FE80::1%5")).toBe(true);
  });
  it("Windows' own hotspot leads to others' devices", () => {
    expect(inner([link("virtual", ["192.168.137.1"], "vwifimp.sys")], "192.168.137.1")).toBe(false);
    expect(inner([link("virtual", ["192.168.137.1"], "", "Microsoft Wi-Fi Direct Virtual Adapter #2")], "192.168.137.1")).toBe(false);
  });
  it("an address of a network as well, of a tunnel or of nobody is open", () => {
    expect(inner([link("virtual", ["10.0.0.1"]), link("wifi", ["10.0.0.1"])], "10.0.0.1")).toBe(false);
    expect(inner([link("tunnel", ["10.8.0.2"])], "10.8.0.2")).toBe(false);
    expect(inner([], "10.0.0.1")).toBe(false);
  });
});

describe("macOS", () => {
  const own = (name: string, address: string): InterfaceAddress => ({
    interface: name,
    address,
    family: address.includes(":") ? 6 : 4,
    prefix: 24,
    mac: "02:00:5e:0a:0b:0c",
    internal: false,
  });
  it.each([
    ["a virtual machine's bridge", [own("bridge100", "192.168.64.1")], ["192.168.64.1"]],
    ["its link-local address, as netstat writes it", [own("bridge100", "fe80::1")], ["fe80::1%bridge100"]],
    ["VMware's", [own("vmnet8", "172.16.99.1")], ["172.16.99.1"]],
    ["a network card and Thunderbolt's bridge", [own("en0", "192.168.64.1"), own("bridge0", "192.168.3.1")], []],
    ["Internet sharing", [own("bridge100", "192.168.2.1")], []],
    ["a Mac that is a hotspot", [own("bridge100", "192.168.64.1"), own("ap1", "fe80::2")], []],
    ["a tunnel", [own("utun4", "10.8.0.2")], []],
  ])("%s", (_, interfaces, inner) => {
    expect([...innerAddresses(interfaces)]).toEqual(inner);
  });
});
