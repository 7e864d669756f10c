import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { readSettingFiles } from "./settingFiles.ts";

/** What the lists of one package source say of themselves. */
export interface RepoAge {
  readonly id: string;
  readonly at: string;
}

/** The sources that are switched on in files of the yum and zypp kind: a section each, on unless it says "enabled=0". Null: they cannot be read. */
export async function enabledRepos(host: Host, folder: string): Promise<ReadonlySet<string> | null> {
  const files = await readSettingFiles(host, [folder], /\.repo$/);
  if (files.shut.length > 0 || files.paths.length === 0) return null;
  const on = files.read.flatMap((sections) =>
    [...sections].flatMap(([id, values]) => (id !== "" && id !== "main" && !/^(0|no|false|off)$/i.test(values.get("enabled") ?? "1") ? [id] : [])),
  );
  return new Set(on);
}

/** When the source made its lists, where that is what counts: "revision" is in seconds since 1970 unless its maker chose otherwise. */
function madeAt(repomd: string): string | null {
  const [, seconds] = /<revision>(1\d{9}|2\d{9})<\/revision>/.exec(repomd) ?? [];
  return seconds === undefined ? null : new Date(Number(seconds) * 1000).toISOString();
}

/**
 * The age of the lists of each source that brings security updates: those that publish advisories ("updateinfo"), and `always`. The distribution's own,
 * which change every few days, say themselves when they were made (`own`); of others the time counts at which the package manager last compared them with
 * the server, which it writes by touching the file. Of several folders of one source (left from an earlier release) the newest counts.
 * https://github.com/rpm-software-management/createrepo_c (repomd.xml), libdnf and libzypp for the touching.
 */
export async function repoAges(
  host: Host,
  folders: readonly { readonly id: string; readonly path: string }[],
  { own, always }: { readonly own: RegExp; readonly always: RegExp },
): Promise<readonly RepoAge[]> {
  const seen = await Promise.all(
    folders.map(async ({ id, path }): Promise<readonly RepoAge[]> => {
      const file = await host.readFile(`${path}/repodata/repomd.xml`);
      if (file.outcome !== "read") return [];
      const text = decodeUtf8(file.bytes);
      if (!text.includes('type="updateinfo"') && !always.test(id)) return [];
      const made = own.test(id) ? madeAt(text) : null;
      return [{ id, at: made !== null && Date.parse(made) < Date.parse(file.modifiedAt) ? made : file.modifiedAt }];
    }),
  );
  const newest = new Map<string, RepoAge>();
  for (const age of seen.flat()) {
    const other = newest.get(age.id);
    if (other === undefined || Date.parse(other.at) < Date.parse(age.at)) newest.set(age.id, age);
  }
  return [...newest.values()];
}

/** As far as an answer out of all of them reaches. */
export function oldestOf(ages: readonly RepoAge[]): string | null {
  return ages.reduce<string | null>((oldest, { at }) => (oldest === null || Date.parse(at) < Date.parse(oldest) ? at : oldest), null);
}
