import { userInfo } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDriver, type Driver } from "./support/driver.ts";
import { inNamespace, needNamespaces } from "./support/namespace.ts";

// Real gsettings and dconf in a session bus and a home folder of their own, beside programs that bear the names of GNOME's and of GDM.
let driver: Driver | undefined;
beforeAll(async () => {
  await needNamespaces();
  driver = await buildDriver("factsDriver");
});
afterAll(() => driver?.remove());

const gnome = { XDG_CURRENT_DESKTOP: "ubuntu:GNOME" };
const { homedir } = userInfo();
/** The home folder of the user's record, empty at first: HOME would not be asked. */
const ownHome = [`mount -t tmpfs tmpfs ${homedir}`, `export HOME=${homedir} XDG_RUNTIME_DIR=${homedir}`];
/** Programs that sleep under the names of the desktop's: which desktop is in use is known by what runs. */
const running = (...names: readonly string[]) => names.map((name) => `cp /bin/sleep ${homedir}/${name} && (${homedir}/${name} 60 >/dev/null 2>&1 &)`);
const set = (key: string, value: string) => `gsettings set org.gnome.desktop.${key} ${value}`;

/** The screen lock as the probe sees it inside the session, after these commands in the same session. */
async function lockAfter(
  commands: readonly string[],
  environment: Readonly<Record<string, string>> = gnome,
  programs: readonly string[] = ["gnome-shell", "gdm3"],
) {
  const program = [process.execPath, driver?.file ?? "", JSON.stringify({ facts: ["screen-lock"], context: {} })];
  const session = ["dbus-run-session", "--", "sh", "-c", ["set -e", ...commands, `exec "$@"`].join("\n"), "sh"];
  return JSON.parse(await inNamespace([...ownHome, ...running(...programs)], [...session, ...program], environment))["screen-lock"];
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
    expect((await lockAfter([set("session idle-delay", "300")], {}, [])).kind).not.toBe("known");
    expect(await lockAfter([set("session idle-delay", "300")], gnome, ["gdm3"])).toMatchObject({ kind: "unknown" });
  });

  it("is never without GDM, and nobody's where another desktop runs", async () => {
    expect(await lockAfter([set("session idle-delay", "300")], gnome, ["gnome-shell"])).toMatchObject(locking(null));
    expect(await lockAfter([set("session idle-delay", "300")], gnome, ["plasmashell", "gdm3"])).toMatchObject({ kind: "unknown" });
  });

  it("is that of the user's own folder, wherever HOME and XDG_CONFIG_HOME point", async () => {
    const elsewhere = ["export HOME=/tmp", "unset XDG_CONFIG_HOME"];
    expect(await lockAfter([set("session idle-delay", "900"), ...elsewhere])).toMatchObject(locking(900));
    expect(await lockAfter([set("session idle-delay", "900"), "export XDG_CONFIG_HOME=/tmp/other"])).toMatchObject({ kind: "unknown" });
  });

  it("is not read without a session bus, where gsettings would answer its defaults", async () => {
    const program = [process.execPath, driver?.file ?? "", JSON.stringify({ facts: ["screen-lock"], context: {} })];
    expect(JSON.parse(await inNamespace([...ownHome, ...running("gnome-shell", "gdm3")], program, gnome))["screen-lock"]).toMatchObject({
      kind: "unknown",
    });
  });
});
