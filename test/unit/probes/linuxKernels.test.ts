import { describe, expect, it } from "vitest";
import { newerKernels } from "../../../electron/probes/linux/kernels.ts";

// Names as `uname -r` shows them, from the distributions' package lists and public reports.
const newer: readonly (readonly [string, string, string])[] = [
  ["a minor release of EL8", "4.18.0-348.el8.x86_64", "4.18.0-348.7.1.el8_5.x86_64"],
  ["EL8 to EL9", "4.18.0-553.el8_10.x86_64", "5.14.0-427.13.1.el9_4.x86_64"],
  ["EL10 on ARM", "6.12.0-55.9.1.el10_0.aarch64", "6.12.0-55.14.1.el10_0.aarch64"],
  ["the real-time kernel of EL8", "4.18.0-348.rt7.130.el8.x86_64", "4.18.0-348.7.1.rt7.137.el8_5.x86_64"],
  ["the real-time kernel of EL9", "5.14.0-427.el9.x86_64+rt", "5.14.0-427.13.1.el9_4.x86_64+rt"],
  ["Oracle's kernel", "5.15.0-300.163.18.el9uek.x86_64", "5.15.0-302.167.6.el9uek.x86_64"],
  ["a new Fedora", "6.16.12-200.fc42.x86_64", "6.17.8-300.fc43.x86_64"],
  ["a candidate of Fedora and its release", "6.18.0-0.rc5.251113g24172e0d7990.45.fc44.x86_64", "6.18.0-63.fc44.x86_64"],
  ["a new Debian, named in another way", "6.1.0-40-amd64", "6.12.48+deb13-amd64"],
  ["Debian's backports", "6.1.0-40-amd64", "6.12.9+bpo-amd64"],
  ["backports of the old Debian, then the new one", "6.1.0-0.deb11.21-amd64", "6.1.0-40-amd64"],
  ["Debian's kernel for clouds", "6.1.0-39-cloud-amd64", "6.1.0-40-cloud-amd64"],
  ["Ubuntu's hardware kernel", "6.8.0-87-generic", "6.14.0-35-generic"],
  ["Arch", "6.17.8-arch1-1", "6.17.8-arch1-2"],
  ["Arch's long-term kernel", "6.12.57-1-lts", "6.12.58-1-lts"],
  ["Arch's zen kernel", "6.17.7-zen1-1-zen", "6.17.8-zen1-1-zen"],
  ["Alpine", "6.12.56-0-lts", "6.12.58-0-lts"],
  ["Void", "6.12.57_1", "6.12.58_1"],
  ["openSUSE", "6.17.7-1-default", "6.17.8-1-default"],
  ["Raspberry Pi", "6.6.31+rpt-rpi-2712", "6.12.47+rpt-rpi-2712"],
  ["a second build for the Surface", "6.14.2-surface-1", "6.14.2-surface-2"],
  ["a second build of XanMod", "6.12.8-x64v3-xanmod1", "6.12.8-x64v3-xanmod2"],
  ["a revision of Gentoo", "6.12.58-gentoo", "6.12.58-gentoo-r1"],
  ["CachyOS", "6.17.7-3-cachyos", "6.17.8-2-cachyos"],
  ["Proxmox", "6.8.12-4-pve", "6.8.12-5-pve"],
  ["one series of Manjaro", "6.12.57-1-MANJARO", "6.12.58-1-MANJARO"],
];
const other: readonly (readonly [string, string, string])[] = [
  ["the long-term kernel of Arch runs", "6.12.58-1-lts", "6.17.8-arch1-1"],
  ["the real-time kernel of EL9 is beside it", "5.14.0-427.13.1.el9_4.x86_64", "5.14.0-427.14.1.el9_4.x86_64+rt"],
  ["a kernel for debugging", "5.14.0-427.13.1.el9_4.x86_64", "5.14.0-427.14.1.el9_4.x86_64+debug"],
  ["Oracle's kernel beside Red Hat's", "5.14.0-427.13.1.el9_4.x86_64", "5.15.0-302.167.6.el9uek.x86_64"],
  ["Debian's kernel for clouds", "6.1.0-39-amd64", "6.1.0-40-cloud-amd64"],
  ["Ubuntu's low latency", "6.8.0-87-generic", "6.8.0-88-lowlatency"],
  ["a kernel of the maker of the PC", "6.14.0-35-generic", "6.17.0-1003-oem"],
  ["Raspberry Pi 4 beside 5", "6.12.47+rpt-rpi-2712", "6.12.48+rpt-rpi-v8"],
  ["Raspberry Pi, 32 bit", "6.12.47+rpt-rpi-v7", "6.12.47+rpt-rpi-v7l"],
  ["another series of Manjaro", "6.12.58-1-MANJARO", "6.17.8-1-MANJARO"],
  ["64 KiB pages", "6.12.0-55.9.1.el10_0.aarch64", "6.12.0-55.14.1.el10_0.aarch64+64k"],
  ["no name of a kernel", "6.1.0-40-amd64", "extramodules"],
];

describe("a newer kernel of the same kind waits", () => {
  it.each(newer)("%s", (_, running, installed) => {
    expect(newerKernels(running, [running, installed])).toEqual([installed]);
    expect(newerKernels(installed, [running, installed])).toEqual([]);
  });
});

describe("a kernel of another kind does not", () => {
  it.each(other)("%s", (_, running, installed) => {
    expect(newerKernels(running, [running, installed])).toEqual([]);
  });
});
