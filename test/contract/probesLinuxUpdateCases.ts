import { allUnparsed, type Expected, everyDay, fileDays } from "../support/probeCases.ts";
import { laptop, type Matrix } from "./probesLinuxMatrix.ts";

const release = (name: string) => [`linux/os-release/${name}`];
export const osRelease: Matrix<"os-release"> = {
  cases: [
    {
      title: "Debian 12",
      kind: "secure",
      fixtures: release("debian-12"),
      expected: {
        product: "debian",
        version: "12",
        name: "Debian GNU/Linux 12 (bookworm)",
        build: null,
        edition: null,
        kernel: "6.1.0-40-amd64",
        supportEnd: null,
      },
    },
    {
      title: "the stated end of support",
      kind: "insecure",
      fixtures: release("support-end"),
      expected: { product: "fedora", version: "42", edition: "workstation", supportEnd: "2026-05-13" },
    },
    { title: "a rolling release", kind: "other", fixtures: release("rolling"), expected: { product: "arch", version: "rolling", build: "rolling" } },
    {
      title: "only under /usr/lib, with escapes",
      kind: "other",
      fixtures: release("only-in-usr-lib"),
      expected: { product: "testos", version: "1", name: 'Escaped "quotes" $5' },
    },
    {
      title: "a hostile name",
      kind: "other",
      fixtures: release("hostile"),
      expected: { product: "debian", name: "<script>alert(1)</script>\u001b[2J" },
    },
    { title: "no such file", kind: "absent", fixtures: release("none"), expected: "unknown:failed" },
  ],
  // Cut off after 60 %, a file still holds the lines that we need: they come first.
  badDays: {
    fixtures: [...release("none"), ...release("debian-12")],
    source: { file: "/etc/os-release" },
    expected: { ...fileDays, truncated: { product: "debian", version: "12" } },
  },
};

const apt = (name: string) => [`linux/pending-updates/${name}`];
export const pendingUpdates: Matrix<"pending-updates"> = {
  cases: [
    {
      title: "nothing to do, the age is that of the security archive's own list",
      kind: "secure",
      fixtures: apt("none"),
      expected: { manager: "apt", total: 0, security: 0, names: [], listsAt: "2026-11-22T20:05:00.000Z", listsUntil: "2026-11-29T20:05:00.000Z" },
    },
    // 59 lines, 32 of them with -security (counted with grep in the recording).
    {
      title: "a Debian that is behind",
      kind: "insecure",
      fixtures: apt("debian-12"),
      expected: { total: 59, security: 32, listsAt: "2026-11-20T06:00:00.000Z" },
    },
    {
      title: "two pockets in one field",
      kind: "insecure",
      fixtures: apt("ubuntu-pockets"),
      expected: { total: 3, security: 2, names: ["libexample1", "libexample1", "example-doc"] },
    },
    { title: "exit 0 with an error is not zero updates", kind: "other", fixtures: apt("error-and-exit-0"), expected: "unknown:unparsed" },
    { title: "an empty answer and exit 0 are not zero updates", kind: "other", fixtures: apt("blank-line"), expected: "unknown:unparsed" },
    { title: "apt fails", kind: "other", fixtures: apt("exit-100"), expected: "unknown:failed" },
    { title: "a line that is not one of apt", kind: "other", fixtures: apt("unknown-line"), expected: "unknown:unparsed" },
    { title: "no package lists", kind: "other", fixtures: apt("no-lists"), expected: "unknown:stale" },
    { title: "no security archive among the lists", kind: "other", fixtures: apt("no-security-archive"), expected: "unknown:not-supported" },
    {
      title: "Arch: each update may be one for security",
      kind: "insecure",
      fixtures: apt("arch"),
      expected: { manager: "pacman", total: 2, security: 2, names: ["linux", "example-tool"], listsAt: "2026-11-22T03:00:00Z" },
    },
    {
      title: "Arch, nothing to do",
      kind: "secure",
      fixtures: apt("arch-nothing"),
      expected: { manager: "pacman", total: 0, security: 0, listsAt: "2026-11-22T03:00:00Z" },
    },
    { title: "Arch, an error with the exit code of nothing to do", kind: "other", fixtures: apt("arch-error"), expected: "unknown:unparsed" },
    { title: "Arch, lists never renewed", kind: "other", fixtures: apt("arch-never-renewed"), expected: "unknown:stale" },
    { title: "dnf, lists never fetched", kind: "other", fixtures: apt("dnf-without-lists"), expected: "unknown:stale" },
    { title: "no package manager", kind: "absent", fixtures: apt("no-manager"), expected: "unknown:tool-missing" },
  ],
  badDays: { fixtures: apt("debian-12"), source: { command: "apt-list-upgradable" }, expected: allUnparsed },
};

