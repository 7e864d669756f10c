import { known } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { parseRelease } from "./aptReleaseParser.ts";

const lists = "/var/lib/apt/lists";
/** Their time is that of the day on which the distribution built the package. */
const packaged = ["/usr/lib/os-release", "/usr/share/zoneinfo/tzdata.zi"] as const;
const most = 24;

interface Dated {
  readonly path: string;
  readonly at: string;
}

/** The day on which the archive itself signed this list, in the words of the archive. */
async function readRelease(host: Host, path: string): Promise<readonly Dated[]> {
  const file = await host.readFile(path);
  const at = file.outcome === "read" ? parseRelease(decodeUtf8(file.bytes)).date : null;
  return at === null ? [] : [{ path, at }];
}

/**
 * Moments that do not come from this PC's clock: of packages the time of the build, of package lists the day that the archive wrote into them. The
 * times of /var/lib/dpkg/status and of folders are the PC's own, and those of downloaded files may be: after a day with a wrong clock they would make
 * the right time look wrong.
 */
async function datedFiles(host: Host): Promise<readonly Dated[]> {
  const listing = await host.readFolder(lists);
  const names = listing.outcome === "read" ? listing.names.filter((name) => name.endsWith("_InRelease")).slice(0, most) : [];
  const found = await Promise.all([
    ...packaged.map(async (path): Promise<readonly Dated[]> => {
      const file = await host.readFile(path);
      return file.outcome === "read" ? [{ path, at: file.modifiedAt }] : [];
    }),
    ...names.map((name) => readRelease(host, `${lists}/${name}`)),
  ]);
  return found.flat();
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
    const [synchronised, dated] = await Promise.all([isSynchronised(host), datedFiles(host)]);
    const newest = dated.reduce<Dated | null>((best, one) => (best === null || Date.parse(one.at) > Date.parse(best.at) ? one : best), null);
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
