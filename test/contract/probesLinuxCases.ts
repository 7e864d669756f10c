import type { FactId, FactValue } from "../../shared/facts/catalogue.ts";
import type { NotApplicableReason, UnknownReason } from "../../shared/observation.ts";
import type { Source, Spoiling } from "../support/spoil.ts";

/** "unknown:timeout", "not-applicable:os", or the parts of a known value that matter. */
export type Expected<K extends FactId> = `unknown:${UnknownReason}` | `not-applicable:${NotApplicableReason}` | Partial<FactValue<K>>;

export interface Case<K extends FactId> {
  readonly title: string;
  /** Its place in the matrix; several cases may share one. */
  readonly kind: "secure" | "insecure" | "absent" | "other";
  readonly fixtures: readonly string[];
  readonly company?: readonly string[];
  readonly expected: Expected<K>;
}

export interface Matrix<K extends FactId> {
  readonly cases: readonly Case<K>[];
  /** Recordings and source that the bad days start from. */
  readonly badDays: { readonly fixtures: readonly string[]; readonly source: Source; readonly expected: Readonly<Record<Spoiling, Expected<K>>> };
}

const allUnparsed = {
  denied: "unknown:denied",
  timeout: "unknown:timeout",
  "tool-missing": "unknown:tool-missing",
  garbage: "unknown:unparsed",
  truncated: "unknown:unparsed",
  empty: "unknown:unparsed",
  escapes: "unknown:unparsed",
} as const;
/** A file that is not there, and a file that cannot be read for another reason, are both "failed". */
const fileDays = { ...allUnparsed, timeout: "unknown:failed", "tool-missing": "unknown:failed" } as const;

const wired = "linux/sysfs/wired";
const tunnels = "linux/sysfs/tunnels";
const wifiCard = "linux/sysfs/wifi";
const laptop = "linux/machine/laptop";
const net = (name: string, ...more: readonly string[]) => [wired, ...more, `linux/paths/${name}/machine`];
const invented = (name: string, ...more: readonly string[]) => [wired, ...more, `linux/paths/${name}`];
const corp = ["10.20.0.5"];

const leg = (target: "internet" | "company", address: string, via: FactValue<"route">["legs"][number]["via"]) => ({
  target,
  address,
  family: address.includes(":") ? (6 as const) : (4 as const),
  via,
});
const legs = (low: FactValue<"route">["legs"][number]["via"], high: typeof low, v6: typeof low) => [
  leg("internet", "12.34.56.78", low),
  leg("internet", "203.0.113.10", high),
  leg("internet", "2600::1", v6),
];
const cable = { interface: "enp1s0", kind: "cable" } as const;
const viaTun0 = { interface: "tun0", kind: "tunnel" } as const;

