import { describe, expect, it } from "vitest";
import { parseGsettings } from "../../../electron/probes/linux/gsettingsParser.ts";
import { kdeAfterSleep, kdeLockAfter } from "../../../electron/probes/linux/kscreenlockerParser.ts";
import { parseScreenOff } from "../../../electron/probes/linux/lockers/cosmicIdle.ts";
import { gdmAnswer } from "../../../electron/probes/linux/lockers/gdm.ts";
import { parseHypridle } from "../../../electron/probes/linux/lockers/hypridle.ts";
import { readingOfRules } from "../../../electron/probes/linux/lockers/idleRules.ts";
import { commandEffect, lockProgramsIn } from "../../../electron/probes/linux/lockers/lockCommand.ts";
import { lxqtLocks } from "../../../electron/probes/linux/lockers/lxqtPower.ts";
import { shellWords } from "../../../electron/probes/linux/lockers/shellWords.ts";
import { swayidleArguments, swayidleEvents, swayidleFile } from "../../../electron/probes/linux/lockers/swayidle.ts";
import { xautolockRules, xidlehookRules } from "../../../electron/probes/linux/lockers/xIdleTools.ts";
import { parseSettings, xscreensaverLockAfter } from "../../../electron/probes/linux/lockers/xscreensaver.ts";
import { parseSections } from "../../../electron/probes/linux/sectionFile.ts";
import { xfceAfterSleep } from "../../../electron/probes/linux/xfconfParser.ts";

describe("what a command of an idle daemon does", () => {
  it.each([
    ["swaylock -f -c 000000", "lock"],
    ["/usr/bin/swaylock", "lock"],
    ["pidof hyprlock || hyprlock", "lock"],
    ["pgrep -x swaylock || swaylock -f", "lock"],
    ["exec sh -c 'i3lock -n'", "lock"],
    ["swaylock -f; swaymsg 'output * dpms off'", "lock"],
    ["playerctl pause & gtklock -d", "lock"],
    ["hyprlock && hyprctl dispatch dpms off", "lock"],
    ["loginctl lock-session", "session"],
    ["loginctl lock-sessions", "session"],
    ["xdg-screensaver lock", "session"],
    ["systemctl suspend", "suspend"],
    ["systemctl suspend-then-hibernate", "suspend"],
    ["notify-send 'The screen locks in 30 s'", "none"],
    ["echo swaylock", "none"],
    ["pidof swaylock", "none"],
    ["swaymsg 'output * power off'", "none"],
    ["brightnessctl -s set 10", "none"],
    ["loginctl list-sessions", "none"],
    ["", "none"],
    ["~/.config/sway/idle.sh", "unclear"],
    ["$HOME/bin/away", "unclear"],
    ["my-lock", "unclear"],
    ["qs ipc call lock activate", "unclear"],
    ["test -f /tmp/stay || swaylock", "unclear"],
    ["on-battery && swaylock", "unclear"],
    ["if on-battery; then swaylock; fi", "unclear"],
    ["hyprctl dispatch exec hyprlock", "unclear"],
  ])("%s: %s", (command, effect) => {
    expect(commandEffect(command)).toBe(effect);
  });
});

