import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import { parseXbpsUpdate } from "./xbpsParser.ts";

const databases = "/var/db/xbps";

/**
 * A folder a source, called after its address; the index in it keeps the time that the server gave it (xbps-install(1), "--sync"), and the folder changes
 * when a renewed one is put into it. The main source decides: the others (nonfree, multilib) change seldom.
 */
async function indexMadeAt(host: Host): Promise<string | null> {
  const folder = await host.readFolder(databases);
  const sources = folder.outcome === "read" ? folder.names.filter((name) => /^https?___/.test(name)) : [];
  const main = sources.filter((name) => /_current(_musl|_aarch64)?$/.test(name));
  const times = await Promise.all(
    (main.length > 0 ? main : sources).map(async (name) => {
      const source = await host.readFolder(`${databases}/${name}`);
      const index = source.outcome === "read" ? source.names.find((file) => file.endsWith("-repodata")) : undefined;
      if (source.outcome !== "read" || index === undefined) return [];
      const file = await host.readFile(`${databases}/${name}/${index}`);
      return [file.outcome === "read" ? file.modifiedAt : source.modifiedAt];
    }),
  );
  // Mirrors that are no longer used leave theirs behind.
  return times.flat().reduce<string | null>((newest, time) => (newest === null || Date.parse(time) > Date.parse(newest) ? time : newest), null);
}

/** Void is a rolling release without advisories: each update may be one for security. Without --sync no server is asked. */
export async function withXbps(host: Host, signal: AbortSignal): Promise<Gathered<"pending-updates">> {
  const listsAt = await indexMadeAt(host);
  if (listsAt === null) return couldNotSee(unknown("stale", `${databases} holds no index of a source`));
  const result = await host.run("xbps-install-un", signal);
  const proof = [evidence(commandLine("xbps-install-un"), decodeUtf8(result.stdout).slice(0, 3900)), evidence(databases, `of ${listsAt}`)];
  const refusal = commandRefusal(result);
  if (refusal) return couldNotSee(refusal, proof);
  if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)), proof);
  const names = parseXbpsUpdate(result.stdout, result.stderr);
  if (!names.ok) return couldNotSee(unknown("unparsed", names.detail), proof);
  const total = names.value.length;
  return {
    observation: known({ manager: "xbps", total, security: total, names: names.value.slice(0, 20), listsAt, lastInstalledAt: null }),
    evidence: proof,
  };
}
