import { describe, expect, it } from "vitest";
import { adminGroupsOf } from "../../../electron/probes/linux/accounts.ts";
import { parseRelease } from "../../../electron/probes/linux/aptReleaseParser.ts";
import { isMacShared, parseArp } from "../../../electron/probes/linux/arpParser.ts";
import { readDejaDup, readTimeshift } from "../../../electron/probes/linux/backup.ts";
import { installedVersions, isNewerVersion, plainVersion } from "../../../electron/probes/linux/browserFiles.ts";
import { gettySignsIn } from "../../../electron/probes/linux/displayManagers.ts";
import { gsettingsDesktops, gsettingsLockAfter } from "../../../electron/probes/linux/gsettingsLock.ts";
import { countOf, flagOf, parseGsettings, textOf } from "../../../electron/probes/linux/gsettingsParser.ts";
import { parseLoginSession } from "../../../electron/probes/linux/loginSession.ts";
import { efiFlag } from "../../../electron/probes/linux/osProtection.ts";
import { connectivityLevel, isConnectivityChecked } from "../../../electron/probes/linux/ownConnectivity.ts";
import { parsePacmanUpgrades } from "../../../electron/probes/linux/pacmanParser.ts";
import { passwordMinLength } from "../../../electron/probes/linux/passwordRules.ts";
import { proxyServer } from "../../../electron/probes/linux/proxy.ts";
import { isOwnAddress, parseResolvConf } from "../../../electron/probes/linux/resolvConfParser.ts";
import { lastValue, parseSections } from "../../../electron/probes/linux/sectionFile.ts";
import { parseChannel, xfceLockAfter } from "../../../electron/probes/linux/xfconfParser.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const none = new Map<string, string>();

describe("a dump of gsettings", () => {
  const dump = (...lines: readonly string[]) => parseGsettings(bytes(`${lines.join("\n")}\n`));
  const settings = (...lines: readonly string[]) => {
    const found = dump(...lines);
    if (!found.ok) throw new Error(found.detail);
    return found.value;
  };

  it("is whole to the end of its last line", () => {
    expect(parseGsettings(bytes("org.a b true"))).toMatchObject({ ok: false });
    expect(parseGsettings(bytes(""))).toMatchObject({ ok: false });
    expect(dump("No such schema")).toMatchObject({ ok: false });
  });

  it("says nothing where it says two things", () => {
    const twice = settings("org.a lock true", "org.a lock false", "org.a same 1", "org.a same 1");
    expect(flagOf(twice, "org.a lock")).toMatchObject({ ok: false });
    expect(countOf(twice, "org.a same")).toEqual({ ok: true, value: 1 });
  });

  it.each([
    ["300", 300],
    ["uint32 300", 300],
    ["int32 0", 0],
    ["-1", null],
    ["300 400", null],
    ["'300'", null],
    ["1e3", null],
    ["uint32 99999999999", null],
  ])("number %s: %s", (text, value) => {
    const found = countOf(settings(`org.a n ${text}`), "org.a n");
    expect(found.ok ? found.value : null).toBe(value);
  });

  it.each([
    ["'plain'", "plain"],
    ["''", ""],
    [`"it's"`, "it's"],
    ["'a\\'b\\\\c'", "a'b\\c"],
    ["true", null],
    ["'open", null],
    ["'a' 'b'", null],
  ])("text %s: %s", (text, value) => {
    const found = textOf(settings(`org.a t ${text}`), "org.a t");
    expect(found.ok ? found.value : null).toBe(value);
  });

  const lock = ["org.gnome.desktop.screensaver lock-enabled true", "org.gnome.desktop.lockdown disable-lock-screen false"];
  const times = ["org.gnome.desktop.session idle-delay uint32 300", "org.gnome.desktop.screensaver lock-delay uint32 30"];
  const all = [...lock, ...times];
  it("locks after idle and delay together, and never when any switch is against it", () => {
    const lockAfter = (...lines: readonly string[]) => gsettingsLockAfter(settings(...lines), gsettingsDesktops.gnome);
    expect(lockAfter(...all)).toEqual({ ok: true, value: 330 });
    expect(lockAfter(...times, "org.gnome.desktop.screensaver lock-enabled false", lock[1] ?? "")).toEqual({ ok: true, value: null });
    expect(lockAfter(...times, lock[0] ?? "", "org.gnome.desktop.lockdown disable-lock-screen true")).toEqual({ ok: true, value: null });
    expect(lockAfter(...lock, times[1] ?? "", "org.gnome.desktop.session idle-delay uint32 0")).toEqual({ ok: true, value: null });
  });

  it.each(all)("without the line %s nothing is said of the lock", (line) => {
    const rest = all.filter((one) => one !== line);
    expect(gsettingsLockAfter(settings(...rest), gsettingsDesktops.gnome)).toMatchObject({ ok: false });
  });
});

