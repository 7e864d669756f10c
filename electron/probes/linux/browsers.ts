import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { evidence, isThere, readHint } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { type ChromiumLike, chromiumLike, firefoxFiles, installedVersions, isNewerVersion, plainVersion } from "./browserFiles.ts";
import { lastValue, parseSections } from "./sectionFile.ts";

type Browser = FactValue<"browsers">["browsers"][number];
interface Found {
  readonly browsers: readonly Browser[];
  readonly seen: readonly string[];
}
const nothing: Found = { browsers: [], seen: [] };
const status = "/var/lib/dpkg/status";
const wanted = new Set(chromiumLike.flatMap(({ packages }) => packages));

async function snapVersion(host: Host, snap: string | null): Promise<string | null> {
  if (snap === null) return null;
  const [, version] = /^version: *["']?([^"'\s]+)/m.exec((await readHint(host, `/snap/${snap}/current/meta/snap.yaml`)) ?? "") ?? [];
  return version === undefined ? null : plainVersion(version);
}

/** The version that this user started last ("Last Version" of the user data), and whether it still runs (its lock is a link while it does). */
async function lastStarted(
  host: Host,
  home: string | undefined,
  folder: string,
): Promise<{ readonly version: string; readonly running: boolean } | null> {
  if (home === undefined) return null;
  const [text, lock] = await Promise.all([readHint(host, `${home}/${folder}/Last Version`), host.readLink(`${home}/${folder}/SingletonLock`)]);
  const version = plainVersion(text ?? "");
  return version === null ? null : { version, running: lock !== null };
}

async function readChromiumLike(host: Host, home: string | undefined, browser: ChromiumLike, packages: ReadonlyMap<string, string>): Promise<Found> {
  const [snap, there, starts] = await Promise.all([
    snapVersion(host, browser.snap),
    Promise.all(browser.programs.map((path) => isThere(host, path))),
    Promise.all(browser.userData.map((folder) => lastStarted(host, home, folder))),
  ]);
  const installed = [...browser.packages.flatMap((name) => plainVersion(packages.get(name) ?? "") ?? []), ...(snap === null ? [] : [snap])];
  const started = starts.filter((start) => start !== null);
  if (installed.length === 0 && !there.includes(true)) return nothing;
  // Without a package database that can be read, the version that was started last is the only one that it states of itself.
  const versions = installed.length > 0 ? installed : started.map(({ version }) => version);
  if (versions.length === 0) return { browsers: [], seen: [`${browser.name}: installed; never started by this user, version not known`] };
  const browsers = [...new Set(versions)].map((version): Browser => {
    const old = started.find((start) => start.running && isNewerVersion(version, start.version));
    return old ? { name: browser.name, version: old.version, waiting: version } : { name: browser.name, version, waiting: null };
  });
  return {
    browsers,
    seen: browsers.map(({ version, waiting }) => `${browser.name} ${version}${waiting === null ? "" : `, ${waiting} waits for its restart`}`),
  };
}

async function readFirefox(host: Host): Promise<Found> {
  const texts = await Promise.all(firefoxFiles.map((path) => readHint(host, path)));
  const versions = texts.flatMap((text) => (text === null ? [] : (plainVersion(lastValue([parseSections(text)], "App", "Version") ?? "") ?? [])));
  return {
    browsers: [...new Set(versions)].map((version) => ({ name: "firefox", version, waiting: null })),
    seen: versions.map((version) => `firefox ${version}`),
  };
}

/** Installed browsers by their files and the package database; none is started. */
export const browsers: Probe<"browsers"> = {
  id: "linux.browsers",
  fact: "browsers",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const file = await host.readFile(status);
    const packages = file.outcome === "read" ? installedVersions(decodeUtf8(file.bytes), wanted) : new Map<string, string>();
    const home = host.homeFolder();
    const found = await Promise.all([readFirefox(host), ...chromiumLike.map((browser) => readChromiumLike(host, home, browser, packages))]);
    const list = found.flatMap((one) => one.browsers);
    const seen = found.flatMap((one) => one.seen);
    return {
      observation: known({ browsers: list.slice(0, 16) }),
      evidence: [evidence(`${status}, application.ini, snap.yaml, Last Version`, seen.length === 0 ? "no browser is installed" : seen)],
    };
  },
};
