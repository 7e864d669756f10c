import { allUnparsed, everyDay, fileDays } from "../support/probeCases.ts";
import type { Matrix } from "./probesMacosCases.ts";
import { type Changes, listen, type Plain, plist, pmset, report, sockets, softwareUpdate, systemVersion } from "./probesMacosMachine.ts";

const managed = (domain: string, value: Plain, user = false): NonNullable<Changes["files"]> => ({
  [`/Library/Managed Preferences/${user ? "hana/" : ""}${domain}.plist`]: plist(value),
});
const delay = (words: string): NonNullable<Changes["commands"]> => ({
  "sysadminctl-screenLock": { stderr: `2026-11-23 08:00:00.000 sysadminctl[1:2] screenLock ${words}\n` },
});
const byHost = "/Users/hana/Library/Preferences/ByHost";
const saverFile = `${byHost}/com.apple.screensaver.00000000-1111-4222-8333-444444444444.plist`;
const powerFile = "/Library/Preferences/com.apple.PowerManagement.00000000-1111-4222-8333-444444444444.plist";
const lock = (saver: number | null | undefined, ac: number | null, battery: number | null | undefined) => ({
  mechanisms: [
    ...(saver === undefined ? [] : [{ source: "screen saver", power: "any" as const, lockAfterSeconds: saver }]),
    { source: "display sleep", power: "ac" as const, lockAfterSeconds: ac },
    ...(battery === undefined ? [] : [{ source: "display sleep", power: "battery" as const, lockAfterSeconds: battery }]),
  ],
});

export const screenLock: Matrix<"screen-lock"> = {
  cases: [
    { title: "at once after five minutes of the screen saver", expected: lock(300, 600, 120) },
    { title: "a delay is added to each", changes: { commands: delay("delay is 60 seconds") }, expected: lock(360, 660, 180) },
    { title: "no password: nothing locks", changes: { commands: delay("is off") }, expected: lock(null, null, null) },
    { title: "minus one is off", changes: { commands: delay("delay is -1.000000 seconds") }, expected: lock(null, null, null) },
    { title: "the screen saver never begins", changes: { files: { [saverFile]: plist({ idleTime: 0 }) } }, expected: lock(null, 600, 120) },
    {
      title: "the screen saver was never set: the display decides",
      changes: { files: { [saverFile]: plist({ moduleDict: { type: 0 } }) } },
      expected: lock(undefined, 600, 120),
    },
    {
      title: "files of two Macs: neither is taken",
      changes: {
        folders: {
          [byHost]: [
            "com.apple.screensaver.00000000-1111-4222-8333-444444444444.plist",
            "com.apple.screensaver.00000000-1111-4222-8333-555555555555.plist",
          ],
        },
      },
      expected: lock(undefined, 600, 120),
    },
    {
      title: "the display never goes dark on AC power",
      changes: { commands: { "pmset-g-custom": pmset(5, 0) } },
      expected: lock(300, null, 300),
    },
    {
      title: "the file of the power settings lags behind what is in force",
      changes: {
        files: { [powerFile]: plist({ "AC Power": { "Display Sleep Timer": 1 }, "Battery Power": { "Display Sleep Timer": 1 } }) },
        commands: { "pmset-g-custom": pmset(3, 20) },
      },
      expected: lock(300, 1200, 180),
    },
    {
      title: "what the company prescribes for the screen saver cannot be read: the user's own setting may not be in force",
      changes: { files: { "/Library/Managed Preferences/com.apple.screensaver.plist": { outcome: "denied" } } },
      expected: lock(undefined, 600, 120),
    },
    {
      title: "a Mac without a battery",
      changes: { commands: { "pmset-g-custom": "AC Power:\n displaysleep         30\n", "system_profiler-json": report({ name: "Mac mini" }) } },
      expected: lock(300, 1800, undefined),
    },
    {
      title: "pmset's part for the battery of a MacBook was cut off",
      changes: { commands: { "pmset-g-custom": "AC Power:\n displaysleep         10\n" } },
      expected: "unknown:unparsed",
    },
    {
      title: "pmset does not say when the display goes dark on battery: not the same as a Mac without one",
      changes: {
        commands: { "pmset-g-custom": "Battery Power:\n lessbright           1\nAC Power:\n displaysleep         10\n" },
      },
      expected: "unknown:unparsed",
    },
    {
      title: "the company prescribes: the user's settings do not count",
      changes: {
        files: {
          ...managed("com.apple.screensaver", { askForPassword: 1, askForPasswordDelay: 5, idleTime: 600 }, true),
          [saverFile]: plist({ idleTime: 60 }),
        },
        commands: delay("is off"),
      },
      expected: lock(605, 605, 125),
    },
    {
      title: "the company prescribes a password and leaves the delay to the user",
      changes: { files: managed("com.apple.screensaver", { askForPassword: true }), commands: delay("delay is 3600 seconds") },
      expected: lock(3900, 4200, 3720),
    },
    {
      title: "the company prescribes no password",
      changes: { files: managed("com.apple.screensaver", { askForPassword: false }) },
      expected: lock(null, null, null),
    },
    {
      title: "pmset does not answer: its file may lag behind",
      changes: { commands: { "pmset-g-custom": { outcome: "timeout" } } },
      expected: "unknown:timeout",
    },
    {
      title: "sysadminctl ends with an error",
      changes: { commands: { "sysadminctl-screenLock": { code: 1, stderr: "error\n" } } },
      expected: "unknown:failed",
    },
  ],
  badDays: { source: { command: "sysadminctl-screenLock" }, expected: allUnparsed },
};

