import { allUnparsed, type Expected, everyDay, fileDays } from "../support/probeCases.ts";
import { desk, laptop, type Matrix } from "./probesLinuxMatrix.ts";

const id = (name: string, machine = laptop) => [machine, `linux/device-identity/${name}`];
const ec4420 = {
  manufacturer: "Example Computer Inc.",
  model: "EC-4420 Laptop",
  serial: null,
  assetTag: "PC-00417",
  chassis: "Notebook",
  virtual: null,
};

const noMaker = { ...ec4420, manufacturer: null };
export const deviceIdentity: Matrix<"device-identity"> = {
  cases: [
    { title: "a company laptop", kind: "secure", fixtures: id("laptop"), expected: { hostname: "hana-laptop", user: "hana", ...ec4420 } },
    {
      title: "fillers are no values",
      kind: "insecure",
      fixtures: id("fillers"),
      expected: { manufacturer: null, model: null, serial: null, assetTag: null, chassis: "Desktop", virtual: null },
    },
    { title: "a virtual machine", kind: "other", fixtures: id("virtualbox"), expected: { manufacturer: "innotek GmbH", virtual: "VirtualBox" } },
    { title: "a container", kind: "other", fixtures: id("laptop", "linux/machine/docker"), expected: { virtual: "docker" } },
    { title: "no DMI", kind: "absent", fixtures: id("no-dmi"), expected: { manufacturer: null, model: null, virtual: "virtual machine" } },
    {
      title: "control characters are no name",
      kind: "other",
      fixtures: id("hostile"),
      expected: { manufacturer: null, model: "<img src=x onerror=1>", assetTag: null, chassis: null },
    },
  ],
  badDays: {
    // An unreadable field is null; the identity stays known.
    fixtures: id("laptop"),
    source: { file: "/sys/class/dmi/id/sys_vendor" },
    expected: {
      denied: noMaker,
      timeout: noMaker,
      "tool-missing": noMaker,
      garbage: noMaker,
      truncated: { ...ec4420, manufacturer: "Example Compu" },
      empty: noMaker,
      escapes: noMaker,
    },
  },
};

const person = (...names: readonly string[]) => ["linux/accounts/base", ...names.map((name) => `linux/accounts/${name}`)];
export const accounts: Matrix<"accounts"> = {
  cases: [
    // The line of pam_pwquality is a comment: the 6 of pam_unix counts.
    {
      title: "a plain user",
      kind: "secure",
      fixtures: person(),
      expected: { administrator: false, autoLogin: false, guest: false, passwordMinLength: 6, biometrics: null },
    },
    { title: "a member of sudo", kind: "insecure", fixtures: person("administrator"), expected: { administrator: true } },
    { title: "a member since the sign-in", kind: "insecure", fixtures: person("administrator-since-sign-in"), expected: { administrator: true } },
    { title: "root", kind: "insecure", fixtures: person("root"), expected: { administrator: true } },
    { title: "GDM signs in", kind: "insecure", fixtures: person("gdm-signs-in"), expected: { autoLogin: true } },
    { title: "GDM asks", kind: "secure", fixtures: person("gdm-asks"), expected: { autoLogin: false } },
    { title: "SDDM signs in", kind: "insecure", fixtures: person("sddm-signs-in"), expected: { autoLogin: true } },
    { title: "SDDM, the key of another section", kind: "secure", fixtures: person("sddm-other-section"), expected: { autoLogin: false } },
    { title: "LightDM lets a guest in", kind: "insecure", fixtures: person("lightdm-guest"), expected: { autoLogin: false, guest: true } },
    { title: "greetd signs in", kind: "insecure", fixtures: person("greetd-signs-in"), expected: { autoLogin: true } },
    { title: "the console signs in", kind: "insecure", fixtures: person("console-signs-in"), expected: { autoLogin: true } },
    {
      title: "settings of a display manager that is not in use",
      kind: "secure",
      fixtures: person("leftover-settings"),
      expected: { autoLogin: false },
    },
    { title: "a display manager of the future", kind: "other", fixtures: person("display-manager-of-the-future"), expected: { autoLogin: null } },
    { title: "settings that are shut", kind: "other", fixtures: person("settings-shut"), expected: { autoLogin: null } },
    { title: "a length of its own", kind: "secure", fixtures: person("quality-rules"), expected: { passwordMinLength: 14 } },
    { title: "a length that depends", kind: "other", fixtures: person("quality-credits"), expected: { passwordMinLength: null } },
    { title: "a group from a directory", kind: "other", fixtures: person("group-from-a-directory"), expected: "unknown:unparsed" },
    { title: "no list of groups", kind: "absent", fixtures: person("no-group-file"), expected: "unknown:failed" },
  ],
  badDays: {
    fixtures: person("administrator"),
    source: { file: "/etc/group" },
    expected: fileDays,
  },
};

