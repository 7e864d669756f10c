import type { CommandOutcome, Host, InterfaceAddress } from "../../electron/host/host.ts";
import { bytes, type Fixture, type RecordedEgress } from "../support/fixtures.ts";
import { replayHost } from "../support/replayHost.ts";

/** A value of a property list as these recordings write it down: ISO dates are told from text by `new Date`. */
export type Plain = string | number | boolean | Date | readonly Plain[] | { readonly [key: string]: Plain };

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function element(value: Plain): string {
  if (typeof value === "string") return `<string>${escaped(value)}</string>`;
  if (typeof value === "number") return Number.isInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`;
  if (typeof value === "boolean") return value ? "<true/>" : "<false/>";
  if (value instanceof Date) return `<date>${value.toISOString().replace(/\.\d+/, "")}</date>`;
  if (Array.isArray(value)) return `<array>\n${value.map(element).join("\n")}\n</array>`;
  return `<dict>\n${Object.entries(value)
    .map(([key, item]) => `<key>${escaped(key)}</key>\n${element(item)}`)
    .join("\n")}\n</dict>`;
}

/** The XML form of a property list, as the system writes it. */
export function plist(value: Plain): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n${element(value)}\n</plist>\n`;
}

type Answer = string | { readonly stdout?: string; readonly stderr?: string; readonly code?: number; readonly outcome?: CommandOutcome };
type File = string | null | { readonly outcome: "denied" | "failed" } | { readonly text: string; readonly modifiedAt: string };

/** What differs from the company's laptop. null: certainly not there. */
export interface Changes {
  readonly files?: Readonly<Record<string, File>>;
  readonly folders?: Readonly<Record<string, readonly string[] | null | { readonly outcome: "denied" | "failed" }>>;
  /** By id, or by id and interface. */
  readonly commands?: Readonly<Record<string, Answer>>;
  readonly interfaces?: readonly InterfaceAddress[];
  readonly egress?: Readonly<Record<string, RecordedEgress>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly groupIds?: readonly number[];
}

export const address = (name: string, text: string): InterfaceAddress => ({
  interface: name,
  address: text,
  family: text.includes(":") ? 6 : 4,
  prefix: text.includes(":") ? 64 : 24,
  mac: "02:00:5e:00:53:77",
  internal: name === "lo0",
});
export const routed = (name: string | null, localAddress: string): RecordedEgress => ({ outcome: "routed", localAddress, interface: name });
export const noRoute: RecordedEgress = { outcome: "no-route" };

/** utun0 to utun3 of macOS itself: every Mac has them, with nothing but link-local addresses. */
export const idleTunnels = ["utun0", "utun1", "utun2", "utun3"].map((name, place) => address(name, `fe80::ce81:b1c:bd2c:${place + 1}`));
export const atHome: readonly InterfaceAddress[] = [address("lo0", "127.0.0.1"), address("lo0", "::1"), address("en0", "192.0.2.77"), ...idleTunnels];

const port = (device: string, type: string, name: string, info: { readonly [key: string]: Plain } = {}): Plain => ({
  Active: true,
  "BSD Name": device,
  IOBuiltin: true,
  SCNetworkInterfaceInfo: { UserDefinedName: name, ...info },
  SCNetworkInterfaceType: type,
});
export const networkPorts = plist({
  Interfaces: [
    port("en0", "IEEE80211", "Wi-Fi"),
    port("en5", "Ethernet", "Ethernet Adapter (en5)"),
    port("en8", "Ethernet", "USB 10/100/1000 LAN", { "USB Product Name": "USB 10/100/1000 LAN", idVendor: 3034 }),
    port("en9", "Ethernet", "iPhone USB", { "USB Product Name": "iPhone", idVendor: 1452 }),
    port("bridge0", "Bridge", "Thunderbolt Bridge"),
  ],
  Model: "MacBookPro18,3",
});