const versionFile = "/System/Library/CoreServices/SystemVersion.plist";
export const osRelease: Matrix<"os-release"> = {
  cases: [
    { title: "macOS 15", expected: { product: "macos", version: "15.7.9", name: "macOS 15.7.9", build: "24G900", supportEnd: null } },
    { title: "macOS 26", changes: { files: { [versionFile]: systemVersion("26.1", "25B78") } }, expected: { product: "macos", version: "26.1" } },
    {
      title: "an old one",
      changes: { files: { [versionFile]: plist({ ProductName: "Mac OS X", ProductVersion: "10.15.7", ProductBuildVersion: "19H2" }) } },
      expected: { product: "macos", version: "10.15.7" },
    },
    {
      title: "another product",
      changes: { files: { [versionFile]: plist({ ProductName: "iPhone OS", ProductVersion: "18.1" }) } },
      expected: "unknown:unparsed",
    },
    {
      title: "no number",
      changes: { files: { [versionFile]: plist({ ProductName: "macOS", ProductVersion: "Sequoia" }) } },
      expected: "unknown:unparsed",
    },
  ],
  badDays: { source: { file: versionFile }, expected: fileDays },
};

const updateFile = "/Library/Preferences/com.apple.SoftwareUpdate.plist";
const responseFile = "/System/Cryptexes/OS/System/Library/CoreServices/SystemVersion.plist";
const updates = (more: Parameters<typeof softwareUpdate>[0]): Changes => ({ files: { [updateFile]: softwareUpdate(more) } });
const offered = (name: string, version: string, kind: string) => ({
  "Display Name": name,
  "Display Version": version,
  Identifier: `MSU_UPDATE_${kind}`,
  MobileSoftwareUpdate: true,
});
export const pendingUpdates: Matrix<"pending-updates"> = {
  cases: [
    {
      title: "nothing to install",
      expected: {
        manager: "softwareupdate",
        total: 0,
        security: 0,
        names: [],
        listsAt: "2026-11-22T22:10:05.000Z",
        lastInstalledAt: "2026-08-25T11:00:00.000Z",
      },
    },
    {
      title: "tools and Safari are renewed on a system that is not",
      changes: {
        files: {
          [versionFile]: { text: systemVersion("15.0"), modifiedAt: "2024-09-03T07:00:00.000Z" },
          "/Library/Receipts/InstallHistory.plist": plist([
            { date: new Date("2024-09-20T11:00:00Z"), displayName: "macOS Sequoia 15.0", displayVersion: "15.0", processName: "softwareupdated" },
            { date: new Date("2026-11-20T11:00:00Z"), displayName: "Safari", displayVersion: "18.6", processName: "softwareupdated" },
          ]),
        },
      },
      expected: { total: 0, lastInstalledAt: "2024-09-20T11:00:00.000Z" },
    },
    {
      title: "files without a true date, and no history: the age is not known",
      changes: {
        files: {
          [versionFile]: { text: systemVersion("15.7.9"), modifiedAt: "2020-01-01T08:00:00.000Z" },
          "/Library/Receipts/InstallHistory.plist": { outcome: "denied" },
        },
      },
      expected: { total: 0, lastInstalledAt: null },
    },
    {
      title: "a fix, a browser and the next yearly release",
      changes: updates({
        LastUpdatesAvailable: 3,
        RecommendedUpdates: [
          offered("macOS Tahoe 26.1", "26.1", "25B78_full_26.1_major"),
          offered("macOS Sequoia 15.7.10", "15.7.10", "24G910_patch_15.7.10_minor"),
          offered("Safari", "26.1", "x"),
        ],
      }),
      expected: { total: 3, security: 2, names: ["macOS Sequoia 15.7.10", "Safari 26.1", "macOS Tahoe 26.1"] },
    },
    {
      title: "tools for developers",
      changes: updates({ LastUpdatesAvailable: 1, RecommendedUpdates: [offered("Command Line Tools for Xcode", "17.0", "clt")] }),
      expected: { total: 1, security: 0, names: ["Command Line Tools for Xcode 17.0"] },
    },
    {
      title: "a security response for the version that runs",
      changes: updates({ LastUpdatesAvailable: 1, RecommendedUpdates: [offered("macOS Security Response 15.7.9 (a)", "15.7.9 (a)", "rsr")] }),
      expected: { total: 1, security: 1 },
    },
    {
      title: "what the list offers is installed already",
      changes: updates({ LastUpdatesAvailable: 1, RecommendedUpdates: [offered("macOS Sequoia 15.7.9", "15.7.9", "24G900_patch_15.7.9_minor")] }),
      expected: { total: 0, security: 0 },
    },
    {
      title: "the same version was published again with a newer build",
      changes: updates({ LastUpdatesAvailable: 1, RecommendedUpdates: [offered("macOS Sequoia 15.7.9", "15.7.9", "24G901_patch_15.7.9_minor")] }),
      expected: { total: 1, security: 1 },
    },
    {
      title: "a security response for an older version came with the newer one",
      changes: updates({ LastUpdatesAvailable: 1, RecommendedUpdates: [offered("macOS Security Response 15.7.8 (a)", "15.7.8 (a)", "rsr")] }),
      expected: { total: 0, security: 0 },
    },
    {
      title: "the security response is installed",
      changes: {
        files: {
          [updateFile]: softwareUpdate({
            LastUpdatesAvailable: 1,
            RecommendedUpdates: [offered("macOS Security Response 15.7.9 (a)", "15.7.9 (a)", "rsr")],
          }),
          [responseFile]: plist({ ProductVersion: "15.7.9", ProductVersionExtra: "(a)" }),
        },
      },
      expected: { total: 0, security: 0 },
    },
    {
      title: "the installed response belongs to another version",
      changes: {
        files: {
          [updateFile]: softwareUpdate({
            LastUpdatesAvailable: 1,
            RecommendedUpdates: [offered("macOS Security Response 15.7.9 (a)", "15.7.9 (a)", "rsr")],
          }),
          [responseFile]: plist({ ProductVersion: "15.7.8", ProductVersionExtra: "(a)" }),
        },
      },
      expected: { total: 1, security: 1 },
    },
    {
      title: "Safari of the list is installed",
      changes: updates({ LastUpdatesAvailable: 1, RecommendedUpdates: [offered("Safari", "18.6", "x")] }),
      expected: { total: 0, security: 0 },
    },
    {
      title: "Safari cannot be read, and the history does not know this version: it waits",
      changes: {
        files: {
          [updateFile]: softwareUpdate({ LastUpdatesAvailable: 1, RecommendedUpdates: [offered("Safari", "18.6", "x")] }),
          "/Applications/Safari.app/Contents/Info.plist": { outcome: "denied" },
        },
      },
      expected: { total: 1, security: 1 },
    },
    {
      title: "definitions that the history knows",
      changes: updates({
        LastUpdatesAvailable: 2,
        RecommendedUpdates: [offered("XProtectPlistConfigData", "5324", "x"), offered("XProtectPayloads", "157", "y")],
      }),
      expected: { total: 1, security: 0, names: ["XProtectPayloads 157"] },
    },
    {
      title: "a version that no number can be made of waits",
      changes: updates({ LastUpdatesAvailable: 1, RecommendedUpdates: [offered("Safari", "18.6b", "x")] }),
      expected: { total: 1, security: 1 },
    },
    {
      title: "the newer scan counts",
      changes: updates({ LastSuccessfulMSUScanDate: new Date("2026-11-23T01:00:00Z") }),
      expected: { listsAt: "2026-11-23T01:00:00.000Z" },
    },
    {
      title: "the date of system data says nothing of this list",
      changes: updates({ LastBackgroundSuccessfulDate: new Date("2026-11-23T05:00:00Z") }),
      expected: { listsAt: "2026-11-22T22:10:05.000Z" },
    },
    { title: "it never searched", changes: { files: { [updateFile]: plist({ RecommendedUpdates: [] }) } }, expected: "unknown:stale" },
    {
      title: "a number without a list",
      changes: { files: { [updateFile]: plist({ LastSuccessfulDate: new Date("2026-11-22T22:10:05Z"), LastUpdatesAvailable: 2 }) } },
      expected: "unknown:unparsed",
    },
    {
      title: "an empty list beside a number",
      changes: {
        files: {
          ...updates({ LastUpdatesAvailable: 2 }).files,
          [versionFile]: { text: systemVersion("15.3"), modifiedAt: "2026-10-01T07:00:00.000Z" },
        },
      },
      expected: "unknown:unparsed",
    },
    {
      title: "an empty list beside the number that macOS 15.4 and later do not keep",
      changes: updates({ LastUpdatesAvailable: 2 }),
      expected: { total: 0 },
    },
    {
      title: "fewer in the list than are recommended",
      changes: updates({ LastUpdatesAvailable: 2, LastRecommendedUpdatesAvailable: 2, RecommendedUpdates: [offered("Safari", "26.1", "x")] }),
      expected: "unknown:unparsed",
    },
    {
      title: "only optional ones are counted",
      changes: updates({ LastUpdatesAvailable: 1, LastRecommendedUpdatesAvailable: 0 }),
      expected: { total: 0 },
    },
    {
      title: "a fix of macOS without a name",
      changes: updates({
        LastUpdatesAvailable: 1,
        RecommendedUpdates: [{ Identifier: "MSU_UPDATE_24G910_patch_15.7.10_minor", MobileSoftwareUpdate: true }],
      }),
      expected: { total: 1, security: 1 },
    },
    {
      title: "no number and no list",
      changes: { files: { [updateFile]: plist({ LastSuccessfulDate: new Date("2026-11-22T22:10:05Z") }) } },
      expected: "unknown:unparsed",
    },
    {
      title: "without the history of installations: the day of the build",
      changes: { files: { "/Library/Receipts/InstallHistory.plist": { outcome: "denied" } } },
      expected: { lastInstalledAt: "2026-08-20T07:00:00.000Z" },
    },
  ],
  badDays: { source: { file: updateFile }, expected: fileDays },
};

