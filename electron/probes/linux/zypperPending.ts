import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { CommandResult, Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, notParsed, type Parsed } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import { readDistribution } from "./distribution.ts";
import { enabledRepos, oldestOf, repoAges } from "./repoFiles.ts";
import { parseZypper, type ZypperUpdate } from "./zypperParser.ts";

const cache = "/var/cache/zypp/raw";
const repoFolder = "/etc/zypp/repos.d/";
/** The update sources of Leap and SUSE, which change every few days: https://en.opensuse.org/Package_repositories */
const updateSource = /(^|[:_-])(sle-)?update$|-Updates$/i;
/** Tumbleweed and what is built from it publish no advisories: one source is all of it, and any update may be one for security. */
const wholeSource = /(^|[:_-])oss$/i;
const rolling: ReadonlySet<string> = new Set(["opensuse-tumbleweed", "opensuse-slowroll", "opensuse-microos"]);

function updatesOf(result: CommandResult): Parsed<readonly ZypperUpdate[]> {
  return result.code === 0 ? parseZypper(result.stdout) : notParsed(complaint(result));
}

/** openSUSE and SUSE: zypper compares with the lists on the disk, which every user may read, and with --no-refresh asks no server. */
export async function withZypper(host: Host, signal: AbortSignal): Promise<Gathered<"pending-updates">> {
  const enabled = await enabledRepos(host, repoFolder);
  const whole = rolling.has((await readDistribution(host)).get("ID") ?? "");
  const folder = await host.readFolder(cache);
  const names = folder.outcome === "read" ? folder.names.filter((name) => enabled?.has(name) ?? true) : [];
  const ages = await repoAges(
    host,
    names.map((id) => ({ id, path: `${cache}/${id}` })),
    whole ? { own: wholeSource, always: wholeSource } : { own: updateSource, always: /^$/ },
  );
  const listsAt = oldestOf(ages);
  if (listsAt === null) return couldNotSee(unknown("stale", `${cache} holds no lists of a source with updates`));
  const seen = evidence(
    cache,
    ages.map(({ id, at }) => `${id}: of ${at}`),
  );
  const [packages, patches] = await Promise.all([host.run("zypper-list-updates", signal), host.run("zypper-list-patches", signal)]);
  const proof = [evidence(commandLine("zypper-list-updates"), decodeUtf8(packages.stdout).slice(0, 3900)), seen];
  const refusal = commandRefusal(packages) ?? commandRefusal(patches);
  if (refusal) return couldNotSee(refusal, proof);
  const [all, advised] = [updatesOf(packages), updatesOf(patches)];
  if (!all.ok) return couldNotSee(unknown("unparsed", all.detail), proof);
  if (!advised.ok) return couldNotSee(unknown("unparsed", advised.detail), proof);
  const urgent = advised.value.filter(({ category }) => category === "security");
  const waiting = [...urgent, ...all.value];
  return {
    observation: known({
      manager: "zypper",
      total: Math.max(all.value.length, advised.value.length),
      security: whole ? Math.max(all.value.length, urgent.length) : urgent.length,
      names: waiting.slice(0, 20).map(({ name }) => name),
      listsAt,
      lastInstalledAt: null,
    }),
    evidence: [...proof, evidence(commandLine("zypper-list-patches"), decodeUtf8(patches.stdout).slice(0, 3900))],
  };
}
