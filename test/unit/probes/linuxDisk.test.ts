import { describe, expect, it } from "vitest";
import type { FileResult } from "../../../electron/host/host.ts";
import { resumeNames } from "../../../electron/probes/linux/hibernation.ts";
import { parseLsblk } from "../../../electron/probes/linux/lsblkParser.ts";
import { parseMountinfo } from "../../../electron/probes/linux/mountinfo.ts";
import { roleOf } from "../../../electron/probes/linux/mountRoles.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const mapped = (kernelId: string, lower: string | null) => {
  const tree = {
    blockdevices: [{ name: "sda1", type: "part", fstype: lower, children: [{ name: "top", type: "crypt", fstype: "ext4", mountpoints: ["/"] }] }],
  };
  const devices = parseLsblk(bytes(JSON.stringify(tree)), kernelId === "" ? undefined : new Map([["top", kernelId]]));
  return devices.ok ? devices.value.find(({ name }) => name === "top")?.state : devices.detail;
};

describe("layers of the device mapper", () => {
  it.each([
    ["CRYPT-LUKS2-0a1b-top", null, "encrypted"],
    ["CRYPT-LUKS1-0a1b-top", "crypto_LUKS", "encrypted"],
    ["CRYPT-PLAIN-top", null, "encrypted"],
    ["CRYPT-TCRYPT-top", null, "encrypted"],
    ["CRYPT-BITLK-0a1b-top", "BitLocker", "encrypted"],
    // What the kernel says counts before what the partition looks like.
    ["CRYPT-INTEGRITY-top", "crypto_LUKS", "not-encrypted"],
    ["CRYPT-SUBDEV-0a1b-top_dif", null, "not-encrypted"],
    ["CRYPT-VERITY-0a1b-top", "ext4", "not-encrypted"],
    ["CRYPT-OTHER-top", null, "unseen"],
    ["", "crypto_LUKS", "encrypted"],
    ["", "BitLocker", "encrypted"],
    ["", "DM_integrity", "not-encrypted"],
    ["", "DM_verity_hash", "not-encrypted"],
    ["", "squashfs", "not-encrypted"],
    ["", null, "unseen"],
  ])("%s above %s is %s", (kernelId, lower, state) => {
    expect(mapped(kernelId, lower)).toBe(state);
  });
});

it("lsblk's tree that was cut anywhere before its last brace is not read; the line end behind it is no part of the answer", () => {
  const whole = '{"blockdevices": [{"name": "sda", "type": "disk", "mountpoints": ["/"]}]}\n';
  expect(parseLsblk(bytes(whole.trimEnd()))).toEqual(parseLsblk(bytes(whole)));
  for (let length = 0; length < whole.length - 1; length += 1) expect(parseLsblk(bytes(whole.slice(0, length))).ok).toBe(false);
  expect(parseLsblk(bytes(whole + whole)).ok).toBe(false);
});

describe("what a mount point is for", () => {
  it.each([
    ["/", "system"],
    ["/sysroot", "system"],
    ["/home", "home"],
    ["/home/hana/Documents", "home"],
    ["/home/kenji", "data"],
    ["/var", "data"],
    ["/var/lib/docker", "data"],
    ["/data", "data"],
    ["/run/media/hana/STICK", "data"],
    ["/boot/efi", null],
    ["/bootstrap", "data"],
    ["/usr", null],
    ["/nix", null],
    ["/run/user/1000/doc", null],
    ["/snap/core22/1380", null],
    ["[SWAP]", null],
  ])("%s: %s", (mountPoint, role) => {
    expect(roleOf(mountPoint, "/home/hana")).toBe(role);
  });
});

describe("/proc/self/mountinfo", () => {
  it("has blanks in octal and tells whether a place can be written to", () => {
    const [mount] = parseMountinfo("30 27 8:1 / /media/hana/MY\\040STICK ro,nosuid - vfat /dev/sdb1 ro\n");
    expect(mount).toEqual({ major: "8", mountPoint: "/media/hana/MY STICK", readOnly: true, type: "vfat", source: "/dev/sdb1" });
  });
  it("leaves out what is not known", () => {
    expect(parseMountinfo("nonsense\n30 27 8:1 / /data rw,rel")).toEqual([]);
  });
});

describe("hibernation", () => {
  const file = (text: string): FileResult => ({ outcome: "read", bytes: bytes(text), modifiedAt: "2026-11-23T08:00:00.000Z" });
  const unasked = { state: undefined, commandLine: undefined, resume: undefined, initramfs: undefined };
  it.each([
    ["nothing was asked", {}, []],
    ["the kernel cannot hibernate", { state: file("freeze mem\n"), resume: file("259:4\n") }, []],
    ["there is no power management", { state: { outcome: "missing" as const }, resume: file("259:4\n") }, []],
    ["nohibernate", { commandLine: file("quiet nohibernate resume=/dev/sda2\n") }, []],
    ["no device is set", { state: file("freeze mem disk\n"), resume: file("0:0\n"), initramfs: file("RESUME=UUID=1234\n") }, []],
    ["the last resume= counts", { commandLine: file("resume=/dev/sda1 resume=/dev/sda2\n") }, ["/dev/sda2"]],
    ["both the command line and the kernel", { commandLine: file("resume=LABEL=swap\n"), resume: file("8:2\n") }, ["LABEL=swap", "8:2"]],
    ["Debian's file", { initramfs: file('# comment\nRESUME="UUID=1234-5678"\n') }, ["UUID=1234-5678"]],
    ["Debian's file says none", { initramfs: file("RESUME=none\n") }, []],
  ])("%s", (_, files, names) => {
    expect(resumeNames({ ...unasked, ...files })).toEqual(names);
  });
});