export const automaticUpdates: Matrix<"automatic-updates"> = {
  cases: [
    { title: "what is not set is on", expected: { enabled: true, mechanism: "softwareupdate", pausedUntil: null } },
    ...(
      ["AutomaticCheckEnabled", "AutomaticDownload", "CriticalUpdateInstall", "ConfigDataInstall", "AutomaticallyInstallMacOSUpdates"] as const
    ).map((key) => ({
      title: `${key} is off`,
      changes: updates({ [key]: false }),
      expected: { enabled: false },
    })),
    {
      title: "the company prescribes on",
      changes: {
        files: { [updateFile]: softwareUpdate({ AutomaticDownload: false }), ...managed("com.apple.SoftwareUpdate", { AutomaticDownload: true }) },
      },
      expected: { enabled: true },
    },
    {
      title: "the company prescribes off",
      changes: { files: managed("com.apple.SoftwareUpdate", { CriticalUpdateInstall: false }) },
      expected: { enabled: false },
    },
    {
      title: "the company hides fixes for 60 days",
      changes: {
        files: managed("com.apple.applicationaccess", { forceDelayedSoftwareUpdates: true, enforcedSoftwareUpdateMinorOSDeferredInstallDelay: 60 }),
      },
      expected: { enabled: true, deferredDays: 60 },
    },
    {
      title: "the company hides fixes and does not say for how long",
      changes: { files: managed("com.apple.applicationaccess", { forceDelayedSoftwareUpdates: true }) },
      expected: { deferredDays: 30 },
    },
    {
      title: "only the next yearly release is hidden",
      changes: {
        files: managed("com.apple.applicationaccess", {
          forceDelayedMajorSoftwareUpdates: true,
          enforcedSoftwareUpdateMajorOSDeferredInstallDelay: 90,
        }),
      },
      expected: { enabled: true, deferredDays: null },
    },
    {
      title: "Safari is hidden longer than macOS",
      changes: {
        files: managed("com.apple.applicationaccess", {
          forceDelayedSoftwareUpdates: true,
          enforcedSoftwareUpdateDelay: 5,
          forceDelayedAppSoftwareUpdates: true,
          enforcedSoftwareUpdateNonOSDeferredInstallDelay: 20,
        }),
      },
      expected: { deferredDays: 20 },
    },
    {
      title: "the company forbids security responses",
      changes: { files: managed("com.apple.applicationaccess", { allowRapidSecurityResponseInstallation: false }, true) },
      expected: { enabled: false },
    },
    {
      title: "what the company restricts cannot be read",
      changes: { files: { "/Library/Managed Preferences/com.apple.applicationaccess.plist": { outcome: "denied" } } },
      expected: "unknown:denied",
    },
    {
      title: "a server of the company",
      changes: { files: managed("com.apple.SoftwareUpdate", { CatalogURL: "https://updates.kaisha.example/index.sucatalog" }) },
      expected: { enabled: true, companyServer: "named" },
    },
    { title: "Apple's own server, nothing hidden", expected: { companyServer: null, deferredDays: null } },
    { title: "old numbers for switches", changes: updates({ AutomaticDownload: 0 }), expected: { enabled: false } },
    { title: "a switch that is none", changes: updates({ AutomaticDownload: "maybe" }), expected: "unknown:unparsed" },
    {
      title: "what the company prescribes cannot be read",
      changes: { files: { "/Library/Managed Preferences/com.apple.SoftwareUpdate.plist": { outcome: "denied" } } },
      expected: "unknown:denied",
    },
  ],
  badDays: { source: { file: updateFile }, expected: fileDays },
};