describe("swayidle", () => {
  const empty = { timeouts: [], beforeSleep: "", onLock: "" };
  it("reads the events of its manual", () => {
    expect(
      swayidleEvents(["timeout", "300", "swaylock", "timeout", "600", "dark", "resume", "light", "before-sleep", "swaylock -f", "lock", "l"]),
    ).toEqual({
      timeouts: [
        { seconds: 300, command: "swaylock" },
        { seconds: 600, command: "dark" },
      ],
      beforeSleep: "swaylock -f",
      onLock: "l",
    });
    expect(swayidleEvents([])).toEqual(empty);
  });
  it.each([[["timeout", "soon", "swaylock"]], [["timeout", "300"]], [["whenever", "swaylock"]], [["before-sleep"]]])("refuses %j", (words) => {
    expect(swayidleEvents(words)).toBeNull();
  });
  it("tells options from events", () => {
    expect(swayidleArguments(["swayidle", "-w", "-C", "/x", "timeout", "5", "c"])).toEqual({ config: "/x", events: ["timeout", "5", "c"] });
    expect(swayidleArguments(["swayidle", "-dwC/x", "-S", "seat0"])).toEqual({ config: "/x", events: [] });
    expect(swayidleArguments(["swayidle", "-dw"])).toEqual({ config: undefined, events: [] });
  });
  it("reads a file of one event a line, as a shell splits it", () => {
    expect(swayidleFile("# idle\n\ntimeout 300 'swaylock -f -c \"000000\"'\n")).toEqual({
      ...empty,
      timeouts: [{ seconds: 300, command: 'swaylock -f -c "000000"' }],
    });
    for (const text of ["timeout 300 $lock", "timeout 300 'swaylock", "timeout 300 `which swaylock`"]) expect(swayidleFile(text)).toBeNull();
  });
  it.each([
    ["a 'b c' d", ["a", "b c", "d"]],
    ['a "b \\" c"', ["a", 'b " c']],
    ["a\\ b ''", ["a b", ""]],
    ["'$kept'", ["$kept"]],
    ["", []],
  ])("the words of %j are %j", (line, words) => {
    expect(shellWords(line)).toEqual(words);
  });
});

describe("rules of an idle daemon", () => {
  const rules = (timeouts: readonly (readonly [number, string])[], more: { beforeSleep?: string; onLock?: string; hidden?: string } = {}) =>
    readingOfRules("daemon", "its file", {
      timeouts: timeouts.map(([seconds, command]) => ({ seconds, command })),
      beforeSleep: "",
      onLock: "",
      ...more,
    });
  const locked = (lockAfterSeconds: number | null) => [{ source: "daemon", power: "any", lockAfterSeconds }];
  it("the soonest lock counts", () => {
    expect(
      rules([
        [900, "swaylock"],
        [300, "hyprlock"],
        [60, "dark"],
      ]).mechanisms,
    ).toEqual(locked(300));
  });
  it("nothing that locks is never, and 0 seconds are no time", () => {
    expect(rules([]).mechanisms).toEqual(locked(null));
    expect(rules([[0, "swaylock"]]).mechanisms).toEqual(locked(null));
  });
  it("asking the session locks where the daemon hears it", () => {
    expect(rules([[300, "loginctl lock-session"]], { onLock: "swaylock" }).mechanisms).toEqual(locked(300));
    expect(rules([[300, "loginctl lock-session"]])).toMatchObject({ mechanisms: [], refusal: { reason: "unparsed" } });
    // A lock command that asks for the lock is heard for ever, and locks nothing.
    expect(rules([[300, "loginctl lock-session"]], { onLock: "loginctl lock-session" })).toMatchObject({ mechanisms: [] });
  });
  it("sleeping locks where it locks before sleep", () => {
    expect(rules([[600, "systemctl suspend"]], { beforeSleep: "swaylock -f" }).mechanisms).toEqual(locked(600));
    expect(rules([[600, "systemctl suspend"]]).mechanisms).toEqual(locked(null));
    expect(rules([[600, "systemctl suspend"]], { beforeSleep: "loginctl lock-session", onLock: "hyprlock" }).mechanisms).toEqual(locked(600));
  });
  it("what is not understood could only be sooner than what is", () => {
    expect(
      rules([
        [300, "swaylock"],
        [120, "~/away.sh"],
      ]),
    ).toMatchObject({ mechanisms: locked(300), refusal: { kind: "unknown" } });
    expect(rules([], { hidden: "source = more.conf" })).toMatchObject({ mechanisms: [], refusal: { kind: "unknown" } });
  });
});

