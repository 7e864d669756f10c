/** Whose list it is and when it was made, as the head of an InRelease or Release file says; null for what it does not say. */
export interface AptRelease {
  readonly origin: string | null;
  readonly label: string | null;
  readonly suite: string | null;
  readonly codename: string | null;
  readonly date: string | null;
  /** After this apt itself refuses the list. */
  readonly validUntil: string | null;
}

/** "Sun, 22 Nov 2026 20:05:00 UTC" as ISO 8601. https://wiki.debian.org/DebianRepository/Format#Date.2C_Valid-Until */
export function archiveTime(text: string | null): string | null {
  const [, date] = /^([A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2}:\d{2}) (?:UTC|GMT|\+0000)$/.exec(text ?? "") ?? [];
  const time = date === undefined ? Number.NaN : Date.parse(`${date} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** The fields stand before the long lists of sums. https://wiki.debian.org/DebianRepository/Format#A.22Release.22_files */
export function parseRelease(text: string): AptRelease {
  const head = text.slice(0, 8192).split(/^(?:MD5Sum|SHA1|SHA256|SHA512):/m, 1)[0] ?? "";
  const field = (name: string) => new RegExp(`^${name}: *(.+?)\\s*$`, "m").exec(head)?.[1] ?? null;
  return {
    origin: field("Origin"),
    label: field("Label"),
    suite: field("Suite"),
    codename: field("Codename"),
    date: archiveTime(field("Date")),
    validUntil: archiveTime(field("Valid-Until")),
  };
}

/** "mirror.example.org_debian-security_dists_bookworm-security_InRelease": what stands for the suite in sources.list. */
export function suiteOfList(name: string): string | null {
  const [, suite] = /_dists_(.+)_(?:In)?Release$/.exec(name) ?? [];
  return suite?.replaceAll("_", "/") ?? null;
}

/**
 * Is it the list of a security archive? Debian's and Ubuntu's suites end in "-security", Debian's before 11 were called "buster/updates", and Debian
 * labels it. The file's own words go before its name.
 */
export function isSecurityList(name: string, { label, suite, codename }: AptRelease): boolean {
  if (label === "Debian-Security" || [suite, codename].some((word) => word?.endsWith("-security"))) return true;
  // A mirror may lie under any name, but Release names the suite: when it does and it is another, the name is only the mirror's.
  return suite === null && /(-security|^[a-z]+\/updates)$/.test(suiteOfList(name) ?? "");
}