export const restartPending: Matrix<"restart-pending"> = { cases: [{ title: "macOS has no such state", expected: "not-applicable:os" }] };

const chrome = "/Applications/Google Chrome.app/Contents/Info.plist";
export const browsers: Matrix<"browsers"> = {
  cases: [
    {
      title: "Safari and Chrome",
      expected: {
        browsers: [
          { name: "safari", version: "18.6", waiting: null },
          { name: "chrome", version: "143.0.7499.41", waiting: null },
        ],
      },
    },
    {
      title: "Firefox of one user, Safari in its sealed volume alone",
      changes: {
        files: {
          "/Applications/Safari.app/Contents/Info.plist": null,
          [chrome]: null,
          "/Users/hana/Applications/Firefox.app/Contents/Info.plist": plist({ CFBundleShortVersionString: "140.5.0" }),
        },
      },
      expected: {
        browsers: [
          { name: "safari", version: "18.6", waiting: null },
          { name: "firefox", version: "140.5.0", waiting: null },
        ],
      },
    },
    {
      title: "an old Chrome of the user beside the new one of all",
      changes: { files: { "/Users/hana/Applications/Google Chrome.app/Contents/Info.plist": plist({ CFBundleShortVersionString: "98.0.4758.80" }) } },
      expected: {
        browsers: [
          { name: "safari", version: "18.6", waiting: null },
          { name: "chrome", version: "143.0.7499.41", waiting: null },
          { name: "chrome", version: "98.0.4758.80", waiting: null },
        ],
      },
    },
    {
      title: "a version that is none",
      changes: { files: { [chrome]: plist({ CFBundleShortVersionString: "newest" }) } },
      expected: "unknown:unparsed",
    },
  ],
  badDays: {
    source: { file: chrome },
    expected: { ...fileDays, "tool-missing": { browsers: [{ name: "safari", version: "18.6", waiting: null }] } },
  },
};

const alf = "/Library/Preferences/com.apple.alf.plist";
const filter = (active: boolean) => ({
  active,
  services: [{ name: "macOS application firewall", active, scope: "all" as const }],
  excludedInterfaces: [],
});
const before15 = (state: Plain): Changes => ({
  files: { [versionFile]: systemVersion("14.8.9"), [alf]: plist(state) },
  commands: { "system_profiler-json": { outcome: "timeout" } },
});
export const firewall: Matrix<"firewall"> = {
  cases: [
    { title: "on, macOS 15", expected: filter(true) },
    { title: "off, macOS 15", changes: { commands: { "system_profiler-json": report({ firewall: "allow_all" }) } }, expected: filter(false) },
    { title: "everything is kept out", changes: { commands: { "system_profiler-json": report({ firewall: "block_all" }) } }, expected: filter(true) },
    { title: "on, macOS 14", changes: before15({ globalstate: 1 }), expected: filter(true) },
    { title: "everything is kept out, macOS 14", changes: before15({ globalstate: 2 }), expected: filter(true) },
    { title: "off, macOS 14", changes: before15({ globalstate: 0 }), expected: filter(false) },
    { title: "not loaded, macOS 14", changes: before15({ globalstate: 1, firewallunload: 1 }), expected: filter(false) },
    {
      title: "the company switches it off by a profile, whatever its settings say",
      changes: { files: managed("com.apple.security.firewall", { EnableFirewall: false }) },
      expected: filter(false),
    },
    {
      title: "the company asks for it, and it is off all the same",
      changes: {
        files: managed("com.apple.security.firewall", { EnableFirewall: true }),
        commands: { "system_profiler-json": report({ firewall: "allow_all" }) },
      },
      expected: filter(false),
    },
    { title: "a state that is not known, macOS 14", changes: before15({ globalstate: 7 }), expected: "unknown:unparsed" },
    {
      title: "a file left over from before the upgrade says nothing",
      changes: { files: { [alf]: plist({ globalstate: 1 }) }, commands: { "system_profiler-json": report({ firewall: "allow_all" }) } },
      expected: filter(false),
    },
    {
      title: "a word that is not known",
      changes: { commands: { "system_profiler-json": report({ firewall: "learning" }) } },
      expected: "unknown:unparsed",
    },
  ],
  badDays: { source: { command: "system_profiler-json" }, expected: allUnparsed },
};

