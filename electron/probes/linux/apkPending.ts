import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, readHint } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import { parseApkList } from "./apkParser.ts";

const repositories = "/etc/apk/repositories";
/** With a cache of the user's own /etc/apk/cache is a link to it: https://wiki.alpinelinux.org/wiki/Local_APK_cache */
const caches = ["/etc/apk/cache", "/var/cache/apk"] as const;

/**
 * When apk last compared the index of each source with the server: it touches the file even if nothing had changed (apk-cache(5)). Indexes of sources that
 * are no longer named stay behind: as many as there are sources count, the newest, and the oldest of those is as far as the answer reaches.
 */
async function indexesRenewedAt(host: Host): Promise<string | null> {
  const sources = ((await readHint(host, repositories)) ?? "").split("\n").filter((line) => /^\s*(@\S+\s+)?https?:\/\//.test(line)).length;
  for (const cache of caches) {
    const folder = await host.readFolder(cache);
    const names = folder.outcome === "read" ? folder.names.filter((name) => /^APKINDEX\.[0-9a-f]{8}\.tar\.gz$/.test(name)) : [];
    const files = await Promise.all(names.map((name) => host.readFile(`${cache}/${name}`)));
    const times = files.flatMap((file) => (file.outcome === "read" ? [file.modifiedAt] : [])).sort((a, b) => Date.parse(b) - Date.parse(a));
    if (sources > 0 && times.length >= sources) return times[sources - 1] ?? null;
  }
  return null;
}

/** Alpine publishes corrections as updates like all others: each of them may be one for security. */
export async function withApk(host: Host, signal: AbortSignal): Promise<Gathered<"pending-updates">> {
  const listsAt = await indexesRenewedAt(host);
  if (listsAt === null) return couldNotSee(unknown("stale", `${caches.join(", ")}: not an index for each source of ${repositories}`));
  const result = await host.run("apk-list-upgradable", signal);
  const proof = [
    evidence(commandLine("apk-list-upgradable"), decodeUtf8(result.stdout).slice(0, 3900)),
    evidence(repositories, `renewed ${listsAt}`),
  ];
  const refusal = commandRefusal(result);
  if (refusal) return couldNotSee(refusal, proof);
  if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)), proof);
  const names = parseApkList(result.stdout, result.stderr);
  if (!names.ok) return couldNotSee(unknown("unparsed", names.detail), proof);
  const total = names.value.length;
  return {
    observation: known({ manager: "apk", total, security: total, names: names.value.slice(0, 20), listsAt, lastInstalledAt: null }),
    evidence: proof,
  };
}