const service = (device: string, proxies: Plain = { FTPPassive: 1 }): Plain => ({
  Interface: { DeviceName: device, Hardware: "AirPort", Type: "Ethernet" },
  Proxies: proxies,
});
/** Network settings with these proxies for the Wi-Fi, and a second location that is not in use. */
export const networkSettings = (proxies: Plain, more: { readonly [id: string]: Plain } = {}) => {
  const services = { "SERVICE-WIFI": service("en0", proxies), "SERVICE-LAN": service("en8"), ...more };
  return plist({
    CurrentSet: "/Sets/SET-1",
    VirtualNetworkInterfaces: {
      Bridge: {
        bridge0: {
          AllowConfiguredMembers: 1,
          Interfaces: ["en5"],
          Options: { __AUTO__: "thunderbolt-bridge" },
          UserDefinedName: "Thunderbolt Bridge",
        },
      },
    },
    NetworkServices: { ...services, "SERVICE-OTHER": service("en0", { HTTPEnable: 1, HTTPProxy: "elsewhere.example" }) },
    Sets: {
      "SET-1": { Network: { Service: Object.fromEntries(Object.keys(services).map((id) => [id, { __LINK__: `/NetworkServices/${id}` }])) } },
      "SET-2": { Network: { Service: { "SERVICE-OTHER": { __LINK__: "/NetworkServices/SERVICE-OTHER" } } } },
    },
  });
};

export const summary = (security: string, ssid = "<redacted>") =>
  `<dictionary> {\n  BSSID : <redacted>\n  IPv4 : <array> {\n    0 : <dictionary> {\n      DHCP : <dictionary> {\n        Packet : op = BOOTREPLY\ndomain_name (string): home.example\nend (none): \n      }\n    }\n  }\n  InterfaceType : WiFi\n  LinkStatusActive : TRUE\n  SSID : ${ssid}\n  Security : ${security}\n}\n`;

export const routes = (...lines: readonly string[]) =>
  ["Routing tables", "", "Internet:", "Destination        Gateway            Flags               Netif Expire", ...lines, ""].join("\n");
export const homeRoutes = routes(
  "default            192.0.2.1          UGScg                 en0       ",
  "192.0.2.1          2:0:5e:0:53:1      UHLWIir               en0   1192",
);

export const sockets = (...rows: readonly string[]) =>
  [
    "Active Internet connections (including servers)",
    "Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    ",
    ...rows,
    "Active LOCAL (UNIX) domain sockets",
    "",
  ].join("\n");
export const listen = (where: string) => `tcp4       0      0  ${where}          *.*                    LISTEN     `;

export const report = (changes: { readonly firewall?: string; readonly model?: string; readonly name?: string; readonly integrity?: string } = {}) =>
  JSON.stringify({
    SPFirewallDataType: [
      {
        _name: "spfirewall_settings",
        spfirewall_globalstate: `spfirewall_globalstate_${changes.firewall ?? "limit_connections"}`,
        spfirewall_stealthenabled: "No",
      },
    ],
    SPHardwareDataType: [
      {
        _name: "hardware_overview",
        machine_model: changes.model ?? "MacBookPro18,3",
        machine_name: changes.name ?? "MacBook Pro",
        serial_number: "EXMPL0417A",
      },
    ],
    SPSoftwareDataType: [{ _name: "os_overview", system_integrity: `integrity_${changes.integrity ?? "enabled"}` }],
  });

/** What `mount` prints on a Mac with nothing beside its start volume, and these lines more. */
export const mounts = (...more: readonly string[]) =>
  [
    "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)",
    "/dev/disk3s6 on /System/Volumes/VM (apfs, local, noexec, journaled, noatime, nobrowse)",
    "/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)",
    ...more,
    "",
  ].join("\n");

export const pmset = (battery: number, ac: number) => `Battery Power:\n displaysleep         ${battery}\nAC Power:\n displaysleep         ${ac}\n`;

export const systemVersion = (version: string, build = "24G900") =>
  plist({ ProductBuildVersion: build, ProductName: "macOS", ProductVersion: version });
