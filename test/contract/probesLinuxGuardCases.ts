import { allUnparsed, fileDays } from "../support/probeCases.ts";
import { laptop, type Matrix } from "./probesLinuxMatrix.ts";

const disk = (name: string, machine = laptop) => [machine, `linux/disk-encryption/${name}`];
const enc = (role: "system" | "home" | "swap", mount: string) => ({ role, mount, state: "encrypted" as const, method: "LUKS" });
const plain = (role: "system" | "home" | "swap", mount: string) => ({ role, mount, state: "not-encrypted" as const, method: null });
export const diskEncryption: Matrix<"disk-encryption"> = {
  cases: [
    {
      title: "everything inside LUKS",
      kind: "secure",
      fixtures: disk("luks-lvm"),
      expected: { volumes: [enc("system", "/"), enc("home", "/home"), enc("swap", "vg-swap")] },
    },
    { title: "an old lsblk", kind: "secure", fixtures: disk("old-lsblk"), expected: { volumes: [enc("system", "/")] } },
    { title: "ostree", kind: "secure", fixtures: disk("ostree"), expected: { volumes: [enc("system", "/sysroot"), enc("home", "/var/home")] } },
    { title: "nothing encrypted", kind: "insecure", fixtures: disk("plain"), expected: { volumes: [plain("system", "/")] } },
    {
      title: "the word crypt elsewhere proves nothing",
      kind: "insecure",
      fixtures: disk("only-a-data-disk"),
      expected: { volumes: [plain("system", "/"), { role: "data", mount: "/srv/data", state: "encrypted", method: "LUKS" }], removable: [] },
    },
    {
      title: "a mirror with one plain disk",
      kind: "insecure",
      fixtures: disk("raid-with-one-plain-leg"),
      expected: { volumes: [plain("system", "/")] },
    },
    {
      title: "btrfs over an encrypted and a plain device",
      kind: "insecure",
      fixtures: disk("btrfs-over-two-devices"),
      expected: { volumes: [plain("system", "/")] },
    },
    {
      title: "plain swap and home",
      kind: "insecure",
      fixtures: disk("plain-swap-and-home"),
      expected: { volumes: [enc("system", "/"), plain("home", "/home"), plain("swap", "sdb1")] },
    },
    {
      title: "a swap file and zram",
      kind: "secure",
      fixtures: disk("swap-file-and-zram"),
      expected: { volumes: [enc("system", "/"), enc("swap", "/swapfile")] },
    },
    { title: "a swap that lsblk does not show", kind: "other", fixtures: disk("swap-not-shown"), expected: "unknown:unparsed" },
    {
      title: "a ZFS root, which may be encrypted",
      kind: "other",
      fixtures: disk("zfs-root"),
      expected: { volumes: [{ role: "system", mount: "/", state: "unseen", method: "ZFS" }] },
    },
    { title: "/proc/swaps is shut", kind: "other", fixtures: disk("swaps-denied"), expected: "unknown:denied" },
    { title: "a container", kind: "absent", fixtures: disk("plain", "linux/machine/lxc"), expected: "not-applicable:virtual" },
    {
      title: "a virtual machine is measured like a PC",
      kind: "insecure",
      fixtures: disk("started-image", "linux/machine/image-started-as-machine"),
      expected: { volumes: [plain("system", "/")] },
    },
  ],
  badDays: { fixtures: disk("luks-lvm"), source: { command: "lsblk-mountpoints" }, expected: allUnparsed },
};

const wall = (name: string, machine = laptop) => [machine, `linux/firewall/${name}`];
export const firewall: Matrix<"firewall"> = {
  cases: [
    { title: "ufw", kind: "secure", fixtures: wall("ufw-on"), expected: { active: true, letsIn: null } },
    { title: "ufw lets in what no rule is about", kind: "insecure", fixtures: wall("ufw-lets-in"), expected: { active: false, letsIn: null } },
    {
      title: "firewalld as Fedora Workstation has it; the zone of libvirt's bridge stands before no network",
      kind: "secure",
      fixtures: wall("firewalld"),
      expected: {
        active: true,
        letsIn: [
          { protocol: "udp", from: 1025, to: 65_535 },
          { protocol: "tcp", from: 1025, to: 65_535 },
          { protocol: "tcp", from: 22, to: 22 },
        ],
      },
    },
    { title: "firewalld with the zone trusted", kind: "insecure", fixtures: wall("firewalld-trusted"), expected: { active: false } },
    { title: "firewalld trusts the network around", kind: "insecure", fixtures: wall("firewalld-own-network-trusted"), expected: { active: false } },
    { title: "firewalld trusts Podman's network", kind: "secure", fixtures: wall("firewalld-podman-trusted"), expected: { active: true } },
    { title: "firewalld does not answer", kind: "other", fixtures: wall("firewalld-silent"), expected: "unknown:needs-admin" },
    { title: "nftables that drops", kind: "secure", fixtures: wall("nftables-drops"), expected: { active: true, letsIn: null } },
    { title: "ufw's service without its switch", kind: "insecure", fixtures: wall("ufw-service-only"), expected: { active: false } },
    { title: "all off", kind: "insecure", fixtures: wall("all-off"), expected: { active: false } },
    { title: "nothing installed", kind: "insecure", fixtures: wall("nothing-installed"), expected: { active: false } },
    { title: "ufw's switch without its service", kind: "other", fixtures: wall("ufw-switch-only"), expected: "unknown:needs-admin" },
    { title: "ufw's switch cannot be read", kind: "other", fixtures: wall("ufw-unreadable"), expected: "unknown:denied" },
    { title: "rules that only root can read", kind: "other", fixtures: wall("nftables-service"), expected: "unknown:needs-admin" },
    { title: "nft without systemd", kind: "other", fixtures: wall("nft-without-systemd"), expected: "unknown:needs-admin" },
    { title: "no bus", kind: "other", fixtures: wall("bus-down"), expected: "unknown:unparsed" },
    { title: "a container", kind: "absent", fixtures: wall("all-off", "linux/machine/wsl"), expected: "not-applicable:virtual" },
  ],
  badDays: { fixtures: wall("ufw-on"), source: { command: "systemctl-is-active" }, expected: allUnparsed },
};