const automatic = (name: string) => ["linux/os-release/debian-12", "linux/pending-updates/none", `linux/automatic-updates/${name}`];
const unattended = (enabled: boolean) => ({ enabled, mechanism: "unattended-upgrades" });
export const automaticUpdates: Matrix<"automatic-updates"> = {
  cases: [
    { title: "on", kind: "secure", fixtures: automatic("on"), expected: unattended(true) },
    { title: "on through cron", kind: "secure", fixtures: automatic("cron"), expected: unattended(true) },
    { title: "plain files need no apt", kind: "secure", fixtures: automatic("plain-files"), expected: unattended(true) },
    { title: "plain files, switched off by a later one", kind: "insecure", fixtures: automatic("plain-files-off"), expected: unattended(false) },
    { title: "files with a block: apt is asked", kind: "insecure", fixtures: automatic("nested-files"), expected: unattended(false) },
    { title: "files that take a statement back: apt is asked", kind: "insecure", fixtures: automatic("cleared-files"), expected: unattended(false) },
    { title: "switched off by a later file", kind: "insecure", fixtures: automatic("switched-off"), expected: unattended(false) },
    { title: "never set", kind: "insecure", fixtures: automatic("not-set"), expected: unattended(false) },
    { title: "all periodic work is off", kind: "insecure", fixtures: automatic("periodic-disabled"), expected: unattended(false) },
    { title: "the package is missing", kind: "insecure", fixtures: automatic("package-missing"), expected: unattended(false) },
    { title: "the timer is masked", kind: "insecure", fixtures: automatic("timer-masked"), expected: unattended(false) },
    { title: "nothing starts it", kind: "insecure", fixtures: automatic("nothing-starts-it"), expected: unattended(false) },
    { title: "no package manager", kind: "absent", fixtures: ["linux/automatic-updates/no-manager"], expected: "unknown:not-supported" },
  ],
  badDays: {
    fixtures: automatic("on"),
    source: { command: "apt-config" },
    expected: allUnparsed,
  },
};