export const softwareUpdate = (more: { readonly [key: string]: Plain }) =>
  plist({
    AutomaticCheckEnabled: true,
    LastSuccessfulDate: new Date("2026-11-22T22:10:05Z"),
    LastFullSuccessfulDate: new Date("2026-11-20T22:10:05Z"),
    LastUpdatesAvailable: 0,
    RecommendedUpdates: [],
    ...more,
  });

const updateFile = "/Library/Preferences/com.apple.SoftwareUpdate.plist";
const versionFile = "/System/Library/CoreServices/SystemVersion.plist";
const byHost = "/Users/hana/Library/Preferences/ByHost";

/** A company's laptop with macOS 15 at home on Wi-Fi: everything as it should be. */
const laptop: Required<Changes> = {
  files: {
    [versionFile]: { text: systemVersion("15.7.9"), modifiedAt: "2026-08-20T07:00:00.000Z" },
    [updateFile]: { text: softwareUpdate({}), modifiedAt: "2026-11-22T22:10:06.000Z" },
    "/Library/Receipts/InstallHistory.plist": plist([
      { date: new Date("2026-08-25T11:00:00Z"), displayName: "macOS 15.7.9", displayVersion: "15.7.9", processName: "softwareupdated" },
      { date: new Date("2026-11-21T03:00:00Z"), displayName: "XProtectPlistConfigData", displayVersion: "5324", processName: "softwareupdated" },
      { date: new Date("2026-11-23T03:00:00Z"), displayName: "Example Editor", displayVersion: "2", processName: "installer" },
    ]),
    "/Library/Preferences/SystemConfiguration/NetworkInterfaces.plist": networkPorts,
    "/Library/Preferences/SystemConfiguration/preferences.plist": networkSettings({ FTPPassive: 1 }),
    "/Library/Preferences/SystemConfiguration/com.apple.nat.plist": null,
    "/Library/Preferences/com.apple.loginwindow.plist": plist({ GuestEnabled: false, lastUserName: "hana" }),
    "/Library/Preferences/com.apple.TimeMachine.plist": { outcome: "denied" },
    "/etc/resolv.conf": "# macOS Notice\nsearch home.example\nnameserver 192.0.2.1\n",
    "/var/protected/xprotect/XProtect.bundle/Contents/Info.plist": { outcome: "denied" },
    "/Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info.plist": {
      text: plist({ CFBundleShortVersionString: "5324" }),
      modifiedAt: "2026-11-19T01:00:00.000Z",
    },
    "/System/Cryptexes/OS/System/Library/CoreServices/SystemVersion.plist": plist({ ProductVersion: "15.7.9", ProductName: "macOS" }),
    "/var/db/SystemPolicyConfiguration/SystemPolicy-prefs.plist": plist({ enabled: "yes" }),
    "/var/db/SystemPolicy-prefs.plist": null,
    "/var/db/timed/com.apple.timed.plist": { outcome: "denied" },
    "/Applications/Safari.app/Contents/Info.plist": plist({ CFBundleShortVersionString: "18.6" }),
    "/System/Cryptexes/App/System/Applications/Safari.app/Contents/Info.plist": plist({ CFBundleShortVersionString: "18.6" }),
    "/Applications/Google Chrome.app/Contents/Info.plist": plist({ CFBundleShortVersionString: "143.0.7499.41" }),
    [`${byHost}/com.apple.screensaver.00000000-1111-4222-8333-444444444444.plist`]: plist({ idleTime: 300 }),
    "/Library/Preferences/com.apple.PowerManagement.00000000-1111-4222-8333-444444444444.plist": plist({
      "AC Power": { "Display Sleep Timer": 10, "System Sleep Timer": 1 },
      "Battery Power": { "Display Sleep Timer": 2, "System Sleep Timer": 1 },
    }),
  },
  folders: {
    [byHost]: ["com.apple.screensaver.00000000-1111-4222-8333-444444444444.plist", "com.example.00000000-1111-4222-8333-444444444444.plist"],
    "/Library/Preferences": ["com.apple.PowerManagement.00000000-1111-4222-8333-444444444444.plist", "com.apple.loginwindow.plist"],
    "/Applications": ["Google Chrome.app", "Safari.app"],
    "/Library/Preferences/OpenDirectory/Configurations/Active Directory": null,
  },
  commands: {
    "ipconfig-getsummary en0": summary("WPA2_PSK"),
    "netstat-rn": homeRoutes,
    "scutil-nc-list": "Available network connection services in the current set (*=enabled):\n",
    "system_profiler-json": report(),
    "fdesetup-status": "FileVault is On.\n",
    "mount-macos": mounts(),
    "sysadminctl-screenLock": { stderr: "2026-11-23 08:00:00.000 sysadminctl[1:2] screenLock delay is immediate\n" },
    "pmset-g-custom": pmset(2, 10),
    "profiles-status-enrollment": "Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\n",
    "netstat-an": sockets(listen("127.0.0.1.631")),
    "csrutil-status": "System Integrity Protection status: enabled.\n",
    "spctl-status": "assessments enabled\n",
    "launchctl-print-disabled": "\tdisabled services = {\n\t}\n",
    "ps-comm": "COMM\n/sbin/launchd\n/Applications/Safari.app/Contents/MacOS/Safari\n",
    "networksetup-listallhardwareports":
      "\nHardware Port: Wi-Fi\nDevice: en0\nEthernet Address: 02:00:5e:00:53:77\n\nVLAN Configurations\n===================\n",
    "system_profiler-SPAirPortDataType-json": { outcome: "missing" },
  },
  interfaces: atHome,
  egress: {
    "12.34.56.78": routed("en0", "192.0.2.77"),
    "203.0.113.10": routed("en0", "192.0.2.77"),
    "2600::1": noRoute,
    "192.0.2.1": routed("en0", "192.0.2.77"),
  },
  environment: { HOME: "/Users/hana" },
  groupIds: [20, 12, 61],
};

