import { describe, expect, it } from "vitest";
import { hypervisorOf } from "../../../electron/probes/common/dmi.ts";
import { meaningful } from "../../../electron/probes/common/systeminformation.ts";
import { isInterval } from "../../../electron/probes/linux/aptConfigParser.ts";
import { detectContainer, engineOfControlGroup, rootMount } from "../../../electron/probes/linux/container.ts";
import { desktopOf } from "../../../electron/probes/linux/desktop.ts";
import { isExposed, parsePortRange } from "../../../electron/probes/linux/exposedSockets.ts";
import { newerKernels } from "../../../electron/probes/linux/kernels.ts";
import { addressOf } from "../../../electron/probes/linux/procNetParser.ts";
import { ufwEnabled } from "../../../electron/probes/linux/ufwFiles.ts";
import { loadFixture } from "../../support/fixtures.ts";
import { replayHost } from "../../support/replayHost.ts";

const machine = (name: string) => replayHost([loadFixture(`linux/machine/${name}`)]);

describe("where this program runs", () => {
  it.each([
    ["laptop", null],
    ["docker", "docker"],
    ["podman", "podman"],
    ["lxc", "lxc"],
    ["wsl", "wsl"],
    ["image-started-as-machine", null],
  ])("%s: %s", async (name, engine) => {
    expect(await detectContainer(machine(name))).toBe(engine);
  });

  it("is not decided by our own environment, which is in the hands of the user", async () => {
    const host = { ...machine("laptop"), environment: () => "podman" };
    expect(await detectContainer(host)).toBeNull();
  });

  it.each([
    ["12:pids:/docker/0123abcd", "docker"],
    ["0::/kubepods/besteffort/pod1/x", "kubepods"],
    ["1:name=systemd:/lxc/box", "lxc"],
    ["0::/system.slice/docker-0123.scope", "docker"],
    ["0::/init.scope", null],
    ["0::/user.slice/user-1000.slice/session-2.scope", null],
    ["", null],
  ])("control group %s: %s", (line, engine) => {
    expect(engineOfControlGroup(line)).toBe(engine);
  });

  it("takes the file system that is mounted at / and no other", () => {
    expect(rootMount("22 27 0:21 / /proc rw - proc proc rw\n27 1 8:2 / / rw shared:1 - ext4 /dev/sda2 rw\n")).toEqual({ major: "8", type: "ext4" });
    expect(rootMount("nonsense")).toBeNull();
  });
});

describe("kernels", () => {
  it.each([
    ["6.1.0-9-amd64", ["6.1.0-10-amd64"], ["6.1.0-10-amd64"]],
    ["6.1.0-10-amd64", ["6.1.0-9-amd64", "6.1.0-10-amd64"], []],
    ["6.8.0-45-generic", ["6.8.0-50-lowlatency"], []],
    ["5.14.0-503.el9.x86_64", ["5.14.0-570.el9.x86_64"], ["5.14.0-570.el9.x86_64"]],
    ["nonsense", ["6.1.0-10-amd64"], []],
  ])("beside %s of %j newer: %j", (running, installed, newer) => {
    expect(newerKernels(running, installed)).toEqual(newer);
  });
});

describe("addresses of /proc/net", () => {
  it.each([
    ["0100007F", "127.0.0.1"],
    ["00000000000000000000000001000000", "::1"],
    ["00000000000000000000000000000000", "::"],
    ["B80D012000000000000000000A000000", "2001:db8::a"],
    ["000080FE00000000FF005450563412FE", "fe80::5054:ff:fe12:3456"],
    ["0000000000000000FFFF00000100007F", "127.0.0.1"],
  ])("%s is %s", (hex, address) => {
    expect(addressOf(hex)).toBe(address);
  });
});

describe("what counts as open to others", () => {
  const range = { from: 32768, to: 60999 };
  it.each([
    ["tcp", "0.0.0.0", 22, true],
    ["tcp", "::", 40000, true],
    ["tcp", "127.0.0.53", 53, false],
    ["tcp", "0.0.0.0", 5355, false],
    ["udp", "0.0.0.0", 68, false],
    ["udp", "0.0.0.0", 5353, false],
    ["udp", "0.0.0.0", 45678, false],
    ["udp", "0.0.0.0", 161, true],
    ["udp", "239.255.255.250", 1900, false],
    ["udp", "ff02::fb", 6000, false],
    ["tcp", "fe80::1", 22, true],
  ] as const)("%s %s port %i: %s", (protocol, address, port, exposed) => {
    expect(isExposed({ protocol, address, port }, range)).toBe(exposed);
  });

  it("takes the kernel's own range when the file says nothing", () => {
    expect(parsePortRange("1024\t2000")).toEqual({ from: 1024, to: 2000 });
    expect(parsePortRange(null)).toEqual(range);
    expect(parsePortRange("garbage")).toEqual(range);
  });
});

describe("small words", () => {
  it.each([
    ["ENABLED=yes", true],
    ["ENABLED=no\nENABLED=yes", true],
    ["#ENABLED=yes\nENABLED=no", false],
    ['ENABLED="yes"', true],
    ["LOGLEVEL=low", null],
  ])("ufw.conf %j is %s", (text, enabled) => {
    expect(ufwEnabled(text)).toBe(enabled);
  });

  it.each([
    ["1", true],
    ["always", true],
    ["12h", true],
    ["0", false],
    ["", false],
    ["false", false],
    [undefined, false],
  ])("apt interval %j is %s", (value, runs) => {
    expect(isInterval(value)).toBe(runs);
  });

  it.each([
    ["To be filled by O.E.M.", null],
    ["Default string", null],
    ["None", null],
    ["0", null],
    ["", null],
    ["Not Specified", null],
    ["  PC-00417 ", "PC-00417"],
    ["Nonesuch Computers", "Nonesuch Computers"],
  ])("the hardware name %j is %j", (value, name) => {
    expect(meaningful(value)).toBe(name);
  });

  it.each([
    ["QEMU", "Standard PC (Q35 + ICH9, 2009)", "QEMU"],
    ["Microsoft Corporation", "Virtual Machine", "Hyper-V"],
    ["Microsoft Corporation", "Surface Laptop 5", null],
    ["Google", "Pixelbook", null],
    ["LENOVO", "20XW", null],
    [null, null, null],
  ])("maker %s with model %s runs on %s", (vendor, product, hypervisor) => {
    expect(hypervisorOf(vendor, product)).toBe(hypervisor);
  });

  it.each([
    ["ubuntu:GNOME", "gnome"],
    ["Budgie:GNOME", "budgie"],
    ["GNOME-Flashback:GNOME", "flashback"],
    ["Pantheon", "pantheon"],
    ["LXQt:wlroots", "lxqt"],
    ["COSMIC", "cosmic"],
    ["pop:GNOME", "gnome"],
    ["X-Cinnamon", "cinnamon"],
    ["MATE", "mate"],
    ["KDE", "kde"],
    ["plasma", "kde"],
    ["XFCE", "xfce"],
    ["sway:wlroots", "compositor"],
    ["Hyprland", "compositor"],
    ["niri", "compositor"],
    ["Deepin", "other"],
    ["", "none"],
    [":", "none"],
  ])("the desktop %j is read as %s", (names, kind) => {
    expect(desktopOf(names)).toBe(kind);
  });
});