describe("files with sections", () => {
  it("keeps keys of one section from another, and the last file wins", () => {
    const first = parseSections("key=before\n[A]\nx = 1\n# x = 9\n;x=8\n[B]\nx=2\n");
    const second = parseSections('[A]\r\nx="3"\r\n[C\nx=7\n');
    expect(lastValue([first], "A", "x")).toBe("1");
    expect(lastValue([first, second], "A", "x")).toBe("7");
    expect(lastValue([first], "B", "x")).toBe("2");
    expect(lastValue([first], "", "key")).toBe("before");
    expect(lastValue([first], "C", "x")).toBeUndefined();
  });
});

describe("the proxy of the environment", () => {
  it.each([
    ["http://proxy.example:3128/", "proxy.example:3128"],
    ["proxy.example:3128", "proxy.example:3128"],
    ["http://user:pa:ss@proxy.example:80", "proxy.example:80"],
    ["socks5h://[fd00::1]:1080", "[fd00::1]:1080"],
    ["http://", null],
    ["two words", null],
    ["<script>", null],
  ])("%s: %s", (address, server) => {
    expect(proxyServer(address)).toBe(server);
  });
});

describe("XFCE's settings", () => {
  const channel = (inner: string) => `<?xml version="1.0"?>\n<channel name="xfce4-screensaver" version="1.0">\n${inner}</channel>\n`;
  it("never reads a part of a file", () => {
    const text = channel('<property name="lock" type="empty"><property name="enabled" type="bool" value="false"/></property>');
    const whole = parseChannel(text);
    expect(whole.ok && xfceLockAfter(whole.value, none)).toEqual({ ok: true, value: null });
    for (let end = 0; end < text.trimEnd().length; end += 1) expect(parseChannel(text.slice(0, end)).ok, `cut at ${end}`).toBe(false);
  });

  it.each([
    ["/saver/enabled", "false", null],
    ["/saver/idle-activation/enabled", "false", null],
    ["/lock/enabled", "false", null],
    ["/lock/saver-activation/enabled", "false", null],
    ["/saver/idle-activation/delay", "0", null],
    ["/saver/idle-activation/delay", "20", 1200],
    ["/lock/saver-activation/delay", "5", 600],
    ["/other", "false", 300],
  ])("%s = %s: %s seconds", (path, value, seconds) => {
    expect(xfceLockAfter(new Map([[path, value]]), none)).toEqual({ ok: true, value: seconds });
  });

  it.each(["/saver/enabled", "/lock/saver-activation/delay"])("%s with another kind of value is not read", (path) => {
    expect(xfceLockAfter(new Map([[path, "maybe"]]), none)).toMatchObject({ ok: false });
  });
});

