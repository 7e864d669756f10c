import type { Command } from "./command.ts";

function linux(file: string | readonly [string, ...string[]], args: readonly string[], timeoutMs = 3000): Command {
  return { platform: "linux", files: typeof file === "string" ? [file] : file, args, timeoutMs };
}

const setting = (schema: string, key: string) => linux("/usr/bin/gsettings", ["get", schema, key]);
const nmcli = (...args: readonly string[]) => linux("/usr/bin/nmcli", ["-t", "-e", "yes", ...args]);
const systemctl = ["/usr/bin/systemctl", "/bin/systemctl"] as const;

/** What may be run on Linux. */
export const linuxCommands = {
  "apt-list-upgradable": linux("/usr/bin/apt", ["list", "--upgradable"], 8000),
  "apt-config": linux("/usr/bin/apt-config", ["dump"]),
  "lsblk-mountpoints": linux(["/usr/bin/lsblk", "/bin/lsblk"], ["-J", "-o", "NAME,TYPE,FSTYPE,UUID,MOUNTPOINTS"]),
  // Before util-linux 2.37 there is one column for one mount point, and MOUNTPOINTS is an error.
  "lsblk-mountpoint": linux(["/usr/bin/lsblk", "/bin/lsblk"], ["-J", "-o", "NAME,TYPE,FSTYPE,UUID,MOUNTPOINT"]),
  "ip-link": linux(["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip"], ["-j", "-d", "link"]),
  "nmcli-devices": nmcli("-f", "DEVICE,TYPE,STATE", "device"),
  "nmcli-wifi-list": nmcli("-f", "ACTIVE,SSID,BSSID,MODE,SIGNAL,SECURITY,WPA-FLAGS,RSN-FLAGS,DEVICE", "device", "wifi", "list", "--rescan", "no"),
  "gnome-lock-enabled": setting("org.gnome.desktop.screensaver", "lock-enabled"),
  "gnome-lock-delay": setting("org.gnome.desktop.screensaver", "lock-delay"),
  "gnome-idle-delay": setting("org.gnome.desktop.session", "idle-delay"),
  "gnome-lock-disabled": setting("org.gnome.desktop.lockdown", "disable-lock-screen"),
  "cinnamon-lock-enabled": setting("org.cinnamon.desktop.screensaver", "lock-enabled"),
  "cinnamon-lock-delay": setting("org.cinnamon.desktop.screensaver", "lock-delay"),
  "cinnamon-idle-delay": setting("org.cinnamon.desktop.session", "idle-delay"),
  "cinnamon-lock-disabled": setting("org.cinnamon.desktop.lockdown", "disable-lock-screen"),
  "mate-lock-enabled": setting("org.mate.screensaver", "lock-enabled"),
  "mate-lock-delay": setting("org.mate.screensaver", "lock-delay"),
  "mate-activation-enabled": setting("org.mate.screensaver", "idle-activation-enabled"),
  "mate-idle-delay": setting("org.mate.session", "idle-delay"),
  "mate-lock-disabled": setting("org.mate.lockdown", "disable-lock-screen"),
  "systemctl-firewalls": linux(systemctl, ["is-active", "ufw", "firewalld", "nftables", "netfilter-persistent", "iptables", "shorewall", "ferm"]),
  "systemctl-antivirus": linux(systemctl, ["is-active", "clamav-daemon", "clamd@scan"]),
  "clamav-version": linux(["/usr/sbin/clamd", "/usr/bin/clamscan"], ["--version"]),
  "mdatp-health": linux(["/usr/bin/mdatp", "/opt/microsoft/mdatp/sbin/wdavdaemonclient"], ["health", "--output", "json"], 5000),
  "bduitool-status": linux("/opt/bitdefender-security-tools/bin/bduitool", ["get", "ps"], 5000),
} as const satisfies Record<string, Command>;
