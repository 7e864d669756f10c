import type { FactId, FactValue } from "../../shared/facts/catalogue.ts";
import type { NotApplicableReason, UnknownReason } from "../../shared/observation.ts";
import { changed, type Machine, type PowerShell } from "./probesWindowsDeviceMachine.ts";

/** "unknown:timeout", "not-applicable:os", or the parts of a known value that matter. */
export type Expected<K extends FactId> = `unknown:${UnknownReason}` | `not-applicable:${NotApplicableReason}` | Partial<FactValue<K>>;
export interface Case<K extends FactId = FactId> {
  readonly fact: K;
  readonly title: string;
  readonly machine: Machine;
  readonly powershell?: PowerShell;
  readonly watched?: readonly string[];
  readonly expected: Expected<K>;
}
const c = <K extends FactId>(fact: K, title: string, machine: Machine, expected: Expected<K>, more: Partial<Case<K>> = {}): Case =>
  ({ fact, title, machine, expected, ...more }) as unknown as Case;

const balanced = "381b4222-f694-41f0-9685-ff5bb260df2e";
const video = "7516b95f-f776-4464-8c53-06167f40cc99\\3c0bc021-c8a8-4e07-a973-6b14cbcb2b7e";
const sleep = "238c9fa8-0aad-41ed-83f4-97be242c8f20\\29f6c1db-86da-48c5-9fdb-f2b67b1f44da";
const wake = "fea3413e-7e05-4911-9a71-700331f1c294\\0e796bdb-100d-47d6-a2d5-f7d2daa51f51";
const profileKey = (on: number) => ({ values: { EnableFirewall: on } });

const sleepStates = (s0: boolean) =>
  `次のスリープ状態が利用可能です:\r\n    スタンバイ (${s0 ? "S0 低電力アイドル" : "S3"})\r\n\r\n次のスリープ状態は利用できません:\r\n    スタンバイ (${s0 ? "S3" : "S0 低電力アイドル"})\r\n\tサポートされていません。\r\n`;
const power = (ac: { readonly video: number; readonly sleep: number; readonly wake?: number }, dc = ac) => ({
  values: { ActivePowerScheme: balanced },
  below: {
    [`${balanced}\\${video}`]: { ACSettingIndex: ac.video, DCSettingIndex: dc.video },
    [`${balanced}\\${sleep}`]: { ACSettingIndex: ac.sleep, DCSettingIndex: dc.sleep },
    ...(ac.wake === undefined ? {} : { [`${balanced}\\${wake}`]: { ACSettingIndex: ac.wake, DCSettingIndex: dc.wake ?? ac.wake } }),
  },
});
const authStatus = (domain: string, status: string) =>
  dsregcmd("YES", domain, "NO", "YES").replace(/(\r?\n)(\s*DomainJoined : \w+)/, `$1$2$1          DeviceAuthStatus : ${status}`);
const dsregcmd = (entra: string, domain: string, workplace: string, hello: string) =>
  `             AzureAdJoined : ${entra}  \r\n          EnterpriseJoined : NO\r\n              DomainJoined : ${domain}\r\n                    NgcSet : ${hello}\r\n           WorkplaceJoined : ${workplace}\r\n`;

/** A laptop with Windows 11 on which everything is as it should be: BitLocker, Defender, a screen saver that locks, no policy. */
export const laptop: Machine = {
  registry: {
    "current-version": {
      values: {
        CurrentBuild: "26200",
        UBR: 7171,
        DisplayVersion: "25H2",
        EditionID: "Professional",
        InstallationType: "Client",
        ProductName: "Windows 10 Pro",
        InstallDate: 1_760_000_000,
      },
    },
    bios: { values: { SystemManufacturer: "LENOVO", SystemProductName: "21KC004EJP" } },
    "chrome-beacon": { values: { version: "143.0.7499.40" } },
    "chrome-update": { values: { pv: "143.0.7499.40" } },
    "edge-beacon": { values: { version: "142.0.3595.94" } },
    "edge-update": { values: { pv: "142.0.3595.94" } },
    "desktop-user": {
      values: { ScreenSaveActive: "1", ScreenSaverIsSecure: "1", ScreenSaveTimeOut: "540", "SCRNSAVE.EXE": "C:\\Windows\\system32\\scrnsave.scr" },
    },
    enrollments: { below: { Context: {} } },
    "service-file-history": { values: { Start: 3 } },
    "firewall-domain": profileKey(1),
    "firewall-private": profileKey(1),
    "firewall-public": profileKey(1),
    "policies-system": { values: { EnableLUA: 1, ConsentPromptBehaviorAdmin: 5 } },
    "power-schemes": power({ video: 0, sleep: 0 }),
    "power-lock-default": { below: { [balanced]: { AcSettingIndex: 1, DcSettingIndex: 1 } } },
    "remote-assistance": { values: { fAllowToGetHelp: 0 } },
    "remote-desktop": { values: { fDenyTSConnections: 1 } },
    "secure-boot": { values: { UEFISecureBootEnabled: 1 } },
    "service-firewall": { values: { Start: 2 } },
    "service-remoting": { values: { Start: 3 } },
    "service-sharing": { values: { Start: 2 } },
    "service-time": { values: { Start: 3 } },
    "service-update": { values: { Start: 3 } },
    "service-update-orchestrator": { values: { Start: 2 } },
    shares: { values: {}, below: { Security: {} } },
    "time-server": { values: { Type: "NTP" } },
    "update-pause": { values: { ActiveHoursStart: 8 } },
    "winlogon-auto": { values: { AutoAdminLogon: "0" } },
  },
  blocks: {
    session: { session: 1, console: 1, name: "Console" },
    clock: { zone: "Tokyo Standard Time", newest: "2026-11-11T17:20:31.0000000Z", system: "2026-11-11T17:25:02.0000000Z" },
    services: {
      services: [
        { name: "mpssvc", status: 4 },
        { name: "LanmanServer", status: 4 },
        { name: "WinRM", status: 1 },
      ],
    },
    listening: { tcp: ["0.0.0.0:135", "[::]:445", "127.0.0.1:9100"], udp: [] },
    processes: { count: 200, names: ["chrome", "explorer", "Zoom"] },
    updates: { searched: "2026-11-24T02:10:00.0000000Z", installed: "2026-11-12T03:00:00.0000000Z", level: 4, enabled: true, restart: false },
    firewall: {
      current: 4,
      profiles: { 1: { enabled: true, excluded: [] }, 2: { enabled: true, excluded: [] }, 4: { enabled: true, excluded: [] } },
    },
    accounts: {
      administrator: false,
      groups: 14,
      local: [
        { rid: 500, enabled: false },
        { rid: 501, enabled: false },
      ],
      minLength: 12,
    },
    identity: {
      serial: "PF4ABCDE",
      assetTag: "PC-0042",
      chassis: [10],
      manufacturer: "LENOVO",
      model: "21KC004EJP",
      hypervisor: true,
      domain: false,
      batteries: 1,
    },
    volumes: { system: "C:", real: ["C:"], drives: [{ drive: "C:", protection: 1 }] },
    antivirus: { products: [{ name: "Microsoft Defender Antivirus", state: 397568 }] },
    "firewall-products": { products: [] },
    defender: { mode: "Normal", enabled: true, realTime: true, outOfDate: false, age: 0, updatedAt: "2026-11-23T18:33:13.0000000Z" },
    pending: { result: 2, updates: [] },
  },
  commands: {
    "dsregcmd-status": dsregcmd("NO", "NO", "NO", "YES"),
    "powercfg-sleep-states": sleepStates(true),
    "powercfg-query-videoidle": "",
    "powercfg-query-standbyidle": "",
    "powercfg-query-consolelock": "",
    netstat: "\r\n  TCP    0.0.0.0:135    0.0.0.0:0    LISTENING\r\n  UDP    0.0.0.0:5353    *:*\r\n",
    tasklist: '"System","4","Services","0","7,456 K"\r\n"Zoom.exe","7788","Console","1","22,016 K"\r\n',
  },
  environment: { SESSIONNAME: "Console", SystemDrive: "C:" },
};