const route: Matrix<"route"> = {
  cases: [
    { title: "a cable", kind: "secure", fixtures: net("01-wired-no-vpn"), expected: { legs: legs(cable, cable, null), underlay: cable } },
    {
      title: "Docker and libvirt beside a cable",
      kind: "other",
      fixtures: net("02-docker-libvirt-no-vpn"),
      expected: { legs: legs(cable, cable, null), underlay: cable },
    },
    {
      title: "a tunnel that replaces the default route by two halves",
      kind: "secure",
      fixtures: net("03-openvpn-def1-full-tunnel", tunnels),
      company: corp,
      expected: { legs: [...legs(viaTun0, viaTun0, null), leg("company", "10.20.0.5", viaTun0)], underlay: cable },
    },
    {
      title: "no default route",
      kind: "absent",
      fixtures: net("10-no-default-route", tunnels),
      expected: { legs: legs(null, null, null), underlay: null },
    },
    { title: "the cable is pulled", kind: "absent", fixtures: net("11-link-down"), expected: { legs: legs(null, null, null), underlay: null } },
    {
      title: "two default routes: the one with the lower metric",
      kind: "other",
      fixtures: net("12-wired-plus-iphone-hotspot", wifiCard),
      expected: { underlay: cable },
    },
    {
      title: "a telephone's Wi-Fi",
      kind: "insecure",
      fixtures: net("13-iphone-hotspot-only", wifiCard),
      expected: {
        legs: legs({ interface: "wlp2s0", kind: "wifi" }, { interface: "wlp2s0", kind: "wifi" }, null),
        underlay: { interface: "wlp2s0", kind: "wifi" },
      },
    },
    { title: "IPv6 only", kind: "other", fixtures: net("14-ipv6-only", wifiCard), expected: { legs: legs(null, null, cable), underlay: cable } },
    { title: "a telephone on USB", kind: "other", fixtures: invented("usb-tether"), expected: { underlay: { interface: "usb0", kind: "tether" } } },
    {
      title: "a built-in modem",
      kind: "other",
      fixtures: invented("mobile-broadband"),
      expected: { underlay: { interface: "wwan0", kind: "cellular" } },
    },
    {
      title: "a bridge over the network card is a cable",
      kind: "other",
      fixtures: invented("bridge-over-cable"),
      expected: { underlay: { interface: "br0", kind: "cable" } },
    },
    {
      title: "an address that two interfaces have",
      kind: "other",
      fixtures: invented("address-on-two-interfaces"),
      expected: { legs: legs({ interface: "?", kind: "unrecognised" }, { interface: "?", kind: "unrecognised" }, null) },
    },
    { title: "a question that the kernel does not answer", kind: "other", fixtures: invented("kernel-does-not-answer"), expected: "unknown:failed" },
  ],
  badDays: {
    // sysfs alone still tells the kinds, so the answer survives the loss of `ip`.
    fixtures: net("03-openvpn-def1-full-tunnel", tunnels),
    source: { command: "ip-link" },
    expected: Object.fromEntries(
      (["denied", "timeout", "tool-missing", "garbage", "truncated", "empty", "escapes"] as const).map((how) => [
        how,
        { legs: legs(viaTun0, viaTun0, null), underlay: cable },
      ]),
    ) as unknown as Matrix<"route">["badDays"]["expected"],
  },
};

const tun = (name: string) => [{ interface: name, kind: "tun", product: null, mesh: false, weak: null }];
const vpn: Matrix<"vpn"> = {
  cases: [
    {
      title: "OpenVPN, everything",
      kind: "secure",
      fixtures: net("03-openvpn-def1-full-tunnel", tunnels),
      company: corp,
      expected: { internetV4: "tunnel", internetV6: "none", company: "tunnel", carrying: tun("tun0"), idle: [], clients: [] },
    },
    {
      title: "OpenVPN, company only",
      kind: "other",
      fixtures: net("04-openvpn-split-tunnel", tunnels),
      company: corp,
      expected: { internetV4: "direct", company: "tunnel", carrying: tun("tun0") },
    },
    {
      title: "wg-quick with policy rules",
      kind: "secure",
      fixtures: net("05-wg-quick-full-tunnel", tunnels),
      company: corp,
      expected: { internetV4: "tunnel", company: "tunnel", carrying: tun("wg0") },
    },
    {
      title: "a mesh without exit node is idle",
      kind: "insecure",
      fixtures: net("06-tailscale-mesh-only", tunnels),
      company: corp,
      expected: { internetV4: "direct", company: "direct", carrying: [], idle: tun("tailscale0") },
    },
    {
      title: "a mesh with exit node",
      kind: "secure",
      fixtures: net("07-tailscale-exit-node", tunnels),
      company: corp,
      expected: { internetV4: "tunnel", company: "tunnel", carrying: tun("tailscale0"), idle: [], clients: [] },
    },
    {
      title: "a mesh that leads to the company",
      kind: "other",
      fixtures: net("08-tailscale-subnet-route-to-corp", tunnels),
      company: corp,
      expected: { internetV4: "direct", company: "tunnel", carrying: tun("tailscale0") },
    },
    {
      title: "no company addresses in the policy",
      kind: "other",
      fixtures: net("01-wired-no-vpn"),
      expected: { internetV4: "direct", company: null },
    },
    {
      title: "Docker and libvirt are no tunnels",
      kind: "insecure",
      fixtures: net("02-docker-libvirt-no-vpn"),
      company: corp,
      expected: { internetV4: "direct", company: "direct", carrying: [], idle: [], clients: [] },
    },
    {
      title: "offline",
      kind: "absent",
      fixtures: net("10-no-default-route", tunnels),
      company: corp,
      expected: { internetV4: "none", internetV6: "none", company: "none" },
    },
    { title: "IPv6 only", kind: "other", fixtures: net("14-ipv6-only", wifiCard), expected: { internetV4: "none", internetV6: "direct" } },
    {
      title: "WireGuard of the kernel, both families",
      kind: "secure",
      fixtures: invented("wireguard-kernel-full"),
      company: corp,
      expected: {
        internetV4: "tunnel",
        internetV6: "tunnel",
        carrying: [{ interface: "wg0", kind: "wireguard", product: null, mesh: false, weak: null }],
      },
    },
    {
      title: "IPv6 past the tunnel",
      kind: "insecure",
      fixtures: invented("wireguard-ipv6-leak"),
      company: corp,
      expected: { internetV4: "tunnel", internetV6: "direct" },
    },
    {
      title: "one half of IPv4 past the tunnel",
      kind: "insecure",
      fixtures: invented("tunnel-one-half"),
      company: corp,
      expected: { internetV4: "mixed", company: "tunnel" },
    },
    {
      title: "a name is no proof: a dummy called wg0",
      kind: "insecure",
      fixtures: invented("dummy-named-wg0"),
      company: corp,
      expected: { internetV4: "direct", company: "direct", carrying: [], idle: [], clients: [] },
    },
    {
      title: "L2TP over a network",
      kind: "secure",
      fixtures: invented("ppp-over-network"),
      company: corp,
      expected: { internetV4: "tunnel", carrying: [{ interface: "ppp0", kind: "ppp", product: null, mesh: false, weak: null }] },
    },
    {
      title: "PPPoE is the line, and we do not say direct either",
      kind: "insecure",
      fixtures: invented("pppoe-line"),
      company: corp,
      expected: "unknown:unparsed",
    },
    {
      title: "a kind of interface of the future",
      kind: "other",
      fixtures: invented("kind-of-the-future"),
      company: corp,
      expected: "unknown:unparsed",
    },
    { title: "the kernel does not answer", kind: "other", fixtures: invented("kernel-does-not-answer"), expected: "unknown:failed" },
  ],
  badDays: { fixtures: net("03-openvpn-def1-full-tunnel", tunnels), source: { command: "ip-link" }, expected: allUnparsed },
};