const av = (name: string) => [`linux/antivirus/${name}`];
const product = (name: string, state: "on" | "off" | "passive" | "expired", definitionsAt: string | null) => ({
  products: [{ name, state, definitionsAt, upToDate: null }],
});

const defender = "Microsoft Defender for Endpoint";
export const antivirus: Matrix<"antivirus"> = {
  cases: [
    { title: "none", kind: "absent", fixtures: av("none"), expected: { products: [] } },
    { title: "ClamAV guards", kind: "secure", fixtures: av("clamav-on"), expected: product("ClamAV", "on", "2026-11-22T08:26:41.000Z") },
    {
      title: "ClamAV's daemon is stopped",
      kind: "insecure",
      fixtures: av("clamav-daemon-stopped"),
      expected: product("ClamAV", "off", "2026-11-22T08:26:41.000Z"),
    },
    { title: "ClamAV without definitions", kind: "insecure", fixtures: av("clamav-without-definitions"), expected: product("ClamAV", "off", null) },
    { title: "ClamAV without systemd", kind: "other", fixtures: av("clamav-no-systemd"), expected: "unknown:unparsed" },
    // 1795219200000 ms is 2026-11-21T00:00:00Z.
    { title: "Defender", kind: "secure", fixtures: av("defender-on"), expected: product(defender, "on", "2026-11-21T00:00:00.000Z") },
    {
      title: "Defender, passive",
      kind: "insecure",
      fixtures: av("defender-passive"),
      expected: product(defender, "passive", "2026-11-21T00:00:00.000Z"),
    },
    {
      title: "Defender, expired although on",
      kind: "insecure",
      fixtures: av("defender-expired"),
      expected: product(defender, "expired", "2026-11-21T00:00:00.000Z"),
    },
    {
      title: "Bitdefender",
      kind: "secure",
      fixtures: av("bitdefender-on"),
      expected: product("Bitdefender Endpoint Security", "on", "2026-11-22T02:30:00.000Z"),
    },
    {
      title: "Bitdefender, off",
      kind: "insecure",
      fixtures: av("bitdefender-off"),
      expected: product("Bitdefender Endpoint Security", "off", "2026-11-22T02:30:00.000Z"),
    },
    { title: "a product that only root can ask", kind: "other", fixtures: av("sentinelone"), expected: "unknown:needs-admin" },
  ],
  badDays: { fixtures: av("defender-on"), source: { command: "mdatp-health" }, expected: allUnparsed },
};

const firmware = (name: string, machine = laptop) => [machine, `linux/os-protection/${name}`];
const secureBoot = (state: "on" | "partial" | "off") => ({ protections: [{ id: "secure-boot" as const, state }] });
export const osProtection: Matrix<"os-protection"> = {
  cases: [
    { title: "Secure Boot is on", kind: "secure", fixtures: firmware("on"), expected: secureBoot("on") },
    { title: "Secure Boot is off", kind: "insecure", fixtures: firmware("off"), expected: secureBoot("off") },
    { title: "the boot loader does not check", kind: "insecure", fixtures: firmware("shim-does-not-check"), expected: secureBoot("partial") },
    { title: "what the boot loader does may not be read", kind: "other", fixtures: firmware("shim-shut"), expected: "unknown:unparsed" },
    { title: "started without UEFI", kind: "absent", fixtures: firmware("no-uefi"), expected: "not-applicable:no-hardware" },
    { title: "the variables are not mounted", kind: "other", fixtures: firmware("no-variable"), expected: "unknown:failed" },
    { title: "neither 0 nor 1", kind: "other", fixtures: firmware("odd-value"), expected: "unknown:unparsed" },
    { title: "a container", kind: "absent", fixtures: firmware("on", "linux/machine/docker"), expected: "not-applicable:virtual" },
  ],
  badDays: {
    fixtures: firmware("on"),
    source: { file: "/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c" },
    expected: fileDays,
  },
};
