import type { SupportedProducts, SupportPeriod } from "./supportPeriod.ts";

/** No releases, and so no end: it is supported as far as it is kept up to date. */
const rolling: readonly [SupportPeriod] = [{ version: "", end: null, rolling: true }];

/**
 * Support of Linux distributions, by ID of os-release and release: dates of the endoflife.date project's data at commit a70eca3 (2026-08-22), and where that
 * has none the distribution's own page, named beside the row. A derivative has rows of its own or none: its parent's dates are not its dates.
 */
export const linuxSupport = {
  // 20.04 and older get updates for those alone who have attached Ubuntu Pro: https://ubuntu.com/about/release-cycle
  ubuntu: [
    { version: "26.04", end: "2031-04-01", extended: { kind: "paid", end: "2036-04-30" } },
    { version: "25.10", end: "2026-07-01" },
    { version: "25.04", end: "2026-01-17" },
    { version: "24.10", end: "2025-07-10" },
    { version: "24.04", end: "2029-05-31", extended: { kind: "paid", end: "2036-05-31" } },
    { version: "22.04", end: "2027-04-01", extended: { kind: "paid", end: "2032-04-09" } },
    { version: "20.04", end: "2025-05-31", extended: { kind: "paid", end: "2030-04-02" } },
    { version: "18.04", end: "2023-05-31", extended: { kind: "paid", end: "2028-04-01" } },
    { version: "16.04", end: "2021-04-02" },
  ],
  debian: [
    { version: "13", end: "2028-08-09", extended: { kind: "lts", end: "2030-06-30" } },
    { version: "12", end: "2026-07-11", extended: { kind: "lts", end: "2028-06-30" } },
    { version: "11", end: "2024-08-14", extended: { kind: "lts", end: "2026-08-31" } },
    { version: "10", end: "2022-09-10", extended: { kind: "lts", end: "2024-06-30" } },
  ],
  // Raspberry Pi OS for 32 bit (the one for 64 bit calls itself Debian). The newest and the one before it ("Legacy") get updates, and no dates are
  // named: https://www.raspberrypi.com/software/operating-systems/
  raspbian: [
    { version: "13", end: null },
    { version: "12", end: null },
    { version: "11", end: null, uncertain: true },
  ],
  // LMDE calls itself linuxmint too; its versions have one number.
  linuxmint: [
    { version: "22.3", end: "2029-04-30" },
    { version: "22.2", end: "2029-04-30" },
    { version: "22.1", end: "2029-04-30" },
    { version: "22", end: "2029-04-30" },
    { version: "21.3", end: "2027-04-30" },
    { version: "21.2", end: "2027-04-30" },
    { version: "21.1", end: "2027-04-30" },
    { version: "21", end: "2027-04-30" },
    { version: "20", end: "2025-04-30" },
    { version: "7", end: null },
    { version: "6", end: "2026-01-01" },
    { version: "5", end: "2024-07-01" },
  ],
  fedora: [
    { version: "44", end: "2027-06-02" },
    { version: "43", end: "2026-12-09" },
    { version: "42", end: "2026-05-27" },
    { version: "41", end: "2025-12-15" },
  ],
  rhel: [
    { version: "10", end: "2035-05-31", extended: { kind: "paid", end: "2039-05-31" } },
    { version: "9", end: "2032-05-31", extended: { kind: "paid", end: "2036-05-31" } },
    { version: "8", end: "2029-05-31", extended: { kind: "paid", end: "2033-05-31" } },
    { version: "7", end: "2024-06-30", extended: { kind: "paid", end: "2029-05-31" } },
  ],
  almalinux: [
    { version: "10", end: "2035-05-31" },
    { version: "9", end: "2032-05-31" },
    { version: "8", end: "2029-05-31" },
  ],
  rocky: [
    { version: "10", end: "2035-05-31" },
    { version: "9", end: "2032-05-31" },
    { version: "8", end: "2029-05-31" },
  ],
  // CentOS Stream from 9 on; both that were called 8 have ended, Stream last.
  centos: [
    { version: "10", end: "2030-05-31" },
    { version: "9", end: "2027-05-31" },
    { version: "8", end: "2024-05-31" },
    { version: "7", end: "2024-06-30" },
  ],
  ol: [
    { version: "10", end: null },
    { version: "9", end: "2032-06-30", extended: { kind: "paid", end: "2035-06-30" } },
    { version: "8", end: "2029-07-31", extended: { kind: "paid", end: "2032-07-31" } },
    { version: "7", end: "2024-12-31", extended: { kind: "paid", end: "2028-06-30" } },
  ],
  "opensuse-leap": [
    { version: "16.0", end: "2027-10-31" },
    { version: "15.6", end: "2026-04-30" },
    { version: "15.5", end: "2024-12-31" },
  ],
  sles: [
    { version: "16.0", end: "2027-11-30", extended: { kind: "paid", end: "2030-11-30" } },
    { version: "15.7", end: "2031-07-31", extended: { kind: "paid", end: "2034-07-31" } },
    { version: "15.6", end: "2025-12-31", extended: { kind: "paid", end: "2028-12-31" } },
    { version: "15.5", end: "2024-12-31", extended: { kind: "paid", end: "2027-12-31" } },
  ],
  // The desktop follows the server's service packs, without the paid years: https://www.suse.com/lifecycle
  sled: [
    { version: "15.7", end: "2031-07-31" },
    { version: "15.6", end: "2025-12-31" },
    { version: "15.5", end: "2024-12-31" },
  ],
  alpine: [
    { version: "3.24", end: "2028-06-01" },
    { version: "3.23", end: "2027-11-01" },
    { version: "3.22", end: "2027-05-01" },
    { version: "3.21", end: "2026-11-01" },
    { version: "3.20", end: "2026-04-01" },
    { version: "3.19", end: "2025-11-01" },
  ],
  nixos: [
    { version: "26.05", end: "2026-12-31" },
    { version: "25.11", end: "2026-06-30" },
    { version: "25.05", end: "2025-12-31" },
  ],
  pop: [
    { version: "24.04", end: "2029-05-31" },
    { version: "22.04", end: "2027-04-25" },
    { version: "20.04", end: "2025-04-30" },
  ],
  devuan: [
    { version: "6", end: "2028-08-09", extended: { kind: "lts", end: "2030-06-30" } },
    { version: "5", end: "2026-06-10", extended: { kind: "lts", end: "2028-06-10" } },
    { version: "4", end: "2024-07-01", extended: { kind: "lts", end: "2026-08-15" } },
  ],
  // https://archlinux.org/about/ and the derivatives' own pages: all of them follow it.
  arch: rolling,
  archarm: rolling,
  manjaro: rolling,
  endeavouros: rolling,
  cachyos: rolling,
  garuda: rolling,
  artix: rolling,
  // https://en.opensuse.org/Portal:Tumbleweed, Portal:Slowroll, Portal:MicroOS
  "opensuse-tumbleweed": rolling,
  "opensuse-slowroll": rolling,
  "opensuse-microos": rolling,
  // https://voidlinux.org/
  void: rolling,
  // https://www.kali.org/docs/general-use/kali-branches/
  kali: rolling,
  // https://www.gentoo.org/get-started/about/
  gentoo: rolling,
} as const satisfies SupportedProducts;
