import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { autostartEntry } from "../../../electron/desktop/loginStart/autostartEntry.ts";
import { applyAutostart, autostartFolder } from "../../../electron/desktop/loginStart/autostartFolder.ts";
import { applyLoginItem } from "../../../electron/desktop/loginStart/loginItem.ts";
import { startCommand } from "../../../electron/desktop/loginStart/loginStart.ts";
import { loginState, loginWish } from "../../../electron/desktop/loginStart/wish.ts";
import { temporaryFolder } from "../services/world.ts";

const execOf = (command: readonly string[]) => /^Exec=(.*)$/m.exec(autostartEntry(command) ?? "")?.[1];
const on = { on: true, by: "person" } as const;

describe("the file of the desktop", () => {
  it("starts the program with its arguments", () => {
    expect(autostartEntry(["/opt/Preflight/preflight", "--at-login"])?.split("\n").slice(0, 3)).toEqual([
      "[Desktop Entry]",
      "Type=Application",
      "Version=1.5",
    ]);
    expect(execOf(["/opt/Preflight/preflight", "--at-login"])).toBe('"/opt/Preflight/preflight" "--at-login"');
  });

  // Desktop Entry Specification, "The Exec key": inside quotes " ` $ \ have a backslash before them, and a value's backslash is written twice.
  it.each([
    ["/opt/My Apps/preflight", '"/opt/My Apps/preflight"'],
    ['/opt/a"b', '"/opt/a\\\\"b"'],
    ["/opt/a$b`c", '"/opt/a\\\\$b\\\\`c"'],
    ["/opt/a\\b", '"/opt/a\\\\\\\\b"'],
    ["/opt/100%f", '"/opt/100%%f"'],
    ["/opt/業務", '"/opt/業務"'],
  ])("holds %s as one argument", (path, quoted) => {
    expect(execOf([path])).toBe(quoted);
  });

  it.each(["/opt/a\nExec=evil", "/opt/a\u0000b", "/opt/a=b"])("refuses a path that it cannot hold: %j", (path) => {
    expect(autostartEntry([path])).toBeNull();
  });
});

describe("where it is kept", () => {
  it.each([
    [{}, "/home/hanako/.config/autostart"],
    [{ XDG_CONFIG_HOME: "/home/hanako/cfg" }, "/home/hanako/cfg/autostart"],
    [{ XDG_CONFIG_HOME: "relative" }, "/home/hanako/.config/autostart"],
  ])("%j", (environment, folder) => {
    expect(autostartFolder(environment, "/home/hanako")).toBe(folder);
  });
});

describe("keeping it", () => {
  let folder: string;
  let remove: () => Promise<void>;
  const command = ["/opt/preflight", "--at-login"];
  const file = () => join(folder, "telework-preflight.desktop");
  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
  });
  afterEach(() => remove());

  it("writes it, leaves nothing half behind, and takes it away again", async () => {
    expect(await applyAutostart(folder, command, on)).toBe(true);
    expect(await readFile(file(), "utf8")).toContain('Exec="/opt/preflight" "--at-login"');
    expect((await stat(file())).mode & 0o777).toBe(0o644);
    expect(await readdir(folder)).toEqual(["telework-preflight.desktop"]);
    expect(await applyAutostart(folder, command, { on: false, by: "person" })).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });

  it("brings it up to date after the app has moved", async () => {
    await applyAutostart(folder, ["/old/preflight"], on);
    expect(await applyAutostart(folder, command, on)).toBe(true);
    expect(await readFile(file(), "utf8")).not.toContain("/old/");
  });

  it.each(["Hidden=true", "X-GNOME-Autostart-enabled=false"])("respects that the person switched it off in their desktop: %s", async (line) => {
    await writeFile(file(), `[Desktop Entry]\nType=Application\n${line}\n`);
    expect(await applyAutostart(folder, command, on)).toBe(false);
    expect(await readFile(file(), "utf8")).toContain(line);
    expect(await applyAutostart(folder, command, { on: true, by: "policy" })).toBe(true);
    expect(await readFile(file(), "utf8")).not.toContain(line);
  });

  it("says so when it cannot be written", async () => {
    await mkdir(file());
    expect(await applyAutostart(folder, command, on)).toBeNull();
  });
});

describe("who decides", () => {
  it.each([
    ["person", true, { on: true, by: "person" }],
    ["person", false, { on: false, by: "person" }],
    ["always", false, { on: true, by: "policy" }],
    ["never", true, { on: false, by: "policy" }],
  ] as const)("policy %s, chosen %s", (policy, chosen, wish) => {
    expect(loginWish(policy, chosen)).toEqual(wish);
  });

  it.each([
    [{ on: true, by: "person" }, true, "on"],
    [{ on: true, by: "person" }, false, "off"],
    [{ on: false, by: "person" }, false, "off"],
    [{ on: true, by: "policy" }, true, "policy-on"],
    [{ on: false, by: "policy" }, false, "policy-off"],
    [{ on: true, by: "policy" }, null, "impossible"],
  ] as const)("tells %j as %s: %s", (wish, really, told) => {
    expect(loginState(wish, really)).toBe(told);
  });
});

describe("the program that is started", () => {
  const app = { isPackaged: true, getAppPath: () => "/src" };
  it.each([
    [app, "/opt/preflight", undefined, ["/opt/preflight", "--at-login"]],
    [app, "/tmp/.mount_x/preflight", "/home/hanako/Preflight.AppImage", ["/home/hanako/Preflight.AppImage", "--at-login"]],
    [app, "/opt/preflight", "Preflight.AppImage", ["/opt/preflight", "--at-login"]],
    [{ ...app, isPackaged: false }, "/electron", undefined, ["/electron", "/src", "--at-login"]],
  ])("%#", (from, execPath, appImage, command) => {
    expect(startCommand(from, execPath, appImage)).toEqual(command);
  });
});

describe("the list of Windows and macOS", () => {
  const listed = (first: { openAtLogin: boolean; launchItems?: { enabled: boolean }[] }) => {
    let now = first;
    const written: unknown[] = [];
    const app = {
      getLoginItemSettings: () => now,
      setLoginItemSettings(settings: { openAtLogin: boolean }) {
        written.push(settings);
        now = { openAtLogin: settings.openAtLogin };
      },
    };
    return { app: app as unknown as Parameters<typeof applyLoginItem>[0], written };
  };

  it("gets the app with its argument, and loses it", () => {
    const { app, written } = listed({ openAtLogin: false });
    expect(applyLoginItem(app, ["--at-login"], on)).toBe(true);
    expect(applyLoginItem(app, ["--at-login"], { on: false, by: "person" })).toBe(false);
    expect(written).toEqual([
      { openAtLogin: true, args: ["--at-login"] },
      { openAtLogin: false, args: ["--at-login"] },
    ]);
  });

  it("is left alone where the person switched it off in the task manager, unless the policy says always", () => {
    const { app, written } = listed({ openAtLogin: true, launchItems: [{ enabled: false }] });
    expect(applyLoginItem(app, ["--at-login"], on)).toBe(false);
    expect(written).toEqual([]);
    expect(applyLoginItem(app, ["--at-login"], { on: true, by: "policy" })).toBe(true);
  });
});
