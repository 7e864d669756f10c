import { describe, expect, it } from "vitest";
import { type DesktopCommandId, desktopCommands } from "../../../electron/host/commands/desktop.ts";
import { createDesktopHost } from "../../../electron/host/desktopHost.ts";
import type { ProcessResult } from "../../../electron/host/runProcess.ts";
import type { Platform } from "../../../shared/platform.ts";

const empty = new Uint8Array();
function hostThat(platform: Platform, answer: Partial<ProcessResult>) {
  const ran: DesktopCommandId[] = [];
  const host = createDesktopHost(platform, async (id) => {
    ran.push(id);
    return { outcome: "exited", code: 0, stdout: empty, stderr: empty, durationMs: 1, ...answer };
  });
  return { host, ran };
}

describe("what the desktop runs", () => {
  it.each(Object.entries(desktopCommands))("%s is a fixed program of the system, without a shell", (_id, { files, platform }) => {
    for (const file of files) {
      expect(file).toMatch(platform === "windows" ? /^%SystemRoot%\\[A-Za-z0-9\\]+\.exe$/ : /^(?:\/usr)?\/bin\/[a-z-]+$/);
      expect(file).not.toMatch(/\/(?:ba|z|k|da)?sh$/);
    }
  });

  it.each(["linux", "macos", "windows"] as const)("shuts %s down by its own program", async (platform) => {
    const { host, ran } = hostThat(platform, {});
    expect(await host.shutDown()).toBe(true);
    expect(ran).toEqual([`shut-down-${platform}`]);
    expect(desktopCommands[`shut-down-${platform}`].platform).toBe(platform);
  });

  it.each([{ code: 1 }, { outcome: "missing", code: null }, { outcome: "denied", code: null }, { outcome: "timeout", code: null }] as const)(
    "says that the order was not taken: %j",
    async (answer) => {
      expect(await hostThat("linux", answer).host.shutDown()).toBe(false);
    },
  );

  // dbus-send prints the answer in words: https://dbus.freedesktop.org/doc/dbus-send.1.html
  it.each([
    ["   boolean true\n", {}, true],
    ["   boolean false\n", {}, false],
    ["", { outcome: "missing" as const, code: null }, false],
    ["   boolean true\n", { code: 1 }, false],
  ])("asks Linux who shows tray icons: %j %j", async (printed, how, there) => {
    const { host, ran } = hostThat("linux", { stdout: Buffer.from(`method return time=1 sender=:1.0\n${printed}`), ...how });
    expect(await host.trayHost()).toBe(there);
    expect(ran).toEqual(["tray-host"]);
  });

  it.each(["macos", "windows"] as const)("knows that %s has one", async (platform) => {
    const { host, ran } = hostThat(platform, {});
    expect(await host.trayHost()).toBe(true);
    expect(ran).toEqual([]);
  });
});
