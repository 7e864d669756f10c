import type { FactId } from "../shared/facts/catalogue.ts";
import type { Platform } from "../shared/platform.ts";

/** Where one fact comes from on one OS, in words. Programs of the catalogue are added from the probe itself. */
export interface SourceOfFact {
  /** Files, registry, APIs of the OS; empty when only programs are asked. */
  readonly reads: string;
  /** "user" when absent. */
  readonly right?: string;
  readonly latency: string;
  readonly fails: string;
  /** Tests that prove it beside the samples. */
  readonly proved?: string;
  readonly untried?: string;
}

const everywhere = (source: SourceOfFact): Readonly<Record<Platform, SourceOfFact>> => ({ windows: source, macos: source, linux: source });
const inPowershell = "inside the one PowerShell, 0.3–2 s in all [K]";

/** Complete by type: a new fact needs its three lines. */
export const sourcesOfFacts: { readonly [K in FactId]: Readonly<Record<Platform, SourceOfFact>> } = {
  route: {
    windows: {
      reads: "connect(2); interfaces of the OS; kinds by CIM adapters and WinRT profiles",
      latency: `~10 ms [K]; kinds ${inPowershell}`,
      fails: "unknown: what is not recognised is never called a cable",
      untried: "IKEv2, AnyConnect, GlobalProtect, Zscaler, WARP",
    },
    macos: {
      reads: "connect(2); interfaces of the OS; `NetworkInterfaces.plist`, bridges of `preferences.plist`",
      latency: "~10 ms [K]",
      fails: "unknown: names of ports are translated, so without the file only what ipconfig calls Wi-Fi is known",
      untried: "IKEv2 (`ipsec0`), WireGuard app, AnyConnect",
    },
    linux: {
      reads: "connect(2); `/sys/class/net`, `/proc/net/route`, `/proc/net/ipv6_route`",
      latency: "8 ms [M]",
      fails: "unknown",
      proved: "test/integration: namespaces, OpenVPN, wireguard-go",
      untried: "policy IPsec without an interface",
    },
  },
  resolvers: {
    windows: { reads: ".NET `NetworkInterface`, registry search list", latency: inPowershell, fails: "unknown", untried: "NRPT rules per domain" },
    macos: { reads: "`/etc/resolv.conf`", latency: "< 10 ms", fails: "unknown", untried: "resolvers per domain (`scutil --dns`)" },
    linux: {
      reads: "`/run/systemd/resolve/resolv.conf`, `/run/NetworkManager/resolv.conf`, `/etc/resolv.conf`",
      latency: "< 10 ms [M]",
      fails: "unknown; a stub on this PC without what lies behind it is unknown too",
      proved: "test/integration",
    },
  },
  proxy: {
    windows: { reads: "registry: Internet Settings; environment", latency: "registry, < 50 ms [K]", fails: "unknown" },
    macos: { reads: "`SystemConfiguration/preferences.plist`; environment", latency: "< 10 ms [K]", fails: "unknown" },
    linux: { reads: "environment; GNOME's proxy settings", latency: "10 ms [M]", fails: "unknown" },
  },
  "wifi-link": {
    windows: {
      reads: "WinRT `NetworkSecuritySettings` and `GetConnectedSsid` (no location permission needed)",
      latency: `${inPowershell}; netsh 50–200 ms [K]`,
      fails: "permission-location with the way to grant it; what is readable without is judged (name hidden, encryption known)",
      untried: "24H2 and 25H2 with location off, from a Japanese session",
    },
    macos: {
      reads: "`NetworkInterfaces.plist` for the device",
      latency: "< 0.1 s [K]; system_profiler ~2 s [K], only as a fall-back",
      fails: "name hidden since 15.6 (decision 0122), encryption still read",
      untried: "WPA3, OWE, Enterprise and iPhone hotspot on 26 and 27",
    },
    linux: {
      reads: "`/sys/class/net`",
      latency: "40 ms [M]",
      fails: "tool-missing where neither NetworkManager nor iw nor iwctl is there; iwctl asks the bus, which iwd opens to groups of its own",
      proved: "test/integration: real nmcli against a mocked NetworkManager",
      untried: "iw and iwctl on a real card",
    },
  },
  gateway: {
    windows: { reads: ".NET `IPProperties`; neighbour table; WinRT cost type", latency: inPowershell, fails: "unknown; offline without a route" },
    macos: { reads: "routing and neighbour tables", latency: "20 ms [K]", fails: "unknown; offline without a route" },
    linux: {
      reads: "`/proc/net/route`, `/proc/net/ipv6_route`, `/proc/net/arp`",
      latency: "< 10 ms [M]",
      fails: "unknown; offline without a route",
      proved: "test/integration",
    },
  },
  connectivity: {
    windows: { reads: "WinRT connectivity level; the policy's pages", latency: `${inPowershell}; pages ≤ 3 s`, fails: "unknown" },
    macos: {
      reads: "the policy's pages: macOS has no sign of its own that a program may read without sending",
      latency: "pages ≤ 3 s",
      fails: "not applicable while the policy allows no page",
    },
    linux: {
      reads: "NetworkManager's connectivity; the policy's pages",
      latency: "40 ms [M]; pages ≤ 3 s",
      fails: "unknown",
      proved: "test/integration: a captive portal",
    },
  },
  "office-proof": everywhere({
    reads: "TLS to the policy's inside servers, key compared with the pin",
    latency: "≤ 3 s, side by side",
    fails: "not applicable without servers in the policy; unreachable is not a proof",
    proved: "test/integration: a server with its own certificate",
  }),
  "network-history": everywhere({
    reads: "what earlier runs kept on this PC (`networks.json`, answers proved by the journal)",
    latency: "none of its own",
    fails: "unknown when the network itself could not be read; nothing remembered after a loss",
  }),
  vpn: {
    windows: {
      reads: "connect(2); adapters, VPN connections (WMI), services of vendor clients",
      latency: inPowershell,
      fails: "unknown; never good by an adapter's name alone",
      untried: "filter clients without an adapter (Zscaler, Netskope)",
    },
    macos: { reads: "connect(2); interfaces of the OS", latency: "20 ms [K]", fails: "unknown", untried: "IKEv2, per-app VPN" },
    linux: {
      reads: "connect(2); `/sys/class/net`",
      latency: "8 ms [M]",
      fails: "unknown",
      proved: "test/integration: OpenVPN and wireguard-go, leaks included",
      untried: "strongSwan without an interface",
    },
  },
  "screen-lock": {
    windows: {
      reads:
        "registry: inactivity limit (GPO and MDM), screen saver (policy over user, and whether its file is there), power scheme, standby allowed, sign-in after sleep",
      latency: "registry, < 0.1 s [K]",
      fails: "unknown",
      proved: "test/wine: keys written with reg.exe",
      untried: "Modern Standby",
    },
    macos: {
      reads: "ByHost screen saver settings, managed preferences; what powerd has in force",
      right: "user who is logged in",
      latency: "0.2 s [K]",
      fails: "unknown",
      untried: "26 and 27, and a missing idle time",
    },
    linux: {
      reads:
        "settings of GNOME (with GDM), Budgie, Pantheon, Cinnamon, MATE, KDE, Xfce, COSMIC; swayidle, hypridle, XScreenSaver, xautolock, xidlehook: settings and command line; `/proc/*` of the session: does the program that obeys them run?",
      right: "user of the session",
      latency: "10 ms [M]",
      fails: "unknown: a setting without the desktop that obeys it counts for nothing",
      proved: "test/integration: real gsettings and dconf",
      untried: "sessions of other desktops than GNOME; the timer of the X server (light-locker, xss-lock) is not read",
    },
  },
  "os-release": {
    windows: { reads: "registry: CurrentVersion", latency: "registry", fails: "unknown", proved: "test/wine" },
    macos: { reads: "`SystemVersion.plist`", latency: "< 10 ms [K]", fails: "unknown" },
    linux: { reads: "`/etc/os-release`; on Ubuntu the status file of Ubuntu Pro", latency: "< 10 ms [M]", fails: "unknown" },
  },
  "pending-updates": {
    windows: {
      reads: "Windows Update Agent: offline search and dates; build revision, dates of core files",
      latency: "seconds; given at most 1.5 s after everything else, then unknown: timeout",
      fails: "unknown: timeout, stale",
      untried: "search time on PCs with Intune and WSUS",
    },
    macos: {
      reads: "`com.apple.SoftwareUpdate.plist`; versions of macOS, its security response and Safari; `InstallHistory.plist`",
      latency: "< 10 ms [K]",
      fails: "unknown: stale; what cannot be compared with what is installed counts as waiting",
    },
    linux: {
      reads:
        "the lists on the disk, by apt, pacman, dnf, dnf5, zypper, rpm-ostree, apk or xbps; NixOS by the day in its version; the age is that of the source with the security updates (`InRelease`, `repomd.xml`, databases, the image); no network",
      latency: "0.6 s [M] (apt)",
      fails: "unknown: stale",
      untried: "pacman, dnf, dnf5, zypper, rpm-ostree, apk and xbps on machines of their own",
    },
  },
  "automatic-updates": {
    windows: {
      reads: "registry: switches, pauses and servers of group policy and device management, the user's pause; Windows Update Agent",
      latency: "registry",
      fails: "unknown",
      proved: "test/wine",
    },
    macos: {
      reads: "`com.apple.SoftwareUpdate.plist`, managed copy first; days for which `com.apple.applicationaccess` hides fixes",
      latency: "< 10 ms [K]",
      fails: "unknown",
    },
    linux: {
      reads: "apt's settings (switches, origins of unattended-upgrades against the lists), timers",
      latency: "20 ms [M]",
      fails: "unknown; not-supported without a known package manager",
    },
  },
  "restart-pending": {
    windows: {
      reads: "registry: keys of servicing and Windows Update, UpdateExeVolatile; Windows Update Agent",
      latency: "registry",
      fails: "unknown",
      proved: "test/wine",
    },
    macos: { reads: "macOS keeps no sign of it", latency: "–", fails: "not applicable" },
    linux: {
      reads:
        "`/run/reboot-required`, `/run/reboot-needed`, `/system-update`, running and installed kernel; the image or the system that starts next (rpm-ostree, NixOS)",
      latency: "< 10 ms [M]",
      fails: "unknown",
    },
  },
  browsers: {
    windows: { reads: "registry: versions of Chrome, Edge and Firefox", latency: "registry", fails: "unknown" },
    macos: { reads: "`Info.plist` of the apps", latency: "< 10 ms [K]", fails: "unknown" },
    linux: { reads: "files of the browsers and of dpkg; none is started", latency: "20 ms [M]", fails: "unknown", untried: "Snap and Flatpak" },
  },
  "disk-encryption": {
    windows: {
      reads: "shell property BitLockerProtection of every fixed and removable drive; CIM: which disks hang on a cable",
      latency: "0.1–0.5 s [K], inside the one PowerShell",
      fails: "unknown: empty or unknown values",
      untried: "values 3, 5, 7, 8; disks on Thunderbolt; a locked stick is not listed",
    },
    macos: {
      reads: "FileVault; volumes beside the start volume only where some are mounted",
      latency: "0.1 s [K]; 0.5 s with further volumes [K]",
      fails: "unknown: a line that is not known, a volume of which nothing is said",
      untried: "CoreStorage and Fusion disks",
    },
    linux: {
      reads: "`/proc/self/mountinfo`, `/proc/swaps`, `/sys/block/dm-*/dm`, `/sys/power`, `/proc/cmdline`",
      latency: "7 ms [M]",
      fails: "unknown: ZFS, bcachefs, file encryption; self-encrypting drives are not seen",
    },
  },
  firewall: {
    windows: {
      reads: "HNetCfg.FwPolicy2, registry with GPO and MDM (on, and what comes in by default), Security Center, files of its products",
      latency: "< 0.1 s [K], inside the one PowerShell",
      fails: "unknown",
    },
    macos: {
      reads: "a profile that forbids it; 13–14: `com.apple.alf.plist`",
      latency: "0.3–2 s on 15 and later [K]",
      fails: "unknown",
      untried: "unprivileged on 15, 26, 27",
    },
    linux: {
      reads: "`/etc/ufw/ufw.conf`, `/etc/default/ufw`, `/etc/nftables.conf`, files of firewalld",
      latency: "10 ms [M]",
      fails: "needs-admin: rules of nftables and iptables can be read by root alone",
    },
  },
  "listening-services": {
    windows: { reads: ".NET `IPGlobalProperties`", latency: inPowershell, fails: "unknown" },
    macos: { reads: "", latency: "20 ms [K]", fails: "unknown" },
    linux: {
      reads: "`/proc/net/tcp`, `tcp6`, `udp`, `udp6`, `/sys/class/net`, command lines of `docker-proxy`",
      latency: "13 ms [M]",
      fails: "unknown",
      proved: "test/integration",
    },
  },
  "remote-access": {
    windows: { reads: "registry: remote desktop, remote assistance, shares; services", latency: "registry", fails: "unknown", proved: "test/wine" },
    macos: { reads: "", latency: "50 ms [K]", fails: "unknown", untried: "readable without admin on 26 and 27" },
    linux: { reads: "systemd's links, settings of the desktop", latency: "10 ms [M]", fails: "unknown" },
  },
  antivirus: {
    windows: {
      reads: "Security Center 2 (`productState`), whether the registered programs are there, Defender's status",
      latency: "0.3–3 s [K], inside the one PowerShell",
      fails: "unknown; an EDR by its name alone is no protection",
      untried: "FFRI yarai, Apex One, Cybereason, CrowdStrike",
    },
    macos: { reads: "XProtect, vendor programs where installed", latency: "0.2 s [K]", fails: "unknown" },
    linux: { reads: "vendor programs where installed", latency: "0.1 s [M] (none installed)", fails: "not applicable when none is installed" },
  },
  "os-protection": {
    windows: { reads: "registry: UAC, Secure Boot", latency: "registry", fails: "unknown" },
    macos: { reads: "SIP and Gatekeeper", latency: "with the firewall", fails: "unknown" },
    linux: { reads: "EFI variable SecureBoot", latency: "< 10 ms [M]", fails: "not applicable without EFI or in a container" },
  },
  accounts: {
    windows: {
      reads: "SIDs of the session, registry Winlogon, local accounts by SID",
      latency: inPowershell,
      fails: "unknown, or the part that could not be read",
      proved: "test/wine",
    },
    macos: { reads: "group 80, `com.apple.loginwindow.plist`", latency: "< 10 ms [K]", fails: "unknown, or the part that could not be read" },
    linux: { reads: "groups, display manager's settings, pwquality", latency: "< 10 ms [M]", fails: "unknown, or the part that could not be read" },
  },
  "device-identity": {
    windows: { reads: "CIM SMBIOS", latency: inPowershell, fails: "the part that could not be read is empty" },
    macos: { reads: "hardware overview", latency: "with the firewall", fails: "unknown" },
    linux: {
      reads: "DMI files; systeminformation where there are none",
      right: "serial: root",
      latency: "< 10 ms [M]",
      fails: "the part that could not be read is empty",
    },
  },
  management: {
    windows: { reads: "registry: enrolments", right: "the user himself", latency: "0.3–2 s [K]", fails: "unknown" },
    macos: { reads: "", latency: "0.1 s [K]", fails: "unknown" },
    linux: { reads: "sssd, realmd and agents by their files", latency: "< 10 ms [M]", fails: "unknown" },
  },
  session: {
    windows: { reads: "`SESSIONNAME`, terminal session, CIM", latency: inPowershell, fails: "unknown" },
    macos: { reads: "environment, model", latency: "with the firewall", fails: "unknown" },
    linux: { reads: "environment, DMI, container signs", latency: "< 10 ms [M]", fails: "unknown" },
  },
  backup: {
    windows: { reads: "registry: File History, OneDrive", latency: "registry", fails: "unknown", untried: "Windows Backup app" },
    macos: { reads: "`com.apple.TimeMachine.plist`", right: "full disk access on newer systems", latency: "< 10 ms [K]", fails: "denied" },
    linux: { reads: "Déjà Dup, Timeshift, timers", latency: "10 ms [M]", fails: "unknown" },
  },
  "running-apps": {
    windows: { reads: "names of processes; only the policy's names are kept", latency: inPowershell, fails: "unknown" },
    macos: { reads: "names of processes; only the policy's names are kept", latency: "20 ms [K]", fails: "unknown" },
    linux: { reads: "`/proc/*/comm`; only the policy's names are kept", latency: "20 ms [M]", fails: "unknown" },
  },
  clock: {
    windows: { reads: "time service, time zone", latency: inPowershell, fails: "unknown, or the part that could not be read" },
    macos: { reads: "time zone, file times of the OS", latency: "< 10 ms [K]", fails: "unknown, or the part that could not be read" },
    linux: {
      reads: "timesyncd, chrony, file times of the package manager",
      latency: "< 10 ms [M]",
      fails: "unknown, or the part that could not be read",
    },
  },
};