const open = (...rows: readonly string[]): Changes => ({ commands: { "netstat-an": sockets(...rows) } });
export const listeningServices: Matrix<"listening-services"> = {
  cases: [
    { title: "only this Mac itself", expected: { examined: 1, exposed: [] } },
    {
      title: "two services",
      changes: open(listen("*.22"), listen("127.0.0.1.631"), listen("192.0.2.77.8080")),
      expected: {
        examined: 3,
        exposed: [
          { protocol: "tcp", address: "0.0.0.0", port: 22 },
          { protocol: "tcp", address: "192.0.2.77", port: 8080 },
        ],
      },
    },
    {
      title: "rows of other protocols have the same form",
      changes: open(listen("127.0.0.1.631"), "icm6       0      0  *.*                    *.*                               "),
      expected: { examined: 1, exposed: [] },
    },
    { title: "a row of something else", changes: open("warning: kernel busy", listen("127.0.0.1.631")), expected: "unknown:unparsed" },
    {
      title: "a row that lost its first letter",
      changes: open("cp4        0      0  *.22                   *.*                    LISTEN     "),
      expected: "unknown:unparsed",
    },
    { title: "nothing waits", changes: open(), expected: { examined: 0, exposed: [] } },
    {
      title: "clients and helpers of UDP do not count, a service does",
      changes: open(
        "udp4       0      0  *.5353                 *.*                               ",
        "udp4       0      0  *.61000                *.*                               ",
        "udp6       0      0  *.3283                 *.*                               ",
      ),
      expected: { examined: 3, exposed: [{ protocol: "udp", address: "::", port: 3283 }] },
    },
  ],
  badDays: { source: { command: "netstat-an" }, expected: allUnparsed },
};

const service = (
  kind: "ssh" | "screen-sharing" | "file-sharing" | "remote-management" | "printer-sharing" | "internet-sharing",
  name: string,
  on: boolean,
) => ({ kind, name, on });
const ways = (on: { readonly ssh?: boolean; readonly screen?: boolean; readonly internet?: boolean } = {}) => ({
  services: [
    service("ssh", "Remote Login", on.ssh ?? false),
    service("screen-sharing", "Screen Sharing", on.screen ?? false),
    service("file-sharing", "File Sharing", false),
    service("remote-management", "Remote Management and Apple Events", false),
    service("printer-sharing", "Printer Sharing", false),
    service("internet-sharing", "Internet Sharing", on.internet ?? false),
  ],
});
const nat = "/Library/Preferences/SystemConfiguration/com.apple.nat.plist";
const labels = (text: string): NonNullable<Changes["commands"]> => ({ "netstat-an": { outcome: "denied" }, "launchctl-print-disabled": text });
export const remoteAccess: Matrix<"remote-access"> = {
  cases: [
    { title: "all off", expected: ways() },
    { title: "remote login and screen sharing", changes: open(listen("*.22"), listen("*.5900")), expected: ways({ ssh: true, screen: true }) },
    {
      title: "internet sharing",
      changes: { files: { [nat]: plist({ NAT: { Enabled: 1, SharingDevices: ["en0"] } }) } },
      expected: ways({ internet: true }),
    },
    { title: "internet sharing was on once", changes: { files: { [nat]: plist({ NAT: { Enabled: 0 } }) } }, expected: ways() },
    {
      title: "the sockets cannot be read: launchd is asked",
      changes: { commands: labels('\tdisabled services = {\n\t\t"com.openssh.sshd" => enabled\n\t\t"com.apple.screensharing" => true\n\t}\n') },
      expected: {
        services: [
          service("ssh", "Remote Login", true),
          service("screen-sharing", "Screen Sharing", false),
          service("file-sharing", "File Sharing", false),
          service("remote-management", "Remote Management and Apple Events", false),
          service("internet-sharing", "Internet Sharing", false),
        ],
      },
    },
    {
      title: "launchd's list has a line that is not known",
      changes: { commands: labels('\tdisabled services = {\n\t\t"com.openssh.sshd" => enabled\n\t\tsomething new\n\t}\n') },
      expected: "unknown:unparsed",
    },
    {
      title: "launchd says that all is off: it does not know of every way in",
      changes: { commands: labels("\tdisabled services = {\n\t}\n") },
      expected: "unknown:denied",
    },
    { title: "internet sharing may not be read, all else is off", changes: { files: { [nat]: { outcome: "denied" } } }, expected: "unknown:denied" },
    {
      title: "internet sharing may not be read, and remote login is on",
      changes: { ...open(listen("*.22")), files: { [nat]: { outcome: "denied" } } },
      expected: { services: ways({ ssh: true }).services.filter(({ kind }) => kind !== "internet-sharing") },
    },
    {
      title: "neither can be read",
      changes: { commands: { "netstat-an": { outcome: "denied" }, "launchctl-print-disabled": { outcome: "timeout" } } },
      expected: "unknown:timeout",
    },
  ],
  badDays: {
    changes: { commands: labels('\tdisabled services = {\n\t\t"com.openssh.sshd" => enabled\n\t}\n') },
    source: { command: "launchctl-print-disabled" },
    expected: allUnparsed,
  },
};

