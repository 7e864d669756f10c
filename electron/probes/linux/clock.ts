import { known } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";

const lists = "/var/lib/apt/lists";
const syncDatabases = "/var/lib/pacman/sync";
/** Their time is that of the day on which the distribution built the package. */
const packaged = ["/usr/lib/os-release", "/usr/share/zoneinfo/tzdata.zi"] as const;
const most = 24;

/**
 * Files whose time does not come from this PC's clock: those of packages have the time of the build, lists of packages that of the server. The times of
 * /var/lib/dpkg/status and of folders are the PC's own: after a day with a wrong clock they would make the right time look wrong.
 */
async function datedFiles(host: Host): Promise<readonly string[]> {
  const [apt, pacman] = await Promise.all([host.readFolder(lists), host.readFolder(syncDatabases)]);
  return [
    ...packaged,
    ...(apt.outcome === "read"
      ? apt.names
          .filter((name) => name.endsWith("_InRelease"))
          .slice(0, most)
          .map((name) => `${lists}/${name}`)
      : []),
    ...(pacman.outcome === "read"
      ? pacman.names
          .filter((name) => name.endsWith(".db"))
          .slice(0, most)
          .map((name) => `${syncDatabases}/${name}`)
      : []),
  ];
}

/** systemd-timesyncd touches this file after each answer of a time server (systemd-timesyncd.service(8)). Other services leave no sign that a user can read. */
async function isSynchronised(host: Host): Promise<boolean | null> {
  const folder = await host.readFolder("/run/systemd/timesync");
  return folder.outcome === "read" ? folder.names.includes("synchronized") : null;
}

export const clock: Probe<"clock"> = {
  id: "linux.clock",
  fact: "clock",
  uses: [],
  validForMs: 900_000,
  async collect(host) {
    const [synchronised, paths] = await Promise.all([isSynchronised(host), datedFiles(host)]);
    const files = await Promise.all(paths.map(async (path) => ({ path, file: await host.readFile(path) })));
    const dated = files.flatMap(({ path, file }) => (file.outcome === "read" ? [{ path, at: file.modifiedAt }] : []));
    const newest = dated.reduce<(typeof dated)[number] | null>(
      (best, one) => (best === null || Date.parse(one.at) > Date.parse(best.at) ? one : best),
      null,
    );
    const timeZone = host.timeZone();
    return {
      observation: known({ timeZone, synchronised, notBefore: newest?.at ?? null }),
      evidence: [
        evidence("time zone of this program", timeZone),
        evidence(
          "/run/systemd/timesync/synchronized",
          synchronised === null ? "systemd-timesyncd does not keep the clock" : synchronised ? "there" : "not there",
        ),
        ...(newest === null ? [] : [evidence(newest.path, newest.at)]),
      ],
    };
  },
};