describe("hypridle.conf", () => {
  it("fills in variables, the longer name first, and drops comments", () => {
    const text =
      "$lock = hyprlock\n$lock_cmd = pidof $lock || $lock # one\ngeneral {\n  lock_cmd = $lock_cmd\n}\nlistener {\n  timeout = 300 # 5 min\n  on-timeout = $lock\n}\n";
    expect(parseHypridle(text)).toEqual({ timeouts: [{ seconds: 300, command: "hyprlock" }], beforeSleep: "", onLock: "pidof hyprlock || hyprlock" });
  });
  it("reads a key of a category that is written in one", () => {
    expect(parseHypridle("general:lock_cmd = hyprlock\n").onLock).toBe("hyprlock");
  });
  it.each([
    "listener {\n timeout = {{ 5 * 60 }}\n on-timeout = hyprlock\n}\n",
    "source = ~/more.conf\n",
    "listener {\n timeout = 300\n on-timeout = hyprlock\n",
    "listener { timeout = 300 }\n",
  ])("says where a part is hidden: %j", (text) => {
    expect(parseHypridle(text).hidden).toBeDefined();
  });
});

describe("lockers of X11", () => {
  const after = (text: string) => {
    const lockAfter = xscreensaverLockAfter(parseSettings(text));
    return lockAfter.ok ? lockAfter.value : "refused";
  };
  it.each([
    ["timeout:\t0:10:00\nlock:\tTrue\nlockTimeout:\t0:00:00\nmode:\trandom\n", 600],
    ["timeout: 0:05:00\nlock: True\nlockTimeout: 0:02:30\n", 450],
    ["timeout: 7\nlock: on\n", 420],
    ["*timeout: 1:00:00\n*lock: True\n", 3600],
    ["timeout: 0:10:00\nlock: False\n", null],
    ["timeout: 0:10:00\nlock: True\nmode: off\n", null],
    // Nothing said: XScreenSaver's own standard shows pictures and asks for no password.
    ["", null],
    ["timeout: soon\nlock: True\n", "refused"],
    ["timeout: 0:10:00\nlock: maybe\n", "refused"],
  ])("%j: %s", (text, seconds) => {
    expect(after(text)).toBe(seconds);
  });
  it("xautolock and xidlehook are told by their words", () => {
    expect(xautolockRules(["xautolock"]).timeouts).toEqual([{ seconds: 600, command: "xlock" }]);
    expect(xautolockRules(["xautolock", "-time", "5", "-locker", "slock"]).timeouts).toEqual([{ seconds: 300, command: "slock" }]);
    expect(xautolockRules(["xautolock", "-time", "soon"]).hidden).toBeDefined();
    expect(xidlehookRules(["xidlehook", "--timer", "60", "dim", "", "--timer", "240", "i3lock"]).timeouts).toEqual([
      { seconds: 60, command: "dim" },
      { seconds: 300, command: "i3lock" },
    ]);
    expect(xidlehookRules(["xidlehook", "--timer", "primary", "60", "i3lock"]).hidden).toBeDefined();
  });
  it("LXQt's power manager locks nothing unless it is told to", () => {
    expect(lxqtLocks([])).toBe(false);
    expect(lxqtLocks([parseSections("[General]\nenableIdlenessWatcher=true\nidlenessACAction=4\n")])).toBe(false);
    expect(lxqtLocks([parseSections("[General]\nenableIdlenessWatcher=false\nidlenessACAction=-2\n")])).toBe(false);
    expect(lxqtLocks([parseSections("[General]\nenableIdlenessWatcher=true\nidlenessBatteryAction=-2\n")])).toBe(true);
  });
});

describe("COSMIC", () => {
  it.each([
    ["Some(900000)\n", 900_000],
    ["None", null],
    ["900000", undefined],
    ["", undefined],
  ])("the time %j is %s", (text, time) => {
    expect(parseScreenOff(text)).toBe(time);
  });
});

