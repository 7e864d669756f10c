import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { preflight, temporaryFolder } from "./support/preflight.ts";

const factsSchema = z.record(z.string(), z.looseObject({ observation: z.unknown() }));

/** Facts that tell of folders of the user or of the desktop, as this machine gives them. */
async function observed(env: Readonly<Record<string, string>>) {
  const run = await preflight(["facts", "--json"], { home: temporaryFolder(), env });
  const facts = factsSchema.parse(JSON.parse(run.stdout));
  const judged = ["screen-lock", "disk-encryption", "browsers", "backup", "management", "accounts", "os-release", "automatic-updates"];
  return Object.fromEntries(judged.map((id) => [id, facts[id]?.observation]));
}

/** A folder that looks like a home in perfect order. */
function temptingHome(): string {
  const home = temporaryFolder();
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), text);
  };
  write(".config/kscreenlockerrc", "[Daemon]\nAutolock=true\nTimeout=1\n");
  write(".config/intune/registration.toml", 'device_hw_id = "0000"\n');
  write(".config/google-chrome/Last Version", "999.0.0.0");
  write(".xscreensaver", "timeout: 0:01:00\nlock: True\n");
  return home;
}

it("what is judged does not follow the environment: another home, another folder of settings, another desktop's name", {
  timeout: 60_000,
}, async () => {
  const plain = await observed({});
  const home = temptingHome();
  expect(await observed({ HOME: home, USER: "somebody", LOGNAME: "somebody" })).toEqual(plain);
  expect(await observed({ XDG_CONFIG_HOME: path.join(home, ".config") })).toEqual(plain);
  // A desktop that does not run here is none because the environment names it: never a lock that would hold.
  for (const name of ["GNOME", "KDE", "XFCE", "sway"]) {
    const { "screen-lock": lock } = await observed({ HOME: home, XDG_CURRENT_DESKTOP: name, XDG_SESSION_TYPE: "wayland" });
    expect(lock, name).toMatchObject({ kind: "unknown" });
  }
});