const wifi = (name: string, ...more: readonly string[]) => [wifiCard, ...more, `linux/wifi-link/${name}`];
const security = (of: Extract<FactValue<"wifi-link">, { connected: true }>["security"]) => ({ connected: true as const, security: of });
const wifiLink: Matrix<"wifi-link"> = {
  cases: [
    {
      title: "WPA2",
      kind: "secure",
      fixtures: wifi("wpa2"),
      expected: { connected: true, interface: "wlp2s0", ssid: "Hana-Home", bssid: "02:aa:bb:cc:dd:01", security: "wpa2-personal", signalPercent: 72 },
    },
    { title: "WPA3", kind: "secure", fixtures: wifi("wpa3"), expected: security("wpa3-personal") },
    { title: "WPA2 and WPA3", kind: "secure", fixtures: wifi("wpa2-wpa3"), expected: security("wpa2-wpa3-personal") },
    { title: "802.1X", kind: "secure", fixtures: wifi("enterprise"), expected: security("enterprise") },
    { title: "OWE", kind: "secure", fixtures: wifi("owe"), expected: security("owe") },
    { title: "no encryption", kind: "insecure", fixtures: wifi("open"), expected: security("open") },
    { title: "the open half of an OWE pair", kind: "insecure", fixtures: wifi("owe-transition-open-half"), expected: security("open") },
    { title: "WEP", kind: "insecure", fixtures: wifi("wep"), expected: security("wep") },
    { title: "WPA1 only", kind: "insecure", fixtures: wifi("wpa1-tkip"), expected: security("wpa") },
    { title: "WPA1 and WPA2 with CCMP", kind: "other", fixtures: wifi("mixed-ccmp"), expected: security("wpa2-personal") },
    { title: "WPA1 and WPA2 with TKIP only", kind: "insecure", fixtures: wifi("mixed-tkip"), expected: security("wpa") },
    { title: "a label of the future is never open by accident", kind: "other", fixtures: wifi("unknown-token"), expected: "unknown:unparsed" },
    { title: "label and flags disagree", kind: "other", fixtures: wifi("label-and-flags-disagree"), expected: "unknown:unparsed" },
    { title: "a hidden name", kind: "other", fixtures: wifi("hidden"), expected: { connected: true, ssid: null, security: "wpa2-personal" } },
    {
      title: "a hostile name",
      kind: "other",
      fixtures: wifi("hostile-name"),
      expected: { connected: true, ssid: "a:b\\c<img src=x onerror=1>\u001b[2J会議室" },
    },
    { title: "a forged line", kind: "insecure", fixtures: wifi("forged-line"), expected: "unknown:unparsed" },
    { title: "not connected", kind: "absent", fixtures: wifi("not-connected"), expected: { connected: false } },
    {
      title: "connected, but the list does not say to what",
      kind: "other",
      fixtures: wifi("connected-but-not-listed"),
      expected: "unknown:unparsed",
    },
    { title: "another program runs the card", kind: "other", fixtures: wifi("unmanaged-up"), expected: "unknown:not-supported" },
    { title: "nobody uses the card", kind: "absent", fixtures: wifi("unmanaged-down"), expected: { connected: false } },
    { title: "the PC is an access point", kind: "other", fixtures: wifi("access-point-mode"), expected: "unknown:unparsed" },
    { title: "NetworkManager does not run", kind: "other", fixtures: wifi("networkmanager-stopped"), expected: "unknown:service-stopped" },
    { title: "no system bus", kind: "other", fixtures: wifi("no-system-bus"), expected: "unknown:service-stopped" },
    { title: "no Wi-Fi in the PC", kind: "absent", fixtures: ["linux/wifi-link/no-hardware"], expected: "not-applicable:no-hardware" },
    { title: "sysfs is shut", kind: "other", fixtures: ["linux/wifi-link/sysfs-denied"], expected: "unknown:denied" },
  ],
  badDays: {
    fixtures: wifi("wpa2"),
    source: { command: "nmcli-wifi-list" },
    // Nothing printed while the device is connected: we do not know to what.
    expected: allUnparsed,
  },
};