describe("GDM, when it is not in the list of programs", () => {
  const signs = { listed: false, service: "", unit: "", old: false };
  it.each([
    [{ listed: true, service: "gdm-password" }, "absent"],
    [{ service: "gdm-password", unit: "gdm.service" }, "runs"],
    [{ service: "gdm-autologin" }, "runs"],
    [{ unit: "gdm3.service" }, "runs"],
    [{ service: "lightdm", unit: "lightdm.service" }, "absent"],
    [{ service: "login" }, "absent"],
    [{ service: "gdm-password", unit: "sddm.service" }, "unclear"],
    [{ service: "login", unit: "gdm.service" }, "unclear"],
    [{}, "unclear"],
    [{ old: true }, "unseen"],
  ])("%j: %s", (more, answer) => {
    expect(gdmAnswer({ ...signs, ...more })).toBe(answer);
  });
});

describe("settings that say more than the time", () => {
  const kde = (text: string) => [`[Daemon]\n${text}\n`];
  it.each([
    ["", { after: 305, sleep: "locked" }],
    ["LockOnResume=false", { after: 305, sleep: "open" }],
    ["RequirePassword=false", { after: null, sleep: "open" }],
    ["LockOnResume=perhaps", { after: 305, sleep: null }],
    ["Timeout=2.5\nLockGrace=0", { after: 150, sleep: "locked" }],
    // A grace of -1 means that the screen is covered and no password is asked for.
    ["LockGrace=-1", { after: null, sleep: "locked" }],
    ["Timeout=-5", { after: null, sleep: "locked" }],
  ])("KDE %j", (text, { after, sleep }) => {
    expect(kdeLockAfter(kde(text))).toEqual({ ok: true, value: after });
    expect(kdeAfterSleep(kde(text))).toBe(sleep);
  });

  it("XFCE's saver and its power manager both may ask after sleep", () => {
    const off = new Map([["/lock/sleep-activation", "false"]]);
    const powerOff = new Map([["/xfce4-power-manager/lock-screen-suspend-hibernate", "false"]]);
    expect(xfceAfterSleep(new Map(), new Map())).toBe("locked");
    expect(xfceAfterSleep(off, new Map())).toBe("locked");
    expect(xfceAfterSleep(off, powerOff)).toBe("open");
    expect(xfceAfterSleep(new Map([["/lock/enabled", "false"]]), new Map())).toBe("open");
    expect(xfceAfterSleep(new Map([["/lock/enabled", "perhaps"]]), new Map())).toBeNull();
  });

  it("the lock programs of a command, as it names them", () => {
    expect(lockProgramsIn("pidof hyprlock || /opt/x/swaylock -f; notify-send locked")).toEqual(["hyprlock", "/opt/x/swaylock"]);
    expect(lockProgramsIn("~/lock.sh")).toEqual([]);
  });
});

describe("the output of gsettings", () => {
  const read = (text: string) => parseGsettings(new TextEncoder().encode(text));
  const line = "org.gnome.desktop.session idle-delay uint32 300\n";
  it("is taken as it is, twice too: child schemas are shown again", () => {
    expect(read(line)).toMatchObject({ ok: true });
    expect(read(line + line)).toEqual(read(line));
    expect(read(`org.example.Old Some_Key 'x'\n${line}`)).toEqual(read(line));
  });
  it.each([`(process:1): dconf-WARNING **: unable\n${line}`, `${line}error\n`, `junk\n${line}`, line.slice(0, -1), "", `${line}org.gnome.desktop`])(
    "is refused whole: %j",
    (text) => {
      expect(read(text)).toMatchObject({ ok: false });
    },
  );
  it("with two values of a key decides nothing by it", () => {
    const settings = read(`${line}org.gnome.desktop.session idle-delay uint32 0\n`);
    expect(settings.ok && settings.value.get("org.gnome.desktop.session idle-delay")).toBeNull();
  });
});