const keys = (registry: Machine["registry"], more: Partial<Machine> = {}) => changed(laptop, { registry, ...more });
const blocks = (change: Machine["blocks"], more: Partial<Machine> = {}) => changed(laptop, { blocks: change, ...more });
/** A block of the laptop with some of its answers changed. */
const block = (name: string, change: object) => ({ [name]: { ...(laptop.blocks[name] as object), ...change } });
const desktopUser = (values: Readonly<Record<string, string | number>>) => ({ "desktop-user": { values: { ScreenSaveActive: "0", ...values } } });
const s3 = { commands: { "powercfg-sleep-states": sleepStates(false) } };
const desktopPc = {
  identity: { serial: "", assetTag: "", chassis: [3], manufacturer: "DELL", model: "OptiPlex", hypervisor: false, domain: false, batteries: 0 },
};
const mech = (source: string, lockAfterSeconds: number | null, on: "any" | "ac" | "battery" = "any") => ({ source, power: on, lockAfterSeconds });
const displayOff = "display off (Modern Standby)";

/** Set by the company's domain: a policy of 900 s over a screen saver that the user has switched off. */
const domainPc = keys(
  {
    "desktop-policy": { values: { ScreenSaveActive: "1", ScreenSaverIsSecure: "1", ScreenSaveTimeOut: "900", "SCRNSAVE.EXE": "scrnsave.scr" } },
    ...desktopUser({ ScreenSaverIsSecure: "0", ScreenSaveTimeOut: "60" }),
    "firewall-public-policy": profileKey(1),
    "update-policy": { values: { NoAutoUpdate: 1 } },
    "remote-desktop": { values: { fDenyTSConnections: 1 } },
    "remote-desktop-policy": { values: { fDenyTSConnections: 0 } },
    "time-server": { values: { Type: "NT5DS" } },
  },
  {
    commands: { "dsregcmd-status": dsregcmd("NO", "YES", "NO", "NO") },
    blocks: block("identity", { domain: true }),
  },
);
/** Managed by Intune: joined to Entra, enrolled, firewall and inactivity limit by policy. */
const intunePc = keys(
  {
    enrollments: {
      below: {
        "0A2B6C55-1111-4000-8000-0123456789AB": {
          EnrollmentState: 1,
          ProviderID: "MS DM Server",
          DiscoveryServiceFullURL: "https://enrollment.manage.example.com/x",
        },
        "18DCFFD4-37D6-4BC6-87E0-4266FDBB8E49": { EnrollmentState: 1 },
      },
    },
    "firewall-private": profileKey(0),
    "firewall-private-mdm": profileKey(1),
    "policies-system": { values: { EnableLUA: 1, ConsentPromptBehaviorAdmin: 2, InactivityTimeoutSecs: 300 } },
    "cloud-join": { below: { ABCDEF0123456789: { UserEmail: "hana@example.jp" } } },
  },
  { commands: { "dsregcmd-status": dsregcmd("YES", "NO", "NO", "YES") } },
);
const twoProducts = blocks({
  antivirus: {
    products: [
      { name: "Kitsune Security", state: 266240 },
      { name: "Microsoft Defender Antivirus", state: 393472 },
    ],
  },
  defender: { mode: "Passive Mode", enabled: true, realTime: false, outOfDate: false, age: 1, updatedAt: "2026-11-23T18:33:13.0000000Z" },
});
const home = changed(
  keys({
    "current-version": { values: { CurrentBuild: "26200", UBR: 7171, DisplayVersion: "25H2", EditionID: "Core", InstallationType: "Client" } },
  }),
  {
    blocks: { volumes: { system: "C:", real: ["C:"], drives: [{ drive: "C:", protection: null }] } },
  },
);