const lock = (name: string, ...more: readonly string[]) => [...more, `linux/screen-lock/${name}`];
const locks = (source: string, lockAfterSeconds: number | null) => ({ mechanisms: [{ source, power: "any" as const, lockAfterSeconds }] });
const screenLock: Matrix<"screen-lock"> = {
  cases: [
    { title: "GNOME, 5 minutes", kind: "secure", fixtures: lock("gnome-5-minutes"), expected: locks("GNOME", 300) },
    { title: "GNOME, the delay is added", kind: "other", fixtures: lock("gnome-with-delay"), expected: locks("GNOME", 930) },
    { title: "GNOME, idle-delay 0 is never", kind: "insecure", fixtures: lock("gnome-idle-never"), expected: locks("GNOME", null) },
    { title: "GNOME, dark but not locked", kind: "insecure", fixtures: lock("gnome-lock-off"), expected: locks("GNOME", null) },
    { title: "GNOME, lock forbidden", kind: "insecure", fixtures: lock("gnome-lockdown"), expected: locks("GNOME", null) },
    { title: "GNOME without its schema", kind: "other", fixtures: lock("gnome-no-schema"), expected: "unknown:failed" },
    { title: "GNOME without a session bus", kind: "other", fixtures: lock("gnome-without-bus"), expected: "unknown:failed" },
    { title: "KDE, 15 minutes and the grace of 5 seconds", kind: "secure", fixtures: lock("kde-15-minutes"), expected: locks("KDE", 905) },
    { title: "KDE, 600 means ten hours", kind: "insecure", fixtures: lock("kde-600-minutes"), expected: locks("KDE", 36_000) },
    { title: "KDE, its defaults", kind: "secure", fixtures: lock("kde-defaults"), expected: locks("KDE", 305) },
    { title: "KDE, switched off", kind: "insecure", fixtures: lock("kde-off"), expected: locks("KDE", null) },
    { title: "KDE, fixed by the administrator", kind: "secure", fixtures: lock("kde-immutable"), expected: locks("KDE", 600) },
    { title: "KDE, a file that may not be read", kind: "other", fixtures: lock("kde-user-file-denied"), expected: "unknown:denied" },
    { title: "MATE counts in minutes", kind: "secure", fixtures: lock("mate"), expected: locks("MATE", 420) },
    { title: "Cinnamon", kind: "secure", fixtures: lock("cinnamon"), expected: locks("Cinnamon", 600) },
    { title: "a desktop that is not read", kind: "other", fixtures: lock("xfce"), expected: "unknown:not-supported" },
    { title: "no desktop, although gsettings would answer", kind: "absent", fixtures: lock("headless", laptop), expected: "not-applicable:os" },
    { title: "no desktop in a container", kind: "absent", fixtures: lock("headless", "linux/machine/docker"), expected: "not-applicable:virtual" },
    {
      title: "outside the session of an installed desktop",
      kind: "other",
      fixtures: lock("headless-with-desktop-installed", laptop),
      expected: "unknown:not-supported",
    },
  ],
  badDays: {
    fixtures: lock("gnome-5-minutes"),
    source: { command: "gnome-lock-enabled" },
    expected: allUnparsed,
  },
};

