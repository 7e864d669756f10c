import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandLine, commandRefusal, couldNotSee, evidence } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import { parsePacmanUpgrades } from "./pacmanParser.ts";

const databases = "/var/lib/pacman/sync";
const local = "/var/lib/pacman/local";

export const pacmanWitnesses = ["/usr/bin/pacman", "/etc/pacman.conf", local, databases] as const;

/**
 * When the distribution made its own database: pacman keeps the time that the server gave it. Of several only "core" is small enough to be read, and it is
 * the one with the kernel and what everything rests on. Manjaro renews its databases every few weeks only, and so their time says nothing
 * (https://wiki.manjaro.org/index.php/Switching_Branches). Null: not to be seen.
 */
async function coreMadeAt(host: Host, names: readonly string[]): Promise<string | null> {
  if (!names.includes("core.db")) return null;
  const core = await askedSince(2, () => host.readFile(`${databases}/core.db`));
  const mirrors = await askedSince(2, () => host.readFile("/etc/pacman-mirrors.conf"));
  return core?.outcome === "read" && mirrors?.outcome === "missing" ? core.modifiedAt : null;
}

/**
 * Arch publishes no list of security updates: any update may be one, so all count. The folder changes when a renewed list is put into it, whichever it is:
 * the older of that and of core's own time is as far as the answer reaches.
 */
export async function withPacman(host: Host, signal: AbortSignal): Promise<Gathered<"pending-updates">> {
  const folder = await host.readFolder(databases);
  if (folder.outcome !== "read") return couldNotSee(unknown(folder.outcome === "denied" ? "denied" : "stale", `${databases}: ${folder.outcome}`));
  if (!folder.names.some((name) => name.endsWith(".db"))) return couldNotSee(unknown("stale", `${databases} holds no package list`));
  const [result, core, installed] = await Promise.all([
    host.run("pacman-Qu", signal),
    coreMadeAt(host, folder.names),
    // A folder a package: it changes whenever one is installed or renewed.
    askedSince(2, () => host.readFolder(local)),
  ]);
  const proof = [
    evidence(commandLine("pacman-Qu"), decodeUtf8(result.stdout).slice(0, 3900)),
    evidence(databases, [`renewed ${folder.modifiedAt}`, ...(core === null ? [] : [`core.db of ${core}`])]),
    ...(installed?.outcome === "read" ? [evidence(local, `last changed ${installed.modifiedAt}`)] : []),
  ];
  const refusal = commandRefusal(result);
  if (refusal) return couldNotSee(refusal, proof);
  const names = parsePacmanUpgrades(result.stdout, result.stderr, result.code ?? -1);
  if (!names.ok) return couldNotSee(unknown("unparsed", names.detail), proof);
  const total = names.value.length;
  return {
    observation: known({
      manager: "pacman",
      total,
      security: total,
      names: [...names.value.slice(0, 20)],
      listsAt: core !== null && Date.parse(core) < Date.parse(folder.modifiedAt) ? core : folder.modifiedAt,
      lastInstalledAt: installed?.outcome === "read" ? installed.modifiedAt : null,
    }),
    evidence: proof,
  };
}