describe("sign-in", () => {
  it.each([
    [["password requisite pam_pwquality.so minlen=12"], "", 12],
    [["password requisite pam_pwquality.so"], "minlen = 10", 10],
    [["password requisite pam_pwquality.so"], "", 8],
    [["password requisite pam_pwquality.so minlen=4"], "", 6],
    [["password requisite pam_pwquality.so"], "enforcing = 0", null],
    [["password requisite pam_pwquality.so"], "dcredit = -1\nminlen = 9", 9],
    [["password requisite pam_pwquality.so"], "dcredit = 1\nminlen = 9", null],
    [["password [success=1] pam_unix.so minlen=11"], "", 11],
    [["password [success=1] pam_unix.so"], "minlen = 20", 6],
    [["password requisite pam_passwdqc.so", "password sufficient pam_unix.so"], "", null],
    [["auth required pam_unix.so minlen=30"], "", null],
    [[], "minlen = 20", null],
  ])("the rules %j with %j accept from %s characters", (pam, quality, length) => {
    expect(passwordMinLength(pam, [parseSections(quality)])).toBe(length);
  });

  it("takes the exact group, and the exact user", () => {
    const text = "root:x:0:\nsudo:x:27:hanako\nsudoers:x:99:hana\nwheel:x:10:kenji,hana\n";
    expect(adminGroupsOf(text, [1000], "hana")).toEqual(["wheel"]);
    expect(adminGroupsOf(text, [27], "x")).toEqual(["sudo"]);
    expect(adminGroupsOf(text, [99, 2], "han")).toEqual([]);
  });

  it.each([
    ["ExecStart=-/sbin/agetty --autologin hana --noclear %I", true],
    ["ExecStart=-/sbin/agetty -a hana %I", true],
    ["# ExecStart=-/sbin/agetty --autologin hana", false],
    ["ExecStart=-/sbin/agetty -o '-p -- \\u' --noclear %I", false],
  ])("%s", (line, signs) => {
    expect(gettySignsIn([`[Service]\n${line}\n`])).toBe(signs);
  });

  const entry = (more: string) => `UID=1000\nUSER=hana\nSTATE=active\nCLASS=user\n${more}`;
  it.each([
    ["TYPE=wayland\nSEAT=seat0\nSERVICE=gdm-password\nREMOTE=0\n", "none"],
    ["TYPE=wayland\nSERVICE=gdm-password\nREMOTE=0\n", "remote-desktop"],
    ["TYPE=x11\nSERVICE=xrdp-sesman\n", "remote-desktop"],
    ["TYPE=tty\nSERVICE=sshd\nREMOTE=1\n", "ssh"],
    ["TYPE=tty\nSERVICE=login\nSEAT=seat0\nREMOTE=0\n", "none"],
    ["TYPE=tty\nSERVICE=telnet\nREMOTE=1\n", "other"],
  ])("logind's %j is %s", (more, remote) => {
    expect(parseLoginSession("2", entry(more), "hana")).toMatchObject({ id: "2", remote });
  });
  it("logind's record names the login manager and the desktop that it started", () => {
    const more = "TYPE=wayland\nSEAT=seat0\nSERVICE=sddm\nDESKTOP=plasma\n";
    expect(parseLoginSession("2", entry(more), "hana")).toEqual({ id: "2", remote: "none", service: "sddm", desktop: "plasma", type: "wayland" });
    expect(parseLoginSession("2", entry("TYPE=tty\nSEAT=seat0\n"), "hana")).toEqual({
      id: "2",
      remote: "none",
      service: "",
      desktop: "",
      type: "tty",
    });
  });
  it("other people's sessions say nothing of ours", () => {
    expect(parseLoginSession("2", entry("TYPE=x11\nSERVICE=xrdp-sesman\n"), "hanako")).toBeNull();
    expect(parseLoginSession("2", entry("").replace("CLASS=user", "CLASS=greeter"), "hana")).toBeNull();
  });
});

describe("the network", () => {
  const header = "IP address       HW type     Flags       HW address            Mask     Device\n";
  it("takes only neighbours that have answered", () => {
    const table = parseArp(
      bytes(
        `${header}10.0.0.1 0x1 0x2 AA:BB:CC:00:00:01 * eth0\n10.0.0.2 0x1 0x0 aa:bb:cc:00:00:01 * eth0\n10.0.0.3 0x1 0x2 00:00:00:00:00:00 * eth0\nnonsense\n`,
      ),
    );
    expect(table).toEqual([{ address: "10.0.0.1", interface: "eth0", mac: "aa:bb:cc:00:00:01" }]);
    expect(isMacShared(table, { interface: "eth0", address: "10.0.0.1", mac: "aa:bb:cc:00:00:01" })).toBe(false);
    expect(isMacShared(table, { interface: "eth0", address: "10.0.0.9", mac: "aa:bb:cc:00:00:01" })).toBe(true);
    expect(isMacShared(table, { interface: "eth0", address: "10.0.0.9", mac: null })).toBeNull();
  });

  it("takes name servers as resolv.conf(5) has them", () => {
    expect(
      parseResolvConf(
        "#nameserver 10.0.0.1\nnameserver\t10.0.0.2 # x\nNameserver 10.0.0.3\nnameserver fe80::1%eth0\ndomain a.example\nsearch b.example c.example\n",
      ),
    ).toEqual({
      servers: [
        { address: "10.0.0.2", interface: null },
        { address: "fe80::1", interface: "eth0" },
      ],
      searchDomains: ["b.example", "c.example"],
    });
    expect(["127.0.0.53", "127.0.1.1", "::1", "0.0.0.0"].every(isOwnAddress)).toBe(true);
    expect(["10.127.0.1", "fd00::1", "12.7.0.1"].some(isOwnAddress)).toBe(false);
  });

  it.each([
    ["[connectivity]\nuri=http://x.example/\n", true],
    ["[connectivity]\nuri=http://x.example/\ninterval=0\n", false],
    ["[connectivity]\nuri=http://x.example/\nenabled=No\n", false],
    ["[connectivity]\nuri=\n", false],
    ["[main]\nuri=http://x.example/\n", false],
    ["", false],
  ])("NetworkManager with %j checks: %s", (text, checks) => {
    expect(isConnectivityChecked([parseSections(text)])).toBe(checks);
  });

  it("never calls an answer without a check the internet", () => {
    expect(["full", "portal", "limited", "unknown"].map((word) => connectivityLevel(word as "full", false))).toEqual([null, null, null, null]);
    expect(connectivityLevel("none", false)).toBe("none");
    expect(connectivityLevel("full", true)).toBe("internet");
  });
});