const release = (name: string) => [`linux/os-release/${name}`];
const osRelease: Matrix<"os-release"> = {
  cases: [
    {
      title: "Debian 12",
      kind: "secure",
      fixtures: release("debian-12"),
      expected: {
        product: "debian",
        version: "12",
        name: "Debian GNU/Linux 12 (bookworm)",
        build: null,
        edition: null,
        kernel: "6.1.0-40-amd64",
        supportEnd: null,
      },
    },
    {
      title: "the stated end of support",
      kind: "insecure",
      fixtures: release("support-end"),
      expected: { product: "fedora", version: "42", edition: "workstation", supportEnd: "2026-05-13" },
    },
    { title: "a rolling release", kind: "other", fixtures: release("rolling"), expected: { product: "arch", version: "rolling", build: "rolling" } },
    {
      title: "only under /usr/lib, with escapes",
      kind: "other",
      fixtures: release("only-in-usr-lib"),
      expected: { product: "testos", version: "1", name: 'Escaped "quotes" $5' },
    },
    {
      title: "a hostile name",
      kind: "other",
      fixtures: release("hostile"),
      expected: { product: "debian", name: "<script>alert(1)</script>\u001b[2J" },
    },
    { title: "no such file", kind: "absent", fixtures: release("none"), expected: "unknown:failed" },
  ],
  // Cut off after 60 %, a file still holds the lines that we need: they come first.
  badDays: {
    fixtures: [...release("none"), ...release("debian-12")],
    source: { file: "/etc/os-release" },
    expected: { ...fileDays, truncated: { product: "debian", version: "12" } },
  },
};

const apt = (name: string) => [`linux/pending-updates/${name}`];
const pendingUpdates: Matrix<"pending-updates"> = {
  cases: [
    {
      title: "nothing to do, the stamp is the newest time",
      kind: "secure",
      fixtures: apt("none"),
      expected: { manager: "apt", total: 0, security: 0, names: [], listsAt: "2026-11-22T21:15:00.000Z" },
    },
    // 59 lines, 32 of them with -security (counted with grep in the recording).
    {
      title: "a Debian that is behind",
      kind: "insecure",
      fixtures: apt("debian-12"),
      expected: { total: 59, security: 32, listsAt: "2026-11-20T06:00:00.000Z" },
    },
    {
      title: "two pockets in one field",
      kind: "insecure",
      fixtures: apt("ubuntu-pockets"),
      expected: { total: 3, security: 2, names: ["libexample1", "libexample1", "example-doc"] },
    },
    { title: "exit 0 with an error is not zero updates", kind: "other", fixtures: apt("error-and-exit-0"), expected: "unknown:unparsed" },
    { title: "an empty answer and exit 0 are not zero updates", kind: "other", fixtures: apt("blank-line"), expected: "unknown:unparsed" },
    { title: "apt fails", kind: "other", fixtures: apt("exit-100"), expected: "unknown:failed" },
    { title: "a line that is not one of apt", kind: "other", fixtures: apt("unknown-line"), expected: "unknown:unparsed" },
    { title: "no package lists", kind: "other", fixtures: apt("no-lists"), expected: "unknown:stale" },
    { title: "no security archive among the lists", kind: "other", fixtures: apt("no-security-archive"), expected: "unknown:not-supported" },
    { title: "another package manager", kind: "absent", fixtures: apt("dnf"), expected: "unknown:not-supported" },
    { title: "no package manager", kind: "absent", fixtures: apt("no-manager"), expected: "unknown:tool-missing" },
  ],
  badDays: { fixtures: apt("debian-12"), source: { command: "apt-list-upgradable" }, expected: allUnparsed },
};

