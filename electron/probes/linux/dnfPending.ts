import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { CommandResult, Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, notParsed, type Parsed } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import { parseDnfUpdates } from "./dnfParser.ts";
import { enabledRepos, oldestOf, repoAges } from "./repoFiles.ts";

const repoFolder = "/etc/yum.repos.d/";
/** Fedora's updates and the two parts of RHEL and of what is built like it: https://docs.redhat.com (BaseOS and AppStream) */
const own = /^(updates|baseos|appstream|rhel-.*(baseos|appstream).*|ol\d+_(baseos_latest|appstream))$/i;

/**
 * Whose answers these are. Started by a user, dnf5 reads lists of that user's own, whose age nothing tells, unless it is told to take the system's; with
 * --cacheonly dnf takes those by itself (dnf/cli/cli.py, libdnf5/conf/config_main.cpp). Neither asks a server then.
 */
export const dnfs = {
  dnf5: { all: "dnf5-check-upgrade", security: "dnf5-check-upgrade-security", cache: "/var/cache/libdnf5" },
  dnf: { all: "dnf-check-update", security: "dnf-check-update-security", cache: "/var/cache/dnf" },
} as const;

/** 100: updates wait; 0: none does (dnf(8), dnf5-check-upgrade(8)). */
function namesOf(result: CommandResult): Parsed<readonly string[]> {
  if (result.code !== 0 && result.code !== 100) return notParsed(complaint(result));
  const names = parseDnfUpdates(result.stdout, result.stderr);
  if (!names.ok) return names;
  return names.value.length > 0 === (result.code === 100) ? names : notParsed(`dnf: exit ${result.code} with ${names.value.length} rows`);
}

/** The folders of the lists are called after the source and a sum of its address: "updates-0123456789abcdef". */
async function foldersOf(host: Host, cache: string, enabled: ReadonlySet<string> | null) {
  const folder = await host.readFolder(cache);
  if (folder.outcome !== "read") return [];
  return folder.names.flatMap((name) => {
    const [, id] = /^(.+)-[0-9a-f]{16}$/.exec(name) ?? [];
    return id !== undefined && (enabled?.has(id) ?? true) ? [{ id, path: `${cache}/${name}` }] : [];
  });
}

/** Fedora, RHEL and its rebuilds: dnf compares with the lists on the disk; how old those are tell the sources that publish advisories. */
export async function withDnf(host: Host, signal: AbortSignal, version: keyof typeof dnfs): Promise<Gathered<"pending-updates">> {
  const { all, security, cache } = dnfs[version];
  const enabled = await enabledRepos(host, repoFolder);
  const ages = await repoAges(host, await foldersOf(host, cache, enabled), { own, always: /^$/ });
  const listsAt = oldestOf(ages);
  if (listsAt === null) return couldNotSee(unknown("stale", `${cache} holds no lists of a source with advisories`));
  const seen = evidence(
    cache,
    ages.map(({ id, at }) => `${id}: of ${at}`),
  );
  const every = await host.run(all, signal);
  const proof = [evidence(commandLine(all), decodeUtf8(every.stdout).slice(0, 3900)), seen];
  const refusal = commandRefusal(every);
  if (refusal) return couldNotSee(refusal, proof);
  const names = namesOf(every);
  if (!names.ok) return couldNotSee(unknown("unparsed", names.detail), proof);
  const common = { manager: version, listsAt, lastInstalledAt: null };
  if (names.value.length === 0) return { observation: known({ ...common, total: 0, security: 0, names: [] }), evidence: proof };
  const urgent = await host.run(security, signal);
  const urgentNames = commandRefusal(urgent) === undefined ? namesOf(urgent) : notParsed(urgent.outcome);
  // Without the second answer each of them may be one for security.
  const unread = urgentNames.ok ? 0 : names.value.length;
  const first = urgentNames.ok ? urgentNames.value : [];
  const rest = names.value.filter((name) => !first.includes(name));
  return {
    observation: known({ ...common, total: names.value.length, security: first.length, unread, names: [...first, ...rest].slice(0, 20) }),
    evidence: [...proof, evidence(commandLine(security), decodeUtf8(urgent.stdout).slice(0, 3900))],
  };
}