const xprotect = { name: "XProtect", state: "on" as const, definitionsAt: "2026-11-21T03:00:00.000Z", upToDate: null };
const health = (more: Readonly<Record<string, unknown>>) =>
  JSON.stringify({
    licensed: true,
    realTimeProtectionEnabled: { value: true },
    passiveModeEnabled: { value: false },
    definitionsUpdated: "1795305600000",
    ...more,
  });
const defenderApp = { "/Applications/Microsoft Defender.app/Contents/MacOS/wdavdaemonclient": "" };
const defender = (state: "on" | "off" | "passive" | "expired") => ({
  name: "Microsoft Defender for Endpoint",
  state,
  definitionsAt: "2026-11-22T00:00:00.000Z",
  upToDate: null,
});
const bundle = "/Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info.plist";
export const antivirus: Matrix<"antivirus"> = {
  cases: [
    { title: "XProtect alone, as old as its last installation", expected: { products: [xprotect] } },
    {
      title: "XProtect as old as its bundle",
      changes: { files: { "/Library/Receipts/InstallHistory.plist": null } },
      expected: { products: [{ ...xprotect, definitionsAt: "2026-11-19T01:00:00.000Z" }] },
    },
    {
      title: "the bundle that is delivered apart is newer",
      changes: {
        files: {
          "/Library/Receipts/InstallHistory.plist": null,
          "/var/protected/xprotect/XProtect.bundle/Contents/Info.plist": { text: plist({}), modifiedAt: "2026-11-20T01:00:00.000Z" },
        },
      },
      expected: { products: [{ ...xprotect, definitionsAt: "2026-11-20T01:00:00.000Z" }] },
    },
    {
      title: "Defender",
      changes: { files: defenderApp, commands: { "mdatp-health-macos": health({}) } },
      expected: { products: [xprotect, defender("on")] },
    },
    {
      title: "Defender, expired: it does not count",
      changes: { files: defenderApp, commands: { "mdatp-health-macos": health({ productExpiration: "1794000000000" }) } },
      expected: { products: [xprotect, defender("expired")] },
    },
    {
      title: "SentinelOne, off",
      changes: {
        files: { "/Library/Sentinel/sentinel-agent.bundle/Contents/MacOS/sentinelctl": "" },
        commands: { sentinelctl: "Agent\n   Ready:        yes\n   Protection:   disabled\n" },
      },
      expected: { products: [xprotect, { name: "SentinelOne", state: "off", definitionsAt: null, upToDate: null }] },
    },
    {
      title: "Defender does not answer: XProtect still guards",
      changes: { files: defenderApp, commands: { "mdatp-health-macos": { outcome: "timeout" } } },
      expected: { products: [xprotect] },
    },
    {
      title: "CrowdStrike alone can be asked by root only",
      changes: { files: { [bundle]: null, "/Applications/Falcon.app/Contents/Resources/falconctl": "" } },
      expected: "unknown:denied",
    },
    {
      title: "nothing is there",
      changes: { files: { [bundle]: null, "/var/protected/xprotect/XProtect.bundle/Contents/Info.plist": null } },
      expected: "unknown:failed",
    },
  ],
  badDays: {
    changes: {
      files: { ...defenderApp, [bundle]: null, "/var/protected/xprotect/XProtect.bundle/Contents/Info.plist": null },
      commands: { "mdatp-health-macos": health({}) },
    },
    source: { command: "mdatp-health-macos" },
    // Without XProtect's bundle, which every Mac has, that comes first.
    expected: everyDay("unknown:failed" as const),
  },
};

