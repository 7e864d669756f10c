/** One line "deb …" of sources.list(5): options in brackets, address, suite. Comments and "deb-src" are none. */
function suitesOfList(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const [, suite] = /^\s*deb\s+(?:\[[^\]]*\]\s*)?\S+\s+(\S+)/.exec(line) ?? [];
    return suite === undefined ? [] : [suite];
  });
}

/** Stanzas of the newer format ("DEB822-STYLE FORMAT" in sources.list(5)); one with "Enabled: no" is as good as not there. */
function suitesOfSources(text: string): readonly string[] {
  return text.split(/\n\s*\n/).flatMap((stanza) => {
    const plain = stanza.replaceAll(/^#.*\n?/gm, "").replaceAll(/\n[ \t]+/g, " ");
    const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(plain)?.[1]?.trim() ?? "";
    const isBinary = /(^|\s)deb(\s|$)/.test(field("Types"));
    return isBinary && !/^(no|false|without|off|disable)$/i.test(field("Enabled")) ? field("Suites").split(/\s+/).filter(Boolean) : [];
  });
}

/** The suites of packages that this file of sources.list(5) names. */
export function aptSuites(path: string, text: string): readonly string[] {
  return path.endsWith(".sources") ? suitesOfSources(text) : suitesOfList(text);
}

/** "bookworm-security", and "buster/updates" as Debian called it before 11. */
export const isSecuritySuite = (suite: string) => /-security$|^[a-z]+\/updates$/.test(suite);
