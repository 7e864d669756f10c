import type { Command } from "./command.ts";

function linux(file: string | readonly [string, ...string[]], args: readonly string[], timeoutMs = 3000): Command {
  return { platform: "linux", files: typeof file === "string" ? [file] : file, args, timeoutMs };
}

const nmcli = (...args: readonly string[]) => linux("/usr/bin/nmcli", ["-t", "-e", "yes", ...args]);
/** Services that load or keep firewall rules. */
export const firewallUnits = ["ufw", "firewalld", "nftables", "netfilter-persistent", "iptables", "shorewall", "ferm"] as const;
/** Services with which ClamAV guards: Debian's name and Fedora's. */
export const antivirusUnits = ["clamav-daemon", "clamd@scan"] as const;
const systemctl = ["/usr/bin/systemctl", "/bin/systemctl"] as const;

const dnf5 = (...args: readonly string[]) =>
  linux("/usr/bin/dnf5", ["--cacheonly", "--quiet", "--setopt=cachedir=/var/cache/libdnf5", ...args], 6000);
const dnf = (...args: readonly string[]) => linux("/usr/bin/dnf", ["--cacheonly", "--quiet", ...args], 6000);
const zypper = (...args: readonly string[]) => linux("/usr/bin/zypper", ["--xmlout", "--non-interactive", "--no-refresh", ...args], 6000);

/** What may be run on Linux. */
export const linuxCommands = {
  "apt-list-upgradable": linux("/usr/bin/apt", ["list", "--upgradable"], 8000),
  "apt-config": linux("/usr/bin/apt-config", ["dump"]),
  // Compares the installed packages with the lists that are on the disk; asks no server.
  "pacman-Qu": linux("/usr/bin/pacman", ["-Qu"], 8000),
  // Of the system's own lists, which every user may read; without --setopt dnf5 takes those of the user, of whatever age. Asks no server.
  "dnf5-check-upgrade": dnf5("check-upgrade"),
  "dnf5-check-upgrade-security": dnf5("check-upgrade", "--security"),
  "dnf-check-update": dnf("check-update"),
  "dnf-check-update-security": dnf("check-update", "--security"),
  "zypper-list-updates": zypper("list-updates"),
  "zypper-list-patches": zypper("list-patches"),
  "rpm-ostree-status": linux("/usr/bin/rpm-ostree", ["status", "--json"], 5000),
  "apk-list-upgradable": linux(["/sbin/apk", "/usr/bin/apk"], ["--no-network", "list", "--upgradable"], 5000),
  // A dry run compares with the index that is on the disk and needs no rights.
  "xbps-install-un": linux("/usr/bin/xbps-install", ["-un"], 5000),
  "lsblk-mountpoints": linux(["/usr/bin/lsblk", "/bin/lsblk"], ["-J", "-o", "NAME,TYPE,FSTYPE,UUID,MOUNTPOINTS"]),
  // Before util-linux 2.37 there is one column for one mount point, and MOUNTPOINTS is an error.
  "lsblk-mountpoint": linux(["/usr/bin/lsblk", "/bin/lsblk"], ["-J", "-o", "NAME,TYPE,FSTYPE,UUID,MOUNTPOINT"]),
  "ip-link": linux(["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip"], ["-j", "-d", "link"]),
  "nmcli-wifi-list": nmcli("-f", "ACTIVE,SSID,BSSID,MODE,SIGNAL,SECURITY,WPA-FLAGS,RSN-FLAGS,DEVICE", "device", "wifi", "list", "--rescan", "no"),
  // What the kernel knows of access points; scans nothing, and everybody may ask. Only where NetworkManager does not run the card.
  "iw-scan-dump": { ...linux(["/usr/sbin/iw", "/sbin/iw", "/usr/bin/iw", "/bin/iw"], ["dev", "{interface}", "scan", "dump"]), subject: "interface" },
  // Only where iw is missing as well.
  "iwctl-station-show": { ...linux("/usr/bin/iwctl", ["station", "{interface}", "show"]), subject: "interface" },
  "nmcli-general": nmcli("-f", "CONNECTIVITY", "general"),
  // All settings of the desktop in one process. Only to be asked inside a session that has them: it answers defaults anywhere.
  gsettings: linux("/usr/bin/gsettings", ["list-recursively"]),
  "systemctl-is-active": linux(systemctl, ["is-active", ...firewallUnits, ...antivirusUnits]),
  // All zones as they are in force. firewalld answers everybody and asks for no password. Only where its service runs.
  "firewalld-zones": linux("/usr/bin/firewall-cmd", ["--list-all-zones"], 4000),
  "clamav-version": linux(["/usr/sbin/clamd", "/usr/bin/clamscan"], ["--version"]),
  "mdatp-health": linux(["/usr/bin/mdatp", "/opt/microsoft/mdatp/sbin/wdavdaemonclient"], ["health", "--output", "json"], 5000),
  "bduitool-status": linux("/opt/bitdefender-security-tools/bin/bduitool", ["get", "ps"], 5000),
} as const satisfies Record<string, Command>;
