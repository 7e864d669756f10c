import type { Host } from "../../../host/host.ts";
import { askedSince } from "../../common/askedSince.ts";
import type { IdleRules } from "./idleRules.ts";
import { lockProgramsIn } from "./lockCommand.ts";

/** Where programs without a path are looked for, NixOS's places and the user's own among them. */
function placesOf(program: string, host: Host): readonly string[] {
  if (program.startsWith("/")) return [program];
  const own = [`${host.homeFolder()}/.local/bin`, `${host.homeFolder()}/.nix-profile/bin`, `/etc/profiles/per-user/${host.userName()}/bin`];
  return ["/usr/bin", "/usr/local/bin", "/run/current-system/sw/bin", ...own].map((folder) => `${folder}/${program}`);
}

/** Is it there? An older version did not look: then it is taken for there, as the person set it up. */
async function isInstalled(host: Host, program: string): Promise<boolean> {
  for (const path of placesOf(program, host)) {
    const file = await askedSince(2, () => host.readFile(path));
    if (file === undefined || (file.outcome !== "missing" && file.outcome !== "failed")) return true;
  }
  return false;
}

/** The rules with the lock programs that they name and that are not there. */
export async function withAbsent(host: Host, rules: IdleRules): Promise<IdleRules> {
  const commands = [...rules.timeouts.map(({ command }) => command), rules.beforeSleep, rules.onLock];
  const programs = [...new Set(commands.flatMap(lockProgramsIn))];
  const there = await Promise.all(programs.map((program) => isInstalled(host, program)));
  return { ...rules, absent: new Set(programs.filter((_program, index) => !there[index])) };
}