describe("what is installed", () => {
  const status =
    "Package: chromium\nStatus: install ok installed\nVersion: 1:143.0.1-1\n\nPackage: chromium-common\nStatus: install ok installed\nVersion: 9\n\n";
  it("takes the exact package, installed and no pointer to a snap", () => {
    const wanted = new Set(["chromium"]);
    expect(installedVersions(status, wanted)).toEqual(new Map([["chromium", "1:143.0.1-1"]]));
    expect(installedVersions(status.replace("install ok installed", "deinstall ok config-files"), wanted).size).toBe(0);
    expect(installedVersions(status.replace("1:143.0.1-1", "2:1snap1-0ubuntu2"), wanted).size).toBe(0);
  });

  it.each([
    ["1:143.0.7499.40-1", "143.0.7499.40"],
    ["145.0.1", "145.0.1"],
    ["140.5.0esr", "140.5.0"],
    ["beta", null],
    ["", null],
    ["1.2.3.4.5.6.7", null],
  ])("%s: %s", (text, version) => {
    expect(plainVersion(text)).toBe(version);
  });

  it("compares number by number", () => {
    expect(isNewerVersion("143.0.10", "143.0.9")).toBe(true);
    expect(isNewerVersion("143.0.9", "143.0.10")).toBe(false);
    expect(isNewerVersion("143.0", "143.0.0")).toBe(false);
  });

  it.each([
    ["", "", 1, []],
    ["", "", 0, null],
    ["", "error: x\n", 1, null],
    ["a 1 -> 2\n", "", 0, ["a"]],
    ["a 1 -> 2\n", "", 1, null],
    ["a 1 -> 2\nb 1 -> ", "", 0, null],
    ["Listing...\n", "", 0, null],
  ])("pacman's %j, %j, exit %s", (stdout, stderr, code, names) => {
    const found = parsePacmanUpgrades(bytes(stdout), bytes(stderr), code);
    expect(found.ok ? found.value : null).toEqual(names);
  });

  it.each([
    ["Date: Sun, 22 Nov 2026 20:05:00 UTC", "2026-11-22T20:05:00.000Z"],
    ["Date: Sun, 22 Nov 2026 20:05:00 +0900", null],
    ["Valid-Until: Sun, 29 Nov 2026 20:05:00 UTC", null],
    ["Date: Sun, 99 Foo 2026 20:05:00 UTC", null],
    ["", null],
  ])("the archive's %j", (line, date) => {
    expect(parseRelease(`Origin: x\n${line}\n`).date).toBe(date);
  });

  it.each([
    [[6, 0, 0, 0, 1], true],
    [[6, 0, 0, 0, 0], false],
    [[6, 0, 0, 0, 2], null],
    [[1], null],
    [[6, 0, 0, 0, 1, 1], null],
  ])("the firmware's bytes %j: %s", (value, on) => {
    expect(efiFlag({ outcome: "read", bytes: Uint8Array.from(value), modifiedAt: "2026-11-23T08:00:00.000Z" })).toBe(on);
  });
});

describe("backups", () => {
  const now = new Date("2026-11-23T08:00:00Z");
  const dejaDup = (last: string, periodic = "true") =>
    readDejaDup(
      new Map([
        ["org.gnome.DejaDup periodic", periodic],
        ["org.gnome.DejaDup last-backup", `'${last}'`],
      ]),
      now,
    );
  it.each([
    ["2026-11-20T10:00:00Z", "2026-11-20T10:00:00.000Z"],
    ["2026-11-20T10:00:00.123456+09", "2026-11-20T01:00:00.123Z"],
    ["yesterday", null],
    ["", null],
    ["2030-01-01T00:00:00Z", null],
  ])("Déjà Dup's last one %j: %s", (last, at) => {
    const found = dejaDup(last);
    expect(found.ok ? found.value.lastAt : null).toBe(at);
  });

  it("Timeshift's words are strings", () => {
    const schedule = { schedule_monthly: "false", schedule_weekly: "false", schedule_daily: "false", schedule_hourly: "false" };
    expect(readTimeshift(bytes(JSON.stringify(schedule)))).toMatchObject({ ok: true, value: { enabled: false } });
    expect(readTimeshift(bytes(JSON.stringify({ ...schedule, schedule_daily: "true" })))).toMatchObject({ ok: true, value: { enabled: true } });
    expect(readTimeshift(bytes(JSON.stringify({ ...schedule, schedule_daily: true })))).toMatchObject({ ok: false });
    expect(readTimeshift(bytes("{"))).toMatchObject({ ok: false });
  });
});