const protections = (sip: "on" | "partial" | "off", gatekeeper: "on" | "off") => ({
  protections: [
    { id: "sip" as const, state: sip },
    { id: "gatekeeper" as const, state: gatekeeper },
  ],
});
const policyFile = "/var/db/SystemPolicyConfiguration/SystemPolicy-prefs.plist";
export const osProtection: Matrix<"os-protection"> = {
  cases: [
    { title: "both on", expected: protections("on", "on") },
    { title: "SIP is off", changes: { commands: { "system_profiler-json": report({ integrity: "disabled" }) } }, expected: protections("off", "on") },
    {
      title: "a configuration of its own",
      changes: {
        commands: {
          "system_profiler-json": report({ integrity: "other" }),
          "csrutil-status": "System Integrity Protection status: unknown (Custom Configuration).\n\nConfiguration:\n\tKext Signing: enabled\n",
        },
      },
      expected: protections("partial", "on"),
    },
    {
      title: "enabled in name, with parts switched off",
      changes: {
        commands: {
          "system_profiler-json": report({ integrity: "other" }),
          "csrutil-status":
            "System Integrity Protection status: enabled (Custom Configuration).\n\nConfiguration:\n\tKext Signing: enabled\n\tFilesystem Protections: disabled\n",
        },
      },
      expected: protections("partial", "on"),
    },
    {
      title: "the report says enabled, csrutil says that parts are off",
      changes: {
        commands: {
          "csrutil-status":
            "System Integrity Protection status: enabled (Custom Configuration).\n\nConfiguration:\n\tKext Signing: enabled\n\tDebugging Restrictions: disabled\n",
        },
      },
      expected: protections("partial", "on"),
    },
    {
      title: "csrutil does not answer: the report's word remains",
      changes: { commands: { "csrutil-status": { outcome: "timeout" } } },
      expected: protections("on", "on"),
    },
    { title: "Gatekeeper is off", changes: { files: { [policyFile]: plist({ enabled: "no" }) } }, expected: protections("on", "off") },
    { title: "Gatekeeper was never changed", changes: { files: { [policyFile]: null } }, expected: protections("on", "on") },
    {
      title: "its settings are in neither place, and it is off",
      changes: { files: { [policyFile]: null }, commands: { "spctl-status": { stdout: "assessments disabled\n", code: 1 } } },
      expected: protections("on", "off"),
    },
    {
      title: "the company switched it off by a profile: its settings say nothing of it",
      changes: { files: { "/Library/Managed Preferences/com.apple.systempolicy.control.plist": plist({ EnableAssessment: false }) } },
      expected: protections("on", "off"),
    },
    {
      title: "off in the older place",
      changes: { files: { [policyFile]: null, "/var/db/SystemPolicy-prefs.plist": plist({ enabled: "no" }) } },
      expected: protections("on", "off"),
    },
    {
      title: "the settings may not be read: spctl is asked",
      changes: { files: { [policyFile]: { outcome: "denied" } }, commands: { "spctl-status": { stdout: "assessments disabled\n", code: 1 } } },
      expected: protections("on", "off"),
    },
    {
      title: "spctl gives two answers",
      changes: { files: { [policyFile]: { outcome: "denied" } }, commands: { "spctl-status": "assessments enabled\nassessments disabled\n" } },
      expected: "unknown:unparsed",
    },
    {
      title: "SIP cannot be read: Gatekeeper alone would look like everything",
      changes: { commands: { "system_profiler-json": { outcome: "timeout" }, "csrutil-status": { outcome: "denied" } } },
      expected: "unknown:denied",
    },
  ],
  badDays: {
    changes: { commands: { "system_profiler-json": { outcome: "timeout" } } },
    source: { command: "csrutil-status" },
    expected: allUnparsed,
  },
};

const login = "/Library/Preferences/com.apple.loginwindow.plist";
export const accounts: Matrix<"accounts"> = {
  cases: [
    { title: "an ordinary user", expected: { administrator: false, autoLogin: false, guest: false, passwordMinLength: null, biometrics: null } },
    { title: "an administrator", changes: { groupIds: [20, 12, 80] }, expected: { administrator: true } },
    { title: "automatic login", changes: { files: { [login]: plist({ autoLoginUser: "hana" }) } }, expected: { autoLogin: true, guest: false } },
    { title: "guests may sign in", changes: { files: { [login]: plist({ GuestEnabled: 1 }) } }, expected: { guest: true } },
    {
      title: "the company forbids guests and prescribes passwords",
      changes: {
        files: {
          [login]: plist({ GuestEnabled: true }),
          ...managed("com.apple.loginwindow", { DisableGuestAccount: true }),
          ...managed("com.apple.mobiledevice.passwordpolicy", { minLength: 12 }),
        },
      },
      expected: { guest: false, passwordMinLength: 12 },
    },
    {
      title: "a list of groups that is full may lack one",
      changes: { groupIds: Array.from({ length: 16 }, (_, place) => 200 + place) },
      expected: "unknown:failed",
    },
    { title: "no groups", changes: { groupIds: [] }, expected: "unknown:failed" },
  ],
  badDays: { source: { file: login }, expected: everyDay({ administrator: false, autoLogin: null, guest: null }) },
};

const mac = { manufacturer: "Apple Inc.", model: "MacBookPro18,3", serial: "EXMPL0417A", assetTag: null, chassis: "Notebook", virtual: null };
const namelessMac = {
  hostname: "hana-laptop",
  user: "hana",
  manufacturer: null,
  model: null,
  serial: null,
  assetTag: null,
  chassis: null,
  virtual: null,
};
export const deviceIdentity: Matrix<"device-identity"> = {
  cases: [
    { title: "a company laptop", expected: { hostname: "hana-laptop", user: "hana", ...mac } },
    {
      title: "a virtual machine",
      changes: { commands: { "system_profiler-json": report({ model: "VirtualMac2,1" }) } },
      expected: { manufacturer: null, model: "VirtualMac2,1", virtual: "Apple Virtualization" },
    },
  ],
  // A field that cannot be read is null; the identity stays known.
  badDays: { source: { command: "system_profiler-json" }, expected: everyDay(namelessMac) },
};

const domainFolder = "/Library/Preferences/OpenDirectory/Configurations/Active Directory";
export const management: Matrix<"management"> = {
  cases: [
    { title: "enrolled", expected: { join: "none", mdm: true, server: null } },
    {
      title: "a private Mac",
      changes: { commands: { "profiles-status-enrollment": "Enrolled via DEP: No\nMDM enrollment: No\n" } },
      expected: { join: "none", mdm: false, server: null },
    },
    { title: "joined to a domain", changes: { folders: { [domainFolder]: ["EXAMPLE.plist"] } }, expected: { join: "domain", mdm: true } },
    { title: "whether it is joined may not be read", changes: { folders: { [domainFolder]: { outcome: "denied" } } }, expected: "unknown:denied" },
    { title: "an error", changes: { commands: { "profiles-status-enrollment": { code: 1, stderr: "profiles: no\n" } } }, expected: "unknown:failed" },
  ],
  badDays: { source: { command: "profiles-status-enrollment" }, expected: allUnparsed },
};

