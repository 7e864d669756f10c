import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDriver, type Driver } from "./support/driver.ts";
import { inNamespace, needNamespaces } from "./support/namespace.ts";

// Real gsettings and dconf in a session bus and a home folder of their own.
let driver: Driver | undefined;
beforeAll(async () => {
  await needNamespaces();
  driver = await buildDriver("factsDriver");
});
afterAll(() => driver?.remove());

const gnome = { XDG_CURRENT_DESKTOP: "ubuntu:GNOME" };
/** /mnt is the home folder, empty at first. */
const ownHome = ["mount -t tmpfs tmpfs /mnt", "export HOME=/mnt XDG_CONFIG_HOME=/mnt/.config XDG_RUNTIME_DIR=/mnt"];
const set = (key: string, value: string) => `gsettings set org.gnome.desktop.${key} ${value}`;

/** The screen lock as the probe sees it inside the session, after these commands in the same session. */
async function lockAfter(commands: readonly string[], environment: Readonly<Record<string, string>> = gnome) {
  const program = [process.execPath, driver?.file ?? "", JSON.stringify({ facts: ["screen-lock"], context: {} })];
  const session = ["dbus-run-session", "--", "sh", "-c", ["set -e", ...commands, `exec "$@"`].join("\n"), "sh"];
  return JSON.parse(await inNamespace(ownHome, [...session, ...program], environment))["screen-lock"];
}
const locking = (lockAfterSeconds: number | null) => ({ kind: "known", value: { mechanisms: [{ source: "GNOME", lockAfterSeconds }] } });

describe("the lock of GNOME by the real gsettings", () => {
  it.each([
    ["five minutes, at once", ["session idle-delay 300", "screensaver lock-enabled true", "screensaver lock-delay 0"], 300],
    ["ten minutes and thirty seconds more", ["session idle-delay 600", "screensaver lock-enabled true", "screensaver lock-delay 30"], 630],
    ["the screen never goes blank", ["session idle-delay 0", "screensaver lock-enabled true"], null],
    ["blank, but not locked", ["session idle-delay 300", "screensaver lock-enabled false"], null],
    ["locking switched off for all", ["session idle-delay 300", "screensaver lock-enabled true", "lockdown disable-lock-screen true"], null],
    ["a value of an hour", ["session idle-delay 3600", "screensaver lock-enabled true", "screensaver lock-delay 0"], 3600],
  ] as const)("%s", async (_, settings, seconds) => {
    const commands = settings.map((setting) => set(setting.split(" ").slice(0, 2).join(" "), setting.split(" ")[2] ?? ""));
    expect(await lockAfter(commands)).toMatchObject(locking(seconds));
  });

  it("follows a setting that was made by another program of the session before", async () => {
    expect(await lockAfter([set("session idle-delay", "300"), set("screensaver lock-delay", "0"), set("session idle-delay", "900")])).toMatchObject(
      locking(900),
    );
  });

  it("is not what the schema says when no desktop runs", async () => {
    expect((await lockAfter([set("session idle-delay", "300")], {})).kind).not.toBe("known");
  });

  it("is not read without a session bus, where gsettings would answer its defaults", async () => {
    const program = [process.execPath, driver?.file ?? "", JSON.stringify({ facts: ["screen-lock"], context: {} })];
    expect(JSON.parse(await inNamespace(ownHome, program, gnome))["screen-lock"]).toMatchObject({ kind: "unknown" });
  });
});
