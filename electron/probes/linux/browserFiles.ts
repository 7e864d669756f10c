import type { browserNames } from "../../../shared/facts/updates.ts";

type Name = (typeof browserNames)[number];

export interface ChromiumLike {
  readonly name: Name;
  /** Names of its package of dpkg. */
  readonly packages: readonly string[];
  /** A file of it, by which it is installed without dpkg. */
  readonly programs: readonly string[];
  /** Its folder of user data below the home folder; the sandboxes of snap and flatpak have their own. */
  readonly userData: readonly string[];
  readonly snap: string | null;
}

export const chromiumLike: readonly ChromiumLike[] = [
  {
    name: "chrome",
    packages: ["google-chrome-stable", "google-chrome-beta"],
    programs: ["/opt/google/chrome/chrome", "/var/lib/flatpak/app/com.google.Chrome/current/active/metadata"],
    userData: [".config/google-chrome", ".var/app/com.google.Chrome/config/google-chrome"],
    snap: null,
  },
  {
    name: "edge",
    packages: ["microsoft-edge-stable"],
    programs: ["/opt/microsoft/msedge/msedge", "/var/lib/flatpak/app/com.microsoft.Edge/current/active/metadata"],
    userData: [".config/microsoft-edge", ".var/app/com.microsoft.Edge/config/microsoft-edge"],
    snap: null,
  },
  {
    name: "brave",
    packages: ["brave-browser"],
    programs: ["/opt/brave.com/brave/brave", "/var/lib/flatpak/app/com.brave.Browser/current/active/metadata"],
    userData: [".config/BraveSoftware/Brave-Browser", ".var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser"],
    snap: "brave",
  },
  {
    name: "chromium",
    packages: ["chromium", "chromium-browser"],
    programs: [
      "/usr/lib/chromium/chromium",
      "/usr/lib64/chromium-browser/chromium-browser",
      "/var/lib/flatpak/app/org.chromium.Chromium/current/active/metadata",
    ],
    userData: [".config/chromium", ".var/app/org.chromium.Chromium/config/chromium", "snap/chromium/common/chromium"],
    snap: "chromium",
  },
];

/** application.ini of every way in which Firefox is installed. */
export const firefoxFiles = [
  "/usr/lib/firefox/application.ini",
  "/usr/lib/firefox-esr/application.ini",
  "/usr/lib64/firefox/application.ini",
  "/opt/firefox/application.ini",
  "/snap/firefox/current/usr/lib/firefox/application.ini",
  "/var/lib/flatpak/app/org.mozilla.firefox/current/active/files/lib/firefox/application.ini",
] as const;

/** The numbers at the beginning of a version: "1:131.0.6778.85-1" → "131.0.6778.85"; null when there are none. */
export function plainVersion(text: string): string | null {
  return /^(?:\d+:)?(\d{1,6}(?:\.\d{1,6}){0,5})(?![\d.])/.exec(text.trim())?.[1] ?? null;
}

/**
 * Versions of installed packages in /var/lib/dpkg/status (deb822). Packages that only point to a snap ("1:85.0snap1") are no browsers, and what is removed
 * but not purged is not installed.
 */
export function installedVersions(status: string, wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of status.split("\n\n")) {
    const [, name] = /^Package: (\S+)$/m.exec(part) ?? [];
    if (name === undefined || !wanted.has(name) || !/^Status: \S+ \S+ installed$/m.test(part)) continue;
    const [, version] = /^Version: (\S+)$/m.exec(part) ?? [];
    if (version !== undefined && !/snap/.test(version)) found.set(name, version);
  }
  return found;
}

/** Is the first version the newer one, number by number? */
export function isNewerVersion(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.split(".").map(Number));
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
