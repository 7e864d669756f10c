import { unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import type { Refusal } from "../common/gather.ts";
import { type AptRelease, isSecurityList, parseRelease } from "./aptReleaseParser.ts";
import { aptSuites, isSecuritySuite } from "./aptSourcesParser.ts";
import { readSettingFiles } from "./settingFiles.ts";

export const listsFolder = "/var/lib/apt/lists";
const sources = ["/etc/apt/sources.list", "/etc/apt/sources.list.d/"] as const;
const most = 64;

export interface SecurityList {
  readonly name: string;
  readonly release: AptRelease;
  /** When the archive made it: in its own words, else the time that the server gave it, which apt keeps. */
  readonly at: string;
}

/** What the release files say of where security updates come from. `whole`: that archive has none of its own, so that each of its updates may be one. */
export type SecuritySources =
  | { readonly kind: "seen"; readonly lists: readonly SecurityList[]; readonly whole: boolean }
  /** The lists are there, what they say was not looked at by the version that made the recording. */
  | { readonly kind: "not-looked-at" };

/**
 * Systems whose security updates come with all others, out of one archive: https://www.raspbian.org/RaspbianFAQ,
 * https://www.kali.org/docs/general-use/kali-linux-sources-list-repositories/; for Debian's unstable https://www.debian.org/security/faq#unstable.
 */
const wholeArchive = ({ origin, codename, suite }: AptRelease) =>
  origin === "Raspbian" || origin === "Kali" || (origin === "Debian" && (codename === "sid" || suite === "unstable"));

/** Reads the heads of the release files. Those of Debian's point releases are months old by design; a security archive renews its own all the time. */
export async function readSecuritySources(host: Host, names: readonly string[]): Promise<SecuritySources> {
  const releases = names.filter((name) => /_(In)?Release$/.test(name)).slice(0, most);
  const files = await Promise.all(releases.map(async (name) => ({ name, file: await askedSince(2, () => host.readFile(`${listsFolder}/${name}`)) })));
  const lists = files.flatMap(({ name, file }) => {
    if (file?.outcome !== "read") return [];
    const release = parseRelease(decodeUtf8(file.bytes));
    return [{ name, release, at: release.date ?? file.modifiedAt }];
  });
  const security = lists.filter(({ name, release }) => isSecurityList(name, release));
  if (security.length > 0) return { kind: "seen", lists: security, whole: false };
  if (releases.length === 0 || files.some(({ file }) => file === undefined)) return { kind: "not-looked-at" };
  return { kind: "seen", lists: lists.filter(({ release }) => wholeArchive(release)), whole: true };
}

/**
 * Why the sources as they are configured now bring no security updates, whatever lists an earlier configuration has left. Undefined: they do, or that was
 * not looked at.
 */
export async function withoutSecuritySource(host: Host): Promise<Refusal | undefined> {
  const asked = await Promise.all(sources.map((path) => askedSince(2, () => readSettingFiles(host, [path], /\.(list|sources)$/))));
  const seen = asked.flatMap((files) => files ?? []);
  const suites = seen.flatMap(({ paths, texts }) => paths.flatMap((path, index) => aptSuites(path, texts[index] ?? "")));
  if (suites.some(isSecuritySuite) || (suites.length === 0 && seen.length < sources.length)) return undefined;
  const shut = seen.flatMap((files) => files.shut);
  if (shut.length > 0) return unknown("denied", `${shut.join(", ")} could not be read`);
  return unknown("not-supported", `${sources.join(", ")} name no security archive`);
}