const automatic = (name: string) => [`linux/automatic-updates/${name}`];
const unattended = (enabled: boolean) => ({ enabled, mechanism: "unattended-upgrades" });
const automaticUpdates: Matrix<"automatic-updates"> = {
  cases: [
    { title: "on", kind: "secure", fixtures: automatic("on"), expected: unattended(true) },
    { title: "on through cron", kind: "secure", fixtures: automatic("cron"), expected: unattended(true) },
    { title: "switched off by a later file", kind: "insecure", fixtures: automatic("switched-off"), expected: unattended(false) },
    { title: "never set", kind: "insecure", fixtures: automatic("not-set"), expected: unattended(false) },
    { title: "all periodic work is off", kind: "insecure", fixtures: automatic("periodic-disabled"), expected: unattended(false) },
    { title: "the package is missing", kind: "insecure", fixtures: automatic("package-missing"), expected: unattended(false) },
    { title: "the timer is masked", kind: "insecure", fixtures: automatic("timer-masked"), expected: unattended(false) },
    { title: "nothing starts it", kind: "insecure", fixtures: automatic("nothing-starts-it"), expected: unattended(false) },
    { title: "no apt", kind: "absent", fixtures: automatic("without-apt"), expected: "unknown:not-supported" },
  ],
  badDays: {
    fixtures: automatic("on"),
    source: { command: "apt-config" },
    // Half of a dump lacks the switches, which is the same as not set: off, never on.
    expected: { ...allUnparsed, truncated: unattended(false) },
  },
};

const restart = (name: string, machine = laptop) => [machine, `linux/restart-pending/${name}`];
const restartPending: Matrix<"restart-pending"> = {
  cases: [
    { title: "the newest kernel runs", kind: "secure", fixtures: restart("nothing"), expected: { pending: false, since: null, because: [] } },
    {
      title: "packages ask for it",
      kind: "insecure",
      fixtures: restart("reboot-required"),
      expected: { pending: true, since: "2026-11-20T09:30:00.000Z", because: ["linux-image-6.8.0-50-generic", "linux-base"] },
    },
    {
      title: "a newer kernel of the same flavour",
      kind: "insecure",
      fixtures: restart("newer-kernel"),
      expected: { pending: true, because: ["6.1.0-40-amd64"] },
    },
    { title: "only the folder of a newer kernel", kind: "other", fixtures: restart("newer-kernel-removed"), expected: { pending: false } },
    {
      title: "the kernel was replaced in place",
      kind: "insecure",
      fixtures: restart("kernel-replaced"),
      expected: { pending: true, because: ["6.11.6-arch1-1"] },
    },
    { title: "a container", kind: "absent", fixtures: restart("nothing", "linux/machine/podman"), expected: "not-applicable:virtual" },
    {
      title: "a kernel from outside",
      kind: "absent",
      fixtures: restart("kernel-from-outside", "linux/machine/image-started-as-machine"),
      expected: "not-applicable:virtual",
    },
    { title: "no modules on real hardware", kind: "other", fixtures: restart("no-modules-on-hardware"), expected: "unknown:not-supported" },
    { title: "the note is shut", kind: "other", fixtures: restart("reboot-required-denied"), expected: "unknown:denied" },
    { title: "the kernels are shut", kind: "other", fixtures: restart("modules-denied"), expected: "unknown:denied" },
  ],
  badDays: {
    fixtures: restart("newer-kernel"),
    source: { file: "/proc/sys/kernel/osrelease" },
    expected: {
      denied: "unknown:failed",
      timeout: "unknown:failed",
      "tool-missing": "unknown:failed",
      empty: "unknown:failed",
      // A release that no folder carries: its modules are gone, which asks for a restart.
      garbage: { pending: true },
      truncated: { pending: true },
      escapes: { pending: true },
    },
  },
};