/** Places that are not there on the laptop. */
const nowhere = [
  "/Library/Managed Preferences/**",
  "/opt/cisco/**",
  "/Users/hana/Applications/**",
  "/Library/Preferences/com.apple.alf.plist",
  "/Applications/Microsoft Defender.app/**",
  "/Applications/Microsoft Edge.app/**",
  "/Applications/Firefox.app/**",
  "/Applications/Chromium.app/**",
  "/Applications/Brave Browser.app/**",
  "/Applications/Falcon.app/**",
  "/Library/Sentinel/**",
];

function recordedCommand(answer: Answer): Fixture["commands"][string] {
  const { stdout = "", stderr = "", code = 0, outcome = "exited" } = typeof answer === "string" ? { stdout: answer } : answer;
  return { outcome, code: outcome === "exited" ? code : null, stdout: bytes(stdout), stderr: bytes(stderr) };
}

/** The laptop with these changes; a question that it cannot answer fails the test. */
export function macbook(changes: Changes = {}): Host {
  const files = { ...laptop.files, ...changes.files };
  const folders = { ...laptop.folders, ...changes.folders };
  const there = <T>(entries: Readonly<Record<string, T | null>>) =>
    Object.entries(entries).flatMap(([path, value]) => (value === null ? [] : [[path, value] as const]));
  const gone = [...Object.entries(files), ...Object.entries(folders)].flatMap(([path, value]) => (value === null ? [path] : []));
  const fixture: Fixture = {
    name: "laptop",
    source: "synthetic",
    commands: Object.fromEntries(Object.entries({ ...laptop.commands, ...changes.commands }).map(([id, answer]) => [id, recordedCommand(answer)])),
    files: Object.fromEntries(there(files)),
    folders: Object.fromEntries(there(folders).map(([path, names]) => [path, Array.isArray(names) ? [...names] : names])) as Fixture["folders"],
    links: {},
    missing: [...gone, ...nowhere],
    environment: { ...laptop.environment, ...changes.environment },
    egress: { ...laptop.egress, ...changes.egress },
    interfaces: [...(changes.interfaces ?? laptop.interfaces)],
    tls: {},
    http: {},
    groupIds: changes.groupIds ?? laptop.groupIds,
  };
  return replayHost([fixture], "macos");
}