const managed = (...names: readonly string[]) => ["linux/management/none", ...names.map((name) => `linux/management/${name}`)];
export const management: Matrix<"management"> = {
  cases: [
    { title: "nobody", kind: "absent", fixtures: managed(), expected: { join: "none", mdm: null, server: null } },
    { title: "a domain", kind: "secure", fixtures: managed("domain"), expected: { join: "domain", mdm: null, server: "corp.example" } },
    { title: "a domain through Samba", kind: "secure", fixtures: managed("winbind"), expected: { join: "domain", server: null } },
    { title: "the key of a service is no join", kind: "insecure", fixtures: managed("keytab-of-a-service"), expected: { join: "none" } },
    { title: "Intune", kind: "secure", fixtures: managed("intune"), expected: { join: "registered", mdm: true, server: "Microsoft Intune" } },
    { title: "left the domain", kind: "insecure", fixtures: managed("left-the-domain"), expected: { join: "none", server: null } },
    { title: "Intune's portal is gone", kind: "insecure", fixtures: managed("intune-removed"), expected: { join: "none", mdm: null } },
    { title: "Intune's portal alone", kind: "insecure", fixtures: managed("intune-not-enrolled"), expected: { join: "none", mdm: null } },
  ],
  badDays: {
    fixtures: managed("winbind"),
    source: { file: "/etc/nsswitch.conf" },
    // Cut off behind the line of the users.
    expected: { ...fileDays, truncated: { join: "none" } },
  },
};

const seat = (name: string, machine = laptop) => [machine, "linux/session/real-hardware", `linux/session/${name}`];
export const session: Matrix<"session"> = {
  cases: [
    { title: "at the desk", kind: "secure", fixtures: seat("desk"), expected: { remote: "none", virtual: null } },
    { title: "over SSH", kind: "insecure", fixtures: seat("ssh"), expected: { remote: "ssh" } },
    { title: "over SSH while the desk is in use", kind: "insecure", fixtures: seat("ssh-beside-desk"), expected: { remote: "ssh" } },
    { title: "over xrdp", kind: "insecure", fixtures: seat("xrdp"), expected: { remote: "remote-desktop" } },
    { title: "over VNC", kind: "insecure", fixtures: seat("vnc"), expected: { remote: "other" } },
    { title: "no logind", kind: "absent", fixtures: seat("environment-only"), expected: { remote: "ssh", virtual: null } },
    { title: "a virtual machine", kind: "other", fixtures: seat("virtual-machine"), expected: { remote: "none", virtual: "VirtualBox" } },
    { title: "a container", kind: "other", fixtures: seat("desk", "linux/machine/podman"), expected: { virtual: "podman" } },
  ],
  badDays: {
    fixtures: seat("xrdp"),
    source: { file: "/run/systemd/sessions/7" },
    expected: everyDay<Expected<"session">>({ remote: "none" }),
  },
};

const kept = (...names: readonly string[]) => [desk, "linux/backup/none", ...names.map((name) => `linux/backup/${name}`)];
const source = (name: string, enabled: boolean, lastAt: string | null = null) => ({ name, enabled, lastAt });
export const backup: Matrix<"backup"> = {
  cases: [
    { title: "none", kind: "absent", fixtures: kept(), expected: { sources: [] } },
    {
      title: "Déjà Dup",
      kind: "secure",
      fixtures: kept("deja-dup"),
      expected: { sources: [source("Déjà Dup", true, "2026-11-21T10:00:00.000Z")] },
    },
    { title: "Déjà Dup, never", kind: "insecure", fixtures: kept("deja-dup-off"), expected: { sources: [source("Déjà Dup", false)] } },
    {
      title: "Déjà Dup, a backup of the future",
      kind: "insecure",
      fixtures: kept("deja-dup-in-the-future"),
      expected: { sources: [source("Déjà Dup", true)] },
    },
    { title: "Déjà Dup without a session bus", kind: "other", fixtures: kept("deja-dup-without-bus"), expected: "unknown:failed" },
    { title: "Timeshift", kind: "other", fixtures: kept("timeshift"), expected: { sources: [source("Timeshift", true)] } },
    { title: "Timeshift's settings are shut", kind: "other", fixtures: kept("timeshift-shut"), expected: "unknown:denied" },
    { title: "timers", kind: "other", fixtures: kept("timers"), expected: { sources: [source("borgmatic", true), source("restic-backup", true)] } },
  ],
  badDays: { fixtures: kept("deja-dup"), source: { command: "gsettings" }, expected: allUnparsed },
};