const disk = (name: string, machine = laptop) => [machine, `linux/disk-encryption/${name}`];
const enc = (role: "system" | "home" | "swap", mount: string) => ({ role, mount, state: "encrypted" as const, method: "LUKS" });
const plain = (role: "system" | "home" | "swap", mount: string) => ({ role, mount, state: "not-encrypted" as const, method: null });
const diskEncryption: Matrix<"disk-encryption"> = {
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
      expected: { volumes: [plain("system", "/")] },
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
    { title: "a ZFS root", kind: "other", fixtures: disk("zfs-root"), expected: "unknown:not-supported" },
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
const firewall: Matrix<"firewall"> = {
  cases: [
    { title: "ufw", kind: "secure", fixtures: wall("ufw-on"), expected: { active: true } },
    { title: "firewalld", kind: "secure", fixtures: wall("firewalld"), expected: { active: true } },
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
  badDays: { fixtures: wall("ufw-on"), source: { command: "systemctl-firewalls" }, expected: allUnparsed },
};

const sockets = (name: string) => [`linux/listening-services/${name}`];
const listeningServices: Matrix<"listening-services"> = {
  cases: [
    // Waiting: tcp 2, tcp6 2, udp 6 (the seventh has a peer), udp6 2.
    { title: "only the loopback and helpers", kind: "secure", fixtures: sockets("only-loopback"), expected: { examined: 12, exposed: [] } },
    {
      title: "open services",
      kind: "insecure",
      fixtures: sockets("open-services"),
      expected: {
        examined: 6,
        exposed: [
          { protocol: "tcp", port: 22, address: "0.0.0.0" },
          { protocol: "tcp", port: 22, address: "::" },
          { protocol: "udp", port: 161, address: "0.0.0.0" },
          { protocol: "tcp", port: 3389, address: "192.168.1.23" },
          { protocol: "tcp", port: 8080, address: "192.168.1.23" },
        ],
      },
    },
    { title: "without IPv6", kind: "absent", fixtures: sockets("without-ipv6"), expected: { examined: 1, exposed: [] } },
  ],
  badDays: { fixtures: sockets("open-services"), source: { file: "/proc/net/tcp" }, expected: fileDays },
};

const av = (name: string) => [`linux/antivirus/${name}`];
const product = (name: string, state: "on" | "off" | "passive" | "expired", definitionsAt: string | null) => ({
  products: [{ name, state, definitionsAt, upToDate: null }],
});
const defender = "Microsoft Defender for Endpoint";
const antivirus: Matrix<"antivirus"> = {
  cases: [
    { title: "none", kind: "absent", fixtures: av("none"), expected: "not-applicable:os" },
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

const id = (name: string, machine = laptop) => [machine, `linux/device-identity/${name}`];
const ec4420 = {
  manufacturer: "Example Computer Inc.",
  model: "EC-4420 Laptop",
  serial: null,
  assetTag: "PC-00417",
  chassis: "Notebook",
  virtual: null,
};
const noMaker = { ...ec4420, manufacturer: null };
const deviceIdentity: Matrix<"device-identity"> = {
  cases: [
    { title: "a company laptop", kind: "secure", fixtures: id("laptop"), expected: { hostname: "hana-laptop", user: "hana", ...ec4420 } },
    {
      title: "fillers are no values",
      kind: "insecure",
      fixtures: id("fillers"),
      expected: { manufacturer: null, model: null, serial: null, assetTag: null, chassis: "Desktop", virtual: null },
    },
    { title: "a virtual machine", kind: "other", fixtures: id("virtualbox"), expected: { manufacturer: "innotek GmbH", virtual: "VirtualBox" } },
    { title: "a container", kind: "other", fixtures: id("laptop", "linux/machine/docker"), expected: { virtual: "docker" } },
    { title: "no DMI", kind: "absent", fixtures: id("no-dmi"), expected: { manufacturer: null, model: null, virtual: "virtual machine" } },
    {
      title: "control characters are no name",
      kind: "other",
      fixtures: id("hostile"),
      expected: { manufacturer: null, model: "<img src=x onerror=1>", assetTag: null, chassis: null },
    },
  ],
  badDays: {
    // An unreadable field is null; the identity stays known.
    fixtures: id("laptop"),
    source: { file: "/sys/class/dmi/id/sys_vendor" },
    expected: {
      denied: noMaker,
      timeout: noMaker,
      "tool-missing": noMaker,
      garbage: noMaker,
      truncated: { ...ec4420, manufacturer: "Example Compu" },
      empty: noMaker,
      escapes: noMaker,
    },
  },
};

/** Every fact has its matrix: an omission does not compile. */
export const matrices: { readonly [K in FactId]?: Matrix<K> } = {
  route,
  vpn,
  "wifi-link": wifiLink,
  "screen-lock": screenLock,
  "os-release": osRelease,
  "pending-updates": pendingUpdates,
  "automatic-updates": automaticUpdates,
  "restart-pending": restartPending,
  "disk-encryption": diskEncryption,
  firewall,
  "listening-services": listeningServices,
  antivirus,
  "device-identity": deviceIdentity,
};