export const session: Matrix<"session"> = {
  cases: [
    { title: "in front of it", expected: { remote: "none", virtual: null } },
    { title: "by ssh", changes: { environment: { SSH_CONNECTION: "192.0.2.5 50000 192.0.2.77 22" } }, expected: { remote: "ssh" } },
    {
      title: "in a virtual machine",
      changes: { commands: { "system_profiler-json": report({ model: "VMware20,1" }) } },
      expected: { virtual: "VMware" },
    },
  ],
  badDays: { source: { command: "system_profiler-json" }, expected: allUnparsed },
};

const timeMachine = "/Library/Preferences/com.apple.TimeMachine.plist";
const machine = (enabled: boolean, lastAt: string | null) => ({ sources: [{ name: "Time Machine", enabled, lastAt }] });
export const backup: Matrix<"backup"> = {
  cases: [
    { title: "may not be read without full disk access", expected: "unknown:denied" },
    {
      title: "two places",
      changes: {
        files: {
          [timeMachine]: plist({
            AutoBackup: true,
            Destinations: [
              { DestinationID: "A", SnapshotDates: [new Date("2026-11-01T00:00:00Z"), new Date("2026-11-22T12:00:00Z")] },
              { DestinationID: "B", SnapshotDates: [new Date("2026-10-01T00:00:00Z")] },
            ],
          }),
        },
      },
      expected: machine(true, "2026-11-22T12:00:00.000Z"),
    },
    {
      title: "only by hand",
      changes: { files: { [timeMachine]: plist({ AutoBackup: 0, Destinations: [{ SnapshotDates: [new Date("2026-11-01T00:00:00Z")] }] }) } },
      expected: machine(false, "2026-11-01T00:00:00.000Z"),
    },
    {
      title: "switched on without a place",
      changes: { files: { [timeMachine]: plist({ AutoBackup: true, Destinations: [] }) } },
      expected: machine(false, null),
    },
    {
      title: "a place that has not had a backup yet",
      changes: { files: { [timeMachine]: plist({ AutoBackup: true, Destinations: [{ DestinationID: "A" }] }) } },
      expected: machine(true, null),
    },
    { title: "never set up", changes: { files: { [timeMachine]: null } }, expected: machine(false, null) },
  ],
  badDays: {
    changes: { files: { [timeMachine]: plist({ AutoBackup: true, Destinations: [{ DestinationID: "A" }] }) } },
    source: { file: timeMachine },
    expected: { ...fileDays, "tool-missing": machine(false, null) },
  },
};

/** vis(3) with VIS_NOSLASH, in the language C: "M-c", "M^A", "\\240". */
const inPs = (name: string) =>
  [...new TextEncoder().encode(name)]
    .map((byte) => {
      const low = byte & 0x7f;
      if (byte < 0x80) return String.fromCharCode(byte);
      if (low === 0x20) return "\\240";
      return low < 0x20 ? `M^${String.fromCharCode(low + 64)}` : low === 0x7f ? "M^?" : `M-${String.fromCharCode(low)}`;
    })
    .join("");
export const runningApps: Matrix<"running-apps"> = {
  cases: [
    { title: "nothing to look for", expected: "not-applicable:policy" },
    { title: "it runs", watchedApps: ["safari.app", "TeamViewer"], expected: { examined: 2, matched: ["safari.app"] } },
    { title: "none runs", watchedApps: ["TeamViewer"], expected: { examined: 2, matched: [] } },
    {
      title: "an app whose program has another name, and a folder that only looks so",
      watchedApps: ["Any Desk", "Other"],
      changes: { commands: { "ps-comm": "COMM\n/Applications/Any Desk.app/Contents/MacOS/ad-main\n/Users/hana/Other/run\n" } },
      expected: { examined: 2, matched: ["Any Desk"] },
    },
    {
      title: "a name in Japanese, as ps writes it without a language, and one whose letters macOS takes apart",
      watchedApps: ["ギガ共有", "がっこう"],
      changes: {
        commands: {
          "ps-comm": `COMM\n/Applications/${inPs("ギガ共有")}.app/Contents/MacOS/run\n/Applications/${"がっこう".normalize("NFD")}.app/Contents/MacOS/go\n`,
        },
      },
      expected: { examined: 2, matched: ["ギガ共有", "がっこう"] },
    },
    {
      title: "a program whose name only looks as if ps had written it so",
      watchedApps: ["M-Audio"],
      changes: { commands: { "ps-comm": "COMM\n/Applications/M-Audio.app/Contents/MacOS/run\n" } },
      expected: { examined: 1, matched: ["M-Audio"] },
    },
  ],
  badDays: {
    source: { command: "ps-comm" },
    expected: allUnparsed,
  },
};

const timed = "/var/db/timed/com.apple.timed.plist";
export const clock: Matrix<"clock"> = {
  cases: [
    { title: "whether it is kept may not be read", expected: { timeZone: "Asia/Tokyo", synchronised: null, notBefore: "2026-11-22T22:10:06.000Z" } },
    {
      title: "kept by a time server",
      changes: { files: { [timed]: plist({ TMAutomaticTimeOnlyEnabled: true }) } },
      expected: { synchronised: true },
    },
    { title: "set by hand", changes: { files: { [timed]: plist({ TMAutomaticTimeOnlyEnabled: false }) } }, expected: { synchronised: false } },
    {
      title: "no file of the system can be read",
      changes: { files: { [versionFile]: { outcome: "denied" }, [updateFile]: { outcome: "denied" } } },
      expected: { notBefore: null },
    },
  ],
  badDays: {
    changes: { files: { [timed]: plist({ TMAutomaticTimeOnlyEnabled: true }) } },
    source: { file: timed },
    expected: everyDay({ synchronised: null }),
  },
};