export const cases: readonly Case[] = [
  // Screen lock: each mechanism, and what takes it away.
  c("screen-lock", "a screen saver with a password", laptop, {
    mechanisms: [mech("machine inactivity limit", null), mech("screen saver", 545), mech("sleep", null), mech(displayOff, null)].slice(0, 3),
  }),
  c(
    "screen-lock",
    "a screen saver without a program never starts",
    keys(desktopUser({ ScreenSaveActive: "1", ScreenSaverIsSecure: "1", ScreenSaveTimeOut: "540" })),
    {
      mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", null)],
    },
  ),
  c("screen-lock", "the policy goes before the user, value by value", domainPc, {
    mechanisms: [mech("machine inactivity limit", null), mech("screen saver", 905), mech("sleep", null)],
  }),
  c("screen-lock", "a policy that switches the screen saver off", keys({ "desktop-policy": { values: { ScreenSaveActive: "0" } } }), {
    mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", null)],
  }),
  c("screen-lock", "the inactivity limit", intunePc, {
    mechanisms: [mech("machine inactivity limit", 300), mech("screen saver", 545), mech("sleep", null)],
  }),
  c(
    "screen-lock",
    "no password and a time that is no number: it does not lock, whatever the time is",
    keys({ "desktop-user": { values: { ScreenSaveActive: "1", ScreenSaverIsSecure: "0", ScreenSaveTimeOut: "soon", "SCRNSAVE.EXE": "x.scr" } } }),
    { mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", null)] },
  ),
  c("screen-lock", "a longer grace", keys({ "winlogon-grace": { values: { ScreenSaverGracePeriod: 60 } } }), {
    mechanisms: [mech("machine inactivity limit", null), mech("screen saver", 600), mech("sleep", null)],
  }),
  c(
    "screen-lock",
    "Modern Standby: the screen going off locks",
    keys({ ...desktopUser({}), "power-schemes": power({ video: 300, sleep: 0 }, { video: 180, sleep: 0 }) }),
    {
      mechanisms: [
        mech("machine inactivity limit", null),
        mech("screen saver", null),
        mech("sleep", null),
        mech(displayOff, 300, "ac"),
        mech(displayOff, 180, "battery"),
      ],
    },
  ),
  c(
    "screen-lock",
    "Modern Standby that waits five minutes for the password",
    keys({ ...desktopUser({ DelayLockInterval: 300 }), "power-schemes": power({ video: 300, sleep: 900 }) }),
    {
      mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", 1200), mech(displayOff, 600)],
    },
  ),
  c(
    "screen-lock",
    "Modern Standby that never asks",
    keys({ ...desktopUser({ DelayLockInterval: 0xffffffff }), "power-schemes": power({ video: 300, sleep: 900 }) }),
    {
      mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", null), mech(displayOff, null)],
    },
  ),
  c(
    "screen-lock",
    "Modern Standby, and a policy that takes the user's choice away",
    keys({
      ...desktopUser({ DelayLockInterval: 0xffffffff }),
      "logon-policy": { values: { AllowDomainDelayLock: 0 } },
      "power-schemes": power({ video: 300, sleep: 900 }),
    }),
    { mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", 900), mech(displayOff, 300)] },
  ),
  c("screen-lock", "S3: the screen going off does not lock", keys({ ...desktopUser({}), "power-schemes": power({ video: 60, sleep: 0 }) }, s3), {
    mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", null)],
  }),
  c(
    "screen-lock",
    "S3: sleep locks with a password on waking",
    keys({ ...desktopUser({}), "power-schemes": power({ video: 60, sleep: 1800 }, { video: 60, sleep: 600 }) }, s3),
    {
      mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", 1800, "ac"), mech("sleep", 600, "battery")],
    },
  ),
  c(
    "screen-lock",
    "S3: sleep without a password on waking",
    keys({ ...desktopUser({}), "power-schemes": power({ video: 60, sleep: 600, wake: 0 }) }, s3),
    {
      mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", null)],
    },
  ),
  c(
    "screen-lock",
    "no battery: what would hold on battery does not count",
    changed(keys({ ...desktopUser({}), "power-schemes": power({ video: 60, sleep: 1800 }, { video: 60, sleep: 600 }) }, s3), { blocks: desktopPc }),
    {
      mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", 1800)],
    },
  ),
  c(
    "screen-lock",
    "a power policy goes before the user's scheme",
    keys(
      {
        ...desktopUser({}),
        "power-schemes": power({ video: 0, sleep: 0 }),
        "power-policy": { below: { "29f6c1db-86da-48c5-9fdb-f2b67b1f44da": { ACSettingIndex: 900, DCSettingIndex: 900 } } },
      },
      s3,
    ),
    {
      mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", 900)],
    },
  ),
  c(
    "screen-lock",
    "kinds of sleep not readable, nothing else locks: not known",
    keys({ ...desktopUser({}), "power-schemes": power({ video: 300, sleep: 0 }) }, { commands: { "powercfg-sleep-states": "" } }),
    "unknown:unparsed",
  ),
  c(
    "screen-lock",
    "kinds of sleep not readable, but the screen saver locks soon",
    keys({ "power-schemes": power({ video: 300, sleep: 0 }) }, { commands: { "powercfg-sleep-states": "" } }),
    {
      mechanisms: [mech("machine inactivity limit", null), mech("screen saver", 545), mech("sleep", null)],
    },
  ),
  c(
    "screen-lock",
    "late by what could be read, and something could not: not known",
    keys({
      "desktop-user": { values: { ScreenSaveActive: "1", ScreenSaverIsSecure: "1", ScreenSaveTimeOut: "3600", "SCRNSAVE.EXE": "x.scr" } },
      "power-schemes": null,
    }),
    "unknown:unparsed",
  ),
  c(
    "screen-lock",
    "a scheme that the registry does not hold is asked of powercfg",
    keys(
      { ...desktopUser({}), "power-schemes": null },
      {
        commands: {
          "powercfg-sleep-states": sleepStates(false),
          "powercfg-query-videoidle": `x: ${video}\n  a: 0x00000000\n  b: 0xffffffff\n  c: 0x00000001\n  d: 0x00000258\n  e: 0x00000258\n`.replace(
            "7516b95f-f776-4464-8c53-06167f40cc99\\",
            "",
          ),
          "powercfg-query-standbyidle":
            "x: 29f6c1db-86da-48c5-9fdb-f2b67b1f44da\n  a: 0x00000000\n  b: 0xffffffff\n  c: 0x00000001\n  d: 0x00000384\n  e: 0x00000384\n",
          "powercfg-query-consolelock":
            "x: 0e796bdb-100d-47d6-a2d5-f7d2daa51f51\n  i: 000\n  n: a\n  i: 001\n  n: b\n  d: 0x00000001\n  e: 0x00000001\n",
        },
      },
    ),
    { mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", 900)] },
  ),
  c(
    "screen-lock",
    "an inactivity limit that was written as text: Windows reads numbers only",
    keys({ ...desktopUser({}), "policies-system": { values: { EnableLUA: 1, InactivityTimeoutSecs: "600" } } }),
    "unknown:unparsed",
  ),
  c(
    "screen-lock",
    "a PC without any kind of sleep keeps a time for it that never comes",
    keys(
      { ...desktopUser({}), "power-schemes": power({ video: 60, sleep: 600 }) },
      { commands: { "powercfg-sleep-states": "Not available:\r\n    S (S3)\r\n        Why.\r\n\r\n    S (S0 x)\r\n        Why.\r\n" } },
    ),
    { mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", null)] },
  ),
  c(
    "screen-lock",
    "a screen saver that is named (None)",
    keys(desktopUser({ ScreenSaveActive: "1", ScreenSaverIsSecure: "1", ScreenSaveTimeOut: "540", "SCRNSAVE.EXE": "(None)" })),
    { mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", null)] },
  ),
  c(
    "screen-lock",
    "it locks plugged in and never on battery, and whether there is a battery was not told",
    keys({ ...desktopUser({}), "power-schemes": power({ video: 60, sleep: 600 }, { video: 60, sleep: 0 }) }, s3),
    "unknown:policy-blocked",
    { powershell: "prints-nothing" },
  ),
  c(
    "screen-lock",
    "it never locks plugged in: that is certain with a battery and without one",
    keys({ ...desktopUser({}), "power-schemes": power({ video: 60, sleep: 0 }, { video: 60, sleep: 600 }) }, s3),
    { mechanisms: [mech("machine inactivity limit", null), mech("screen saver", null), mech("sleep", null, "ac")] },
    { powershell: "prints-nothing" },
  ),
  c(
    "screen-lock",
    "a screen saver that was set as numbers: Windows reads text only",
    keys(desktopUser({ ScreenSaveActive: 1, ScreenSaverIsSecure: 1, ScreenSaveTimeOut: 540, "SCRNSAVE.EXE": "x.scr" })),
    "unknown:unparsed",
  ),
  c("screen-lock", "through remote desktop", blocks({ session: { session: 2, console: 1, name: "RDP-Tcp#1" } }), "not-applicable:remote-session"),
  c(
    "screen-lock",
    "a virtual desktop by the environment alone, PowerShell not allowed",
    changed(laptop, { environment: { SESSIONNAME: "ICA-CGP#2" } }),
    "unknown:failed",
    { powershell: "not-allowed" },
  ),

  c("os-release", "Windows 11 Pro", laptop, { product: "windows-11", version: "25H2", edition: "Professional", build: "26200.7171" }),
  c("os-release", "Windows 11 Home", home, { product: "windows-11", edition: "Core" }),
  // The first Windows 10 and all before it have neither DisplayVersion nor ReleaseId: the build tells the release.
  c(
    "os-release",
    "no name",
    keys({ "current-version": { values: { CurrentBuild: "10240", InstallationType: "Client", EditionID: "EnterpriseS" } } }),
    {
      product: "windows-10",
      version: "1507",
      edition: "EnterpriseS",
    },
  ),
  c("os-release", "before Windows 10", keys({ "current-version": { values: { CurrentBuild: "9600", InstallationType: "Client" } } }), {
    product: "windows",
    version: "8.1",
  }),
  c("os-release", "a server", keys({ "current-version": { values: { CurrentBuild: "20348", InstallationType: "Server Core" } } }), {
    product: "windows-server",
    version: "2022",
  }),
  c(
    "os-release",
    "neither a name nor a build that is known",
    keys({ "current-version": { values: { CurrentBuild: "31000", InstallationType: "Client" } } }),
    "unknown:unparsed",
  ),

  c("pending-updates", "nothing waits", laptop, { total: 0, security: 0, listsAt: "2026-11-24T02:10:00.000Z" }),
  c(
    "pending-updates",
    "the age of what is installed",
    blocks({ clock: { zone: "UTC", newest: "2026-09-09T01:00:00Z", system: "2026-11-11T17:25:02Z" } }),
    {
      system: { newestAt: "2026-11-11T17:25:02.000Z", supersededAt: "2026-01-13T00:00:00.000Z" },
    },
  ),
  c(
    "pending-updates",
    "a build that was followed long ago, with files of its time",
    changed(laptop, {
      registry: { "current-version": { values: { CurrentBuild: "26100", UBR: 1742, DisplayVersion: "24H2", InstallationType: "Client" } } },
      blocks: { clock: { zone: "UTC", newest: "2024-09-06T03:10:00Z", system: "2024-09-06T03:10:00Z" } },
    }),
    { system: { newestAt: "2024-09-10T00:00:00.000Z", supersededAt: "2024-11-12T00:00:00.000Z" } },
  ),
  c("pending-updates", "no core file could be read", blocks({ clock: { zone: "UTC", newest: "soon", system: null } }), {
    system: { newestAt: "2025-10-14T00:00:00.000Z", supersededAt: "2026-01-13T00:00:00.000Z" },
  }),
  c(
    "pending-updates",
    "no core file, and a build after the table",
    changed(laptop, {
      registry: { "current-version": { values: { CurrentBuild: "26200", UBR: 9999, DisplayVersion: "25H2", InstallationType: "Client" } } },
      blocks: { clock: { zone: "UTC", newest: "soon", system: null } },
    }),
    { system: { newestAt: null, supersededAt: null } },
  ),
  c("pending-updates", "the search was slow", blocks({ pending: { timeout: true } }), "unknown:timeout"),
  c("pending-updates", "no PowerShell", laptop, "unknown:policy-blocked", { powershell: "constrained" }),

  c("automatic-updates", "on", laptop, { enabled: true, pausedUntil: null }),
  c("automatic-updates", "off by policy", domainPc, { enabled: false, mechanism: "Windows Update (policy NoAutoUpdate)" }),
  c("automatic-updates", "a policy that asks before the download", keys({ "update-policy": { values: { AUOptions: 2 } } }), { enabled: false }),
  c("automatic-updates", "the service is disabled", keys({ "service-update": { values: { Start: 4 } } }), { enabled: false }),
  c("automatic-updates", "the orchestrator is disabled", keys({ "service-update-orchestrator": { values: { Start: 4 } } }), { enabled: false }),
  c("automatic-updates", "Windows Update itself says off", blocks(block("updates", { level: 1 })), {
    enabled: false,
  }),
  c("automatic-updates", "paused", keys({ "update-pause": { values: { PauseUpdatesExpiryTime: "2026-12-08T03:21:47Z" } } }), {
    enabled: true,
    pausedUntil: "2026-12-08T03:21:47.000Z",
  }),
  c("automatic-updates", "a pause that is over", keys({ "update-pause": { values: { PauseUpdatesExpiryTime: "2026-11-23T03:21:47Z" } } }), {
    enabled: true,
    pausedUntil: null,
  }),
  c(
    "automatic-updates",
    "a pause in another spelling",
    keys({ "update-pause": { values: { PauseUpdatesExpiryTime: "8.12.2026" } } }),
    "unknown:unparsed",
  ),
  c("automatic-updates", "a registry without the service", keys({ "service-update": null }), "unknown:unparsed"),
  c("automatic-updates", "a registry without the orchestrator", keys({ "service-update-orchestrator": null }), "unknown:unparsed"),
  c(
    "automatic-updates",
    "a registry without both services",
    keys({ "service-update": null, "service-update-orchestrator": null }),
    "unknown:unparsed",
  ),
  c(
    "automatic-updates",
    "an orchestrator that does not say how it starts",
    keys({ "service-update-orchestrator": { values: {} } }),
    "unknown:unparsed",
  ),
  c(
    "automatic-updates",
    "a disabled service beside one that is not there",
    keys({ "service-update": { values: { Start: 4 } }, "service-update-orchestrator": null }),
    { enabled: false },
  ),

  // https://learn.microsoft.com/windows/deployment/update/waas-wu-settings, .../waas-configure-wufb (a pause by policy lasts 35 days) and
  // https://learn.microsoft.com/windows/client-management/mdm/policy-csp-update
  c("automatic-updates", "access turned off by policy", keys({ "update-policy-root": { values: { DisableWindowsUpdateAccess: 1 } } }), {
    enabled: false,
    mechanism: "Windows Update (policy DisableWindowsUpdateAccess)",
  }),
  c("automatic-updates", "a hidden page of the settings", keys({ "update-policy-root": { values: { SetDisableUXWUAccess: 1 } } }), {
    enabled: true,
    pausedUntil: null,
  }),
  c(
    "automatic-updates",
    "paused by policy",
    keys({ "update-policy-root": { values: { PauseQualityUpdates: 1, PauseQualityUpdatesStartTime: "2026-11-20" } } }),
    { enabled: true, pausedUntil: "2026-12-25T00:00:00.000Z" },
  ),
  c(
    "automatic-updates",
    "a pause by policy that has ended by itself",
    keys({ "update-policy-root": { values: { PauseQualityUpdates: 1, PauseQualityUpdatesStartTime: "2026-09-01" } } }),
    { enabled: true, pausedUntil: null },
  ),
  c("automatic-updates", "a pause by policy without a beginning", keys({ "update-policy-root": { values: { PauseQualityUpdates: 1 } } }), {
    enabled: false,
    mechanism: "Windows Update (policy PauseQualityUpdates)",
  }),
  c(
    "automatic-updates",
    "a pause by policy in another spelling",
    keys({ "update-policy-root": { values: { PauseQualityUpdatesStartTime: "20.11.2026" } } }),
    "unknown:unparsed",
  ),
  c(
    "automatic-updates",
    "feature updates paused by policy",
    keys({ "update-policy-root": { values: { PauseFeatureUpdatesStartTime: "2026-11-20" } } }),
    {
      enabled: true,
      pausedUntil: null,
    },
  ),
  c(
    "automatic-updates",
    "paused by the device management",
    keys({ "update-policy-mdm": { values: { PauseQualityUpdatesStartTime: "2026-11-10" } } }),
    { enabled: true, pausedUntil: "2026-12-15T00:00:00.000Z" },
  ),
  c("automatic-updates", "turned off by the device management", keys({ "update-policy-mdm": { values: { AllowAutoUpdate: 5 } } }), {
    enabled: false,
    mechanism: "Windows Update (MDM policy AllowAutoUpdate)",
  }),
  c("automatic-updates", "asking first, by the device management", keys({ "update-policy-mdm": { values: { AllowAutoUpdate: 0 } } }), {
    enabled: false,
  }),
  c("automatic-updates", "installing and restarting, by the device management", keys({ "update-policy-mdm": { values: { AllowAutoUpdate: 2 } } }), {
    enabled: true,
  }),
  c("automatic-updates", "no update service at all, by the device management", keys({ "update-policy-mdm": { values: { AllowUpdateService: 0 } } }), {
    enabled: false,
    mechanism: "Windows Update (MDM policy AllowUpdateService)",
  }),
  c(
    "automatic-updates",
    "Windows Update's own word that it is paused",
    keys({ "update-policy-status": { values: { PausedQualityStatus: 1, PausedQualityDate: "2026-11-20T08:00:00Z" } } }),
    { enabled: true, pausedUntil: "2026-12-25T08:00:00.000Z" },
  ),
  c(
    "automatic-updates",
    "a pause that Windows Update has ended",
    keys({ "update-policy-status": { values: { PausedQualityStatus: 2, PausedQualityDate: "2026-11-20T08:00:00Z" } } }),
    { enabled: true, pausedUntil: null },
  ),
  c(
    "automatic-updates",
    "a pause with a beginning alone",
    keys({ "update-pause": { values: { PauseQualityUpdatesStartTime: "2026-11-20T08:00:00Z" } } }),
    { pausedUntil: "2026-12-25T08:00:00.000Z" },
  ),
  c(
    "automatic-updates",
    "a server of the company",
    keys({
      "update-policy": { values: { UseWUServer: 1 } },
      "update-policy-root": { values: { WUServer: "https://wsus.kaisha.example:8531" } },
    }),
    { enabled: true, companyServer: "named", mechanism: "Windows Update, wsus.kaisha.example" },
  ),
  c("automatic-updates", "a server of the company that is not named", keys({ "update-policy": { values: { UseWUServer: 1 } } }), {
    enabled: true,
    companyServer: "unseen",
  }),
  c(
    "automatic-updates",
    "a server that is this PC itself",
    keys({ "update-policy": { values: { UseWUServer: 1 } }, "update-policy-root": { values: { WUServer: "http://127.0.0.1:8530" } } }),
    { enabled: false, mechanism: "Windows Update (policy WUServer)" },
  ),
  c("automatic-updates", "a server that is named but not used", keys({ "update-policy-root": { values: { WUServer: "http://localhost" } } }), {
    enabled: true,
    companyServer: null,
  }),
  c(
    "automatic-updates",
    "a server by the device management",
    keys({ "update-policy-mdm": { values: { UpdateServiceUrl: "https://updates.kaisha.example" } } }),
    { enabled: true, companyServer: "named" },
  ),
  c("automatic-updates", "the device management's word for no server", keys({ "update-policy-mdm": { values: { UpdateServiceUrl: "CorpWSUS" } } }), {
    enabled: true,
    companyServer: null,
  }),

  c("restart-pending", "none", laptop, { pending: false, because: [] }),
  c("restart-pending", "servicing", keys({ "reboot-pending": { below: { ProgressFlags: {} } } }), {
    pending: true,
    since: null,
    because: ["Component Based Servicing"],
  }),
  c("restart-pending", "Windows Update", keys({ "reboot-required": { values: { "8a1b6c55": 1 } } }), { pending: true, because: ["Windows Update"] }),
  c("restart-pending", "a servicing that is under way", keys({ servicing: { below: { Packages: {}, RebootInProgress: {} } } }), {
    pending: true,
    because: ["Component Based Servicing"],
  }),
  c("restart-pending", "packages that wait", keys({ servicing: { below: { PackagesPending: {}, Packages: {} } } }), { pending: true }),
  c("restart-pending", "servicing as it always looks", keys({ servicing: { below: { Packages: {}, SessionsPending: { Exclusive: 0 } } } }), {
    pending: false,
  }),
  c("restart-pending", "an installer of updates that wants one", keys({ "updates-volatile": { values: { UpdateExeVolatile: 1 } } }), {
    pending: true,
    because: ["Windows Update"],
  }),
  c("restart-pending", "an installer of updates that is done", keys({ "updates-volatile": { values: { UpdateExeVolatile: 0 } } }), {
    pending: false,
  }),
  c("restart-pending", "only COM says so", blocks(block("updates", { restart: true })), {
    pending: true,
    because: ["Windows Update"],
  }),
  c(
    "restart-pending",
    "files that wait to be renamed are a hint only",
    keys({ renames: { values: { PendingFileRenameOperations: ["\\??\\C:\\x", ""] } } }),
    { pending: false },
  ),

  c("browsers", "Chrome and Edge", laptop, {
    browsers: [
      { name: "chrome", version: "143.0.7499.40", waiting: null },
      { name: "edge", version: "142.0.3595.94", waiting: null },
    ],
  }),
  c("browsers", "a newer Chrome waits while the old one runs", keys({ "chrome-update": { values: { pv: "144.0.7600.10" } } }), {
    browsers: [
      { name: "chrome", version: "143.0.7499.40", waiting: "144.0.7600.10" },
      { name: "edge", version: "142.0.3595.94", waiting: null },
    ],
  }),
  c("browsers", "a newer Edge that does not run starts as the new one", keys({ "edge-update": { values: { pv: "143.0.1.2" } } }), {
    browsers: [
      { name: "chrome", version: "143.0.7499.40", waiting: null },
      { name: "edge", version: "143.0.1.2", waiting: null },
    ],
  }),
  c("browsers", "what a removed Chrome left behind", keys({ "chrome-update": null }), {
    browsers: [{ name: "edge", version: "142.0.3595.94", waiting: null }],
  }),
  c(
    "browsers",
    "a Firefox of 32 bits",
    keys({ "chrome-update": null, "edge-update": null, "firefox-32": { values: { CurrentVersion: "115.9.0 (x86 ja)" } } }),
    {
      browsers: [{ name: "firefox", version: "115.9.0", waiting: null }],
    },
  ),
  c("browsers", "Firefox", keys({ firefox: { values: { CurrentVersion: "140.5.0 (x64 ja)" } } }), {
    browsers: [
      { name: "chrome", version: "143.0.7499.40", waiting: null },
      { name: "edge", version: "142.0.3595.94", waiting: null },
      { name: "firefox", version: "140.5.0", waiting: null },
    ],
  }),

  c("disk-encryption", "BitLocker", laptop, { volumes: [{ role: "system", mount: "C:", state: "encrypted", method: "BitLocker" }] }),
  c("disk-encryption", "Home without BitLocker: the shell does not tell", home, "unknown:needs-admin"),
  c("disk-encryption", "suspended", blocks({ volumes: { system: "C:", real: null, drives: [{ drive: "C:", protection: 5 }] } }), {
    volumes: [{ role: "system", mount: "C:", state: "suspended", method: "BitLocker" }],
  }),

  c("firewall", "on", laptop, { active: true, excludedInterfaces: [] }),
  c(
    "firewall",
    "a policy over the user's setting",
    changed(domainPc, {
      blocks: {
        firewall: {
          current: 4,
          profiles: { 1: { enabled: true, excluded: [] }, 2: { enabled: true, excluded: [] }, 4: { enabled: false, excluded: [] } },
        },
      },
    }),
    { active: true },
  ),
  c("firewall", "a policy that switches it off", keys({ "firewall-public-policy": profileKey(0) }), { active: false }),
  c("firewall", "device management over the user's setting", intunePc, {
    active: true,
    services: ["domain", "private", "public"].map((scope) => ({ name: "Windows Firewall", active: true, scope: scope as "domain" })),
  }),
  c("firewall", "no PowerShell, all three on", laptop, { active: true }, { powershell: "prints-nothing" }),
  c(
    "firewall",
    "no PowerShell, all three off",
    keys({ "firewall-domain": profileKey(0), "firewall-private": profileKey(0), "firewall-public": profileKey(0) }),
    { active: false },
    { powershell: "prints-nothing" },
  ),
  c("firewall", "no PowerShell, public off: which is in use was not told", keys({ "firewall-public": profileKey(0) }), "unknown:policy-blocked", {
    powershell: "prints-nothing",
  }),
  c(
    "firewall",
    "no network: every profile must be on, as any may be the next",
    blocks({
      firewall: {
        current: 0,
        profiles: { 1: { enabled: true, excluded: [] }, 2: { enabled: true, excluded: [] }, 4: { enabled: false, excluded: [] } },
      },
    }),
    { active: false },
  ),
  c("firewall", "no service of the firewall at all", keys({ "service-firewall": null }), "unknown:unparsed", { powershell: "prints-nothing" }),
  c(
    "firewall",
    "no service of the firewall at all, by PowerShell",
    changed(keys({ "service-firewall": null }), { blocks: { firewall: null, services: { services: [{ name: "WinRM", status: 1 }] } } }),
    "unknown:unparsed",
  ),
  c(
    "firewall",
    "switched on by text, which Windows does not read",
    keys({ "firewall-public": { values: { EnableFirewall: "1" } } }),
    "unknown:unparsed",
    { powershell: "prints-nothing" },
  ),
  c("firewall", "the service is disabled", keys({ "service-firewall": { values: { Start: 4 } } }), { active: false }),

  c("listening-services", "RPC and SMB", laptop, {
    examined: 3,
    exposed: [
      { protocol: "tcp", port: 135, address: "0.0.0.0" },
      { protocol: "tcp", port: 445, address: "::" },
    ],
  }),
  c("listening-services", "netstat where PowerShell may not run", laptop, { examined: 2 }, { powershell: "missing" }),

  c("remote-access", "nothing open", laptop, {
    services: [
      { kind: "remote-desktop", name: "Remote Desktop", on: false },
      { kind: "file-sharing", name: "Shared folders", on: false },
      { kind: "printer-sharing", name: "Shared printers", on: false },
      { kind: "ssh", name: "OpenSSH Server", on: false },
      { kind: "remote-management", name: "Windows Remote Management", on: false },
      { kind: "remote-assistance", name: "Remote Assistance", on: false },
    ],
  }),
  c(
    "remote-access",
    "remote desktop by policy, a share, TeamViewer",
    changed(domainPc, {
      registry: { shares: { values: { 共有: ["Path=C:\\Data", "Type=0"] } }, "remote-assistance": { values: { fAllowToGetHelp: 1 } } },
      blocks: {
        services: {
          services: [
            { name: "LanmanServer", status: 4 },
            { name: "sshd", status: 4 },
            { name: "TeamViewer", status: 4 },
            { name: "AnyDesk", status: 1 },
          ],
        },
      },
    }),
    {
      services: [
        { kind: "remote-desktop", name: "Remote Desktop", on: true },
        { kind: "file-sharing", name: "Shared folders", on: true },
        { kind: "printer-sharing", name: "Shared printers", on: false },
        { kind: "ssh", name: "OpenSSH Server", on: true },
        { kind: "remote-management", name: "Windows Remote Management", on: false },
        { kind: "remote-assistance", name: "Remote Assistance", on: true },
        { kind: "remote-control-app", name: "TeamViewer", on: true },
        { kind: "remote-control-app", name: "AnyDesk", on: false },
      ],
    },
  ),
  c("remote-access", "remote desktop not set is off", keys({ "remote-desktop": { values: { TSUserEnabled: 0 } } }), {
    services: [
      { kind: "remote-desktop", name: "Remote Desktop", on: false },
      { kind: "file-sharing", name: "Shared folders", on: false },
      { kind: "printer-sharing", name: "Shared printers", on: false },
      { kind: "ssh", name: "OpenSSH Server", on: false },
      { kind: "remote-management", name: "Windows Remote Management", on: false },
      { kind: "remote-assistance", name: "Remote Assistance", on: false },
    ],
  }),
  c("remote-access", "a folder that is shared under a hidden name", keys({ shares: { values: { 給与$: ["Path=C:\\Pay", "Type=0"] } } }), {
    services: [
      { kind: "remote-desktop", name: "Remote Desktop", on: false },
      { kind: "file-sharing", name: "Shared folders", on: true },
      { kind: "printer-sharing", name: "Shared printers", on: false },
      { kind: "ssh", name: "OpenSSH Server", on: false },
      { kind: "remote-management", name: "Windows Remote Management", on: false },
      { kind: "remote-assistance", name: "Remote Assistance", on: false },
    ],
  }),
  c(
    "remote-access",
    "a service that is just starting is on, a program that is paused is there; of a state that is none its start tells",
    keys(
      { "service-remoting": { values: { Start: 2 } } },
      {
        blocks: {
          services: {
            services: [
              { name: "sshd", status: 2 },
              { name: "WinRM", status: 0 },
              { name: "AnyDesk", status: 7 },
              { name: "TeamViewer", status: 3 },
            ],
          },
        },
      },
    ),
    {
      services: [
        { kind: "remote-desktop", name: "Remote Desktop", on: false },
        { kind: "file-sharing", name: "Shared folders", on: false },
        { kind: "printer-sharing", name: "Shared printers", on: false },
        { kind: "ssh", name: "OpenSSH Server", on: true },
        { kind: "remote-management", name: "Windows Remote Management", on: true },
        { kind: "remote-assistance", name: "Remote Assistance", on: false },
        { kind: "remote-control-app", name: "AnyDesk", on: true },
        { kind: "remote-control-app", name: "TeamViewer", on: false },
      ],
    },
  ),
  c(
    "remote-access",
    "services not readable, nothing else is on: a program for remote control may run",
    blocks({ services: null }),
    "unknown:unparsed",
  ),
  c(
    "remote-access",
    "services not readable, a folder is shared",
    changed(keys({ shares: { values: { 共有: ["Path=C:\\Data", "Type=0"] } } }), { blocks: { services: null } }),
    {
      services: [
        { kind: "remote-desktop", name: "Remote Desktop", on: false },
        { kind: "file-sharing", name: "Shared folders", on: true },
        { kind: "printer-sharing", name: "Shared printers", on: false },
        { kind: "ssh", name: "OpenSSH Server", on: false },
        { kind: "remote-management", name: "Windows Remote Management", on: false },
        { kind: "remote-assistance", name: "Remote Assistance", on: false },
      ],
    },
  ),
  c(
    "remote-access",
    "remote desktop denied by text, which Windows does not read",
    keys({ "remote-desktop": { values: { fDenyTSConnections: "1" } } }),
    "unknown:unparsed",
  ),
  c("remote-access", "a registry without Terminal Server", keys({ "remote-desktop": null }), "unknown:unparsed"),

  c("antivirus", "Defender", laptop, {
    products: [{ name: "Microsoft Defender Antivirus", state: "on", definitionsAt: "2026-11-23T18:33:13.000Z", upToDate: true }],
  }),
  c("antivirus", "two products", twoProducts, {
    products: [
      { name: "Kitsune Security", state: "on", definitionsAt: null, upToDate: true },
      { name: "Microsoft Defender Antivirus", state: "passive", definitionsAt: "2026-11-23T18:33:13.000Z", upToDate: true },
    ],
  }),
  c(
    "antivirus",
    "a third party that is expired, Defender passive: nothing guards",
    changed(twoProducts, {
      blocks: {
        antivirus: {
          products: [
            { name: "Kitsune Security", state: 274432 },
            { name: "Microsoft Defender Antivirus", state: 393472 },
          ],
        },
      },
    }),
    {
      products: [
        { name: "Kitsune Security", state: "expired", definitionsAt: null, upToDate: true },
        { name: "Microsoft Defender Antivirus", state: "passive", definitionsAt: "2026-11-23T18:33:13.000Z", upToDate: true },
      ],
    },
  ),
  c(
    "antivirus",
    "one is off and the bits of the other are not described: the other may guard",
    blocks({
      antivirus: {
        products: [
          { name: "Kitsune Security", state: 0x040000 },
          { name: "Aozora Guard", state: 0x048000 },
        ],
      },
      defender: null,
    }),
    "unknown:unparsed",
  ),
  c("antivirus", "no PowerShell", laptop, "unknown:policy-blocked", { powershell: "constrained" }),

  c("os-protection", "UAC and Secure Boot", laptop, {
    protections: [
      { id: "uac", state: "on" },
      { id: "secure-boot", state: "on" },
    ],
  }),
  c(
    "os-protection",
    "UAC never asks, Secure Boot off",
    keys({ "policies-system": { values: { EnableLUA: 1, ConsentPromptBehaviorAdmin: 0 } }, "secure-boot": { values: { UEFISecureBootEnabled: 0 } } }),
    {
      protections: [
        { id: "uac", state: "partial" },
        { id: "secure-boot", state: "off" },
      ],
    },
  ),
  c("os-protection", "UAC not set", keys({ "policies-system": { values: { ConsentPromptBehaviorAdmin: 5 } } }), "unknown:unparsed"),
  c("os-protection", "UAC a number that means nothing", keys({ "policies-system": { values: { EnableLUA: 2 } } }), "unknown:unparsed"),
  c(
    "os-protection",
    "UAC switched on by text, which Windows does not read",
    keys({ "policies-system": { values: { EnableLUA: "1" } } }),
    "unknown:unparsed",
  ),
  c(
    "os-protection",
    "Secure Boot a number that means nothing",
    keys({ "secure-boot": { values: { UEFISecureBootEnabled: 2 } } }),
    "unknown:unparsed",
  ),
  c("os-protection", "a PC whose firmware has no Secure Boot", keys({ "secure-boot": null }), { protections: [{ id: "uac", state: "on" }] }),
  c("os-protection", "neither is told", keys({ "policies-system": null, "secure-boot": null }), "unknown:unparsed"),

  c("accounts", "a standard user with Windows Hello", laptop, {
    administrator: false,
    autoLogin: false,
    guest: false,
    passwordMinLength: 12,
    biometrics: true,
  }),
  c(
    "accounts",
    "an administrator who is signed in by itself",
    changed(keys({ "winlogon-auto": { values: { AutoAdminLogon: "1" } } }), {
      blocks: block("accounts", { administrator: true }),
    }),
    { administrator: true, autoLogin: true },
  ),
  c("accounts", "dsregcmd is broken", changed(laptop, { commands: { "dsregcmd-status": "" } }), { administrator: false, biometrics: null }),
  c("accounts", "no PowerShell", laptop, "unknown:denied", { powershell: "not-allowed" }),

  c("device-identity", "a laptop", laptop, {
    hostname: "HANA-PC",
    user: "hana",
    manufacturer: "LENOVO",
    model: "21KC004EJP",
    serial: "PF4ABCDE",
    assetTag: "PC-0042",
    chassis: "Notebook",
    virtual: null,
  }),
  c(
    "device-identity",
    "no PowerShell: maker and model from the registry",
    laptop,
    { manufacturer: "LENOVO", model: "21KC004EJP", serial: null, assetTag: null },
    { powershell: "prints-nothing" },
  ),

  c("management", "a private PC", laptop, { join: "none", mdm: false, server: null }),
  c("management", "Intune", intunePc, { join: "entra", mdm: true, server: "enrollment.manage.example.com" }),
  c("management", "a domain", domainPc, { join: "domain", mdm: false }),
  c("management", "hybrid", changed(intunePc, { commands: { "dsregcmd-status": dsregcmd("YES", "YES", "NO", "YES") } }), {
    join: "hybrid",
    mdm: true,
  }),
  // https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd#device-details
  c(
    "management",
    "deleted in Entra",
    changed(intunePc, { commands: { "dsregcmd-status": authStatus("NO", "FAILED. Device is either disabled or deleted") } }),
    {
      join: "none",
      revoked: true,
    },
  ),
  c(
    "management",
    "deleted in Entra, and in a domain",
    changed(intunePc, { commands: { "dsregcmd-status": authStatus("YES", "FAILED. Device is either disabled or deleted") } }),
    { join: "domain", revoked: true },
  ),
  c("management", "known in Entra", changed(intunePc, { commands: { "dsregcmd-status": authStatus("NO", "SUCCESS") } }), {
    join: "entra",
    revoked: false,
  }),
  c("management", "Entra could not be asked", changed(intunePc, { commands: { "dsregcmd-status": authStatus("NO", "FAILED. ERROR") } }), {
    join: "entra",
    revoked: null,
  }),
  c("management", "dsregcmd is broken: the registry knows of Entra", changed(intunePc, { commands: { "dsregcmd-status": "" } }), {
    join: "entra",
    mdm: true,
  }),
  c("management", "dsregcmd is broken and nothing else knows", changed(laptop, { commands: { "dsregcmd-status": "" } }), "unknown:unparsed"),

  c("session", "at the PC", laptop, { remote: "none", virtual: null }),
  c(
    "session",
    "no PowerShell, the name tells",
    changed(laptop, { environment: { SESSIONNAME: "RDP-Tcp#0" } }),
    { remote: "remote-desktop", virtual: null },
    { powershell: "prints-nothing" },
  ),
  c("session", "no PowerShell and no name", changed(laptop, { environment: {} }), "unknown:policy-blocked", { powershell: "prints-nothing" }),
  c("session", "a virtual machine", blocks(block("identity", { manufacturer: "VMware, Inc.", model: "VMware20,1" })), { virtual: "VMware" }),

  c("backup", "none", laptop, { sources: [] }),
  c(
    "backup",
    "File History and OneDrive",
    keys({
      "file-history": { values: { ProtectedUpToTime: 134_081_000_000_000_000 } },
      "onedrive-business": { values: { UserFolder: "C:\\Users\\hana\\OneDrive - Example" } },
    }),
    {
      sources: [
        { name: "File History", enabled: true, lastAt: "2025-11-20T08:13:20.000Z" },
        { name: "OneDrive for Business", enabled: true, lastAt: null },
      ],
    },
  ),
  c(
    "backup",
    "File History switched off by policy",
    keys({ "file-history": { values: { ProtectedUpToTime: 134_081_000_000_000_000 } }, "file-history-policy": { values: { Disabled: 1 } } }),
    { sources: [{ name: "File History", enabled: false, lastAt: "2025-11-20T08:13:20.000Z" }] },
  ),

  c("running-apps", "a watched program runs", laptop, { examined: 200, matched: ["Zoom.exe"] }, { watched: ["Zoom.exe", "TeamViewer"] }),
  c(
    "running-apps",
    "tasklist where PowerShell may not run",
    laptop,
    { examined: 2, matched: ["zoom"] },
    { watched: ["zoom"], powershell: "prints-nothing" },
  ),

  c("clock", "kept by a server", laptop, { timeZone: "Asia/Tokyo", synchronised: true, notBefore: "2026-11-11T17:20:31.000Z" }),
  c("clock", "kept by the domain", domainPc, { synchronised: true }),
  c("clock", "not kept", keys({ "time-server": { values: { Type: "NoSync" } } }), { synchronised: false }),
  c("clock", "the service is disabled", keys({ "service-time": { values: { Start: 4 } } }), { synchronised: false }),
];

/** What each fact must say of the healthy laptop when PowerShell tells nothing: what the registry and small programs know, never less certain than that. */
export const withoutPowershell: { readonly [K in FactId]?: Expected<K> } = {
  "screen-lock": { mechanisms: [mech("machine inactivity limit", null), mech("screen saver", 545), mech("sleep", null)] },
  "os-release": { product: "windows-11", version: "25H2" },
  "pending-updates": "unknown:policy-blocked",
  "automatic-updates": { enabled: true },
  "restart-pending": { pending: false },
  browsers: {
    browsers: [
      { name: "chrome", version: "143.0.7499.40", waiting: null },
      { name: "edge", version: "142.0.3595.94", waiting: null },
    ],
  },
  "disk-encryption": "unknown:policy-blocked",
  firewall: { active: true },
  "listening-services": { examined: 2 },
  // Programs for remote control are seen by their services alone, which only PowerShell lists.
  "remote-access": "unknown:policy-blocked",
  antivirus: "unknown:policy-blocked",
  "os-protection": {
    protections: [
      { id: "uac", state: "on" },
      { id: "secure-boot", state: "on" },
    ],
  },
  accounts: "unknown:policy-blocked",
  "device-identity": { model: "21KC004EJP", serial: null },
  management: { join: "none", mdm: false },
  session: { remote: "none", virtual: null },
  backup: { sources: [] },
  "running-apps": { examined: 2 },
  clock: { synchronised: true },
};