const restart = (name: string, machine = laptop) => [machine, `linux/restart-pending/${name}`];
export const restartPending: Matrix<"restart-pending"> = {
  cases: [
    { title: "the newest kernel runs", kind: "secure", fixtures: restart("nothing"), expected: { pending: false, since: null, because: [] } },
    {
      title: "packages ask for it",
      kind: "insecure",
      fixtures: restart("reboot-required"),
      expected: { pending: true, since: "2026-11-20T09:30:00.000Z", because: ["linux-image-6.8.0-50-generic", "linux-base"] },
    },
    {
      title: "a newer kernel of the same flavour",
      kind: "insecure",
      fixtures: restart("newer-kernel"),
      expected: { pending: true, because: ["6.1.0-40-amd64"] },
    },
    { title: "only the folder of a newer kernel", kind: "other", fixtures: restart("newer-kernel-removed"), expected: { pending: false } },
    {
      title: "the kernel was replaced in place",
      kind: "insecure",
      fixtures: restart("kernel-replaced"),
      expected: { pending: true, because: ["6.11.6-arch1-1"] },
    },
    { title: "a container", kind: "absent", fixtures: restart("nothing", "linux/machine/podman"), expected: "not-applicable:virtual" },
    {
      title: "a kernel from outside",
      kind: "absent",
      fixtures: restart("kernel-from-outside", "linux/machine/image-started-as-machine"),
      expected: "not-applicable:virtual",
    },
    { title: "no modules on real hardware", kind: "other", fixtures: restart("no-modules-on-hardware"), expected: "unknown:not-supported" },
    { title: "the note is shut", kind: "other", fixtures: restart("reboot-required-denied"), expected: "unknown:denied" },
    { title: "the kernels are shut", kind: "other", fixtures: restart("modules-denied"), expected: "unknown:denied" },
  ],
  badDays: {
    fixtures: restart("newer-kernel"),
    source: { file: "/proc/sys/kernel/osrelease" },
    expected: {
      denied: "unknown:failed",
      timeout: "unknown:failed",
      "tool-missing": "unknown:failed",
      empty: "unknown:failed",
      // A release that no folder carries: its modules are gone, which asks for a restart.
      garbage: { pending: true },
      truncated: { pending: true },
      escapes: { pending: true },
    },
  },
};

const installed = (...names: readonly string[]) => ["linux/browsers/none", ...names.map((name) => `linux/browsers/${name}`)];
const chrome = (version: string, waiting: string | null = null) => ({ name: "chrome" as const, version, waiting });
const firefox = { name: "firefox" as const, version: "145.0.1", waiting: null };
export const browsers: Matrix<"browsers"> = {
  cases: [
    { title: "Chrome and Firefox", kind: "secure", fixtures: installed("laptop"), expected: { browsers: [firefox, chrome("143.0.7499.40")] } },
    {
      title: "the old one still runs",
      kind: "insecure",
      fixtures: installed("waiting"),
      expected: { browsers: [chrome("142.0.7444.175", "143.0.7499.40")] },
    },
    { title: "the old one was closed", kind: "other", fixtures: installed("closed"), expected: { browsers: [chrome("143.0.7499.40")] } },
    {
      title: "snaps; the package that only points to them is none",
      kind: "other",
      fixtures: installed("snaps"),
      expected: { browsers: [firefox, { name: "chromium", version: "143.0.7499.52", waiting: null }] },
    },
    {
      title: "without a list of packages; Edge was never started",
      kind: "other",
      fixtures: installed("without-package-list"),
      expected: { browsers: [chrome("143.0.7499.40")] },
    },
    { title: "none", kind: "absent", fixtures: installed(), expected: { browsers: [] } },
  ],
  badDays: {
    fixtures: installed("laptop"),
    source: { file: "/var/lib/dpkg/status" },
    // What Chrome wrote down at its last start stands in.
    expected: everyDay<Expected<"browsers">>({ browsers: [firefox, chrome("143.0.7499.40")] }),
  },
};

const time = (name: string) => [`linux/clock/${name}`];
export const clock: Matrix<"clock"> = {
  cases: [
    {
      title: "kept; the newest moment that does not come from the clock of this PC",
      kind: "secure",
      fixtures: time("kept"),
      expected: { timeZone: "Asia/Tokyo", synchronised: true, notBefore: "2026-11-22T20:05:00.000Z" },
    },
    { title: "not kept", kind: "insecure", fixtures: time("not-kept"), expected: { synchronised: false, notBefore: "2026-05-10T09:00:00Z" } },
    { title: "another service", kind: "absent", fixtures: time("no-timesyncd"), expected: { synchronised: null, notBefore: "2026-11-23T01:00:00Z" } },
  ],
  badDays: {
    fixtures: time("not-kept"),
    source: { file: "/usr/lib/os-release" },
    // Only its time matters.
    expected: {
      ...everyDay<Expected<"clock">>({ notBefore: "2026-05-10T09:00:00Z" }),
      denied: { notBefore: null },
      timeout: { notBefore: null },
      "tool-missing": { notBefore: null },
    },
  },
};
