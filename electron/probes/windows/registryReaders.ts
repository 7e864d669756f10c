import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { type RegistryKeyId, registryKeys } from "../../host/windows/registryKeys.ts";
import type { Reader, Readers, Reading } from "../reader.ts";
import { autoLoginOf } from "./accounts.ts";
import { versionOf } from "./browsers.ts";
import { inboundOf } from "./firewallProfiles.ts";
import { enrollmentOf } from "./management.ts";
import { judgeOsProtection, secureBootOf } from "./osProtection.ts";
import { judgeOsRelease } from "./osRelease.ts";
import type { RegistryAnswer } from "./registry.ts";
import { parseRegQuery, showsWholeKey } from "./regQueryParser.ts";
import { remoteDesktop, sharedThings } from "./remoteAccess.ts";
import { judgeRestartPending } from "./restartPending.ts";
import { screenSaverLock } from "./screenSaver.ts";
import { dwordOf, refusalOf, type Setting, textOf } from "./settings.ts";
import { pausedUntil } from "./updatePauses.ts";

/** What the other keys of a fact stand for when one is read alone. */
const absent: RegistryAnswer = { ok: true, key: null, source: "" };
/** A pause is told as it is written: a pasted output has no "now". */
const beginning = new Date(0);

function ofSetting<T, V>(setting: Setting<T>, read: (value: T | null) => V): Observation<V> {
  return setting.ok ? known(read(setting.value)) : setting.refusal;
}

const lock = (setting: Setting<number>, source: string): Reading => ({
  fact: "screen-lock",
  observation: ofSetting(setting, (value) => ({ mechanisms: [{ source, power: "any", lockAfterSeconds: value }] })),
});

const browser =
  (name: string, value: string) =>
  (key: RegistryAnswer): readonly Reading[] => {
    const text = textOf(key, value);
    const version = text.ok ? versionOf(text.value) : null;
    return [{ fact: "browsers", observation: version === null ? unknown("unparsed", `no ${value}`) : known({ browsers: [{ name, version }] }) }];
  };

const profile =
  (scope: string) =>
  (key: RegistryAnswer): readonly Reading[] => {
    const enabled = dwordOf(key, "EnableFirewall");
    const isRead = enabled.ok && enabled.value !== null;
    const inbound = inboundOf(key);
    const told = inbound.ok && inbound.value !== null ? { inbound: inbound.value } : {};
    const services = [{ name: "Windows Firewall", scope, active: isRead && enabled.value === 1, ...told }];
    return [{ fact: "firewall", observation: isRead ? known({ services }) : unknown("unparsed", "no EnableFirewall") }];
  };

/** What one key alone says of a fact. */
const reads: { readonly [K in RegistryKeyId]?: (key: RegistryAnswer) => readonly Reading[] } = {
  bios: (key) => {
    const [maker, model] = [textOf(key, "SystemManufacturer"), textOf(key, "SystemProductName")];
    return [{ fact: "device-identity", observation: known({ manufacturer: maker.ok ? maker.value : null, model: model.ok ? model.value : null }) }];
  },
  "chrome-beacon": browser("chrome", "version"),
  "chrome-update": browser("chrome", "pv"),
  "current-version": (key) => [{ fact: "os-release", observation: judgeOsRelease(key) }],
  "desktop-policy": (key) => [
    lock(screenSaverLock({ "desktop-policy": key, "desktop-user": absent, "winlogon-grace": absent }).time, "screen saver"),
  ],
  "desktop-user": (key) => [lock(screenSaverLock({ "desktop-policy": absent, "desktop-user": key, "winlogon-grace": absent }).time, "screen saver")],
  "edge-beacon": browser("edge", "version"),
  "edge-update": browser("edge", "pv"),
  enrollments: (key) => {
    const enrolment = enrollmentOf(key);
    return [{ fact: "management", observation: enrolment.mdm === null ? unknown("unparsed", "enrolments") : known(enrolment) }];
  },
  firefox: browser("firefox", "CurrentVersion"),
  "firewall-domain": profile("domain"),
  "firewall-domain-policy": profile("domain"),
  "firewall-private": profile("private"),
  "firewall-private-policy": profile("private"),
  "firewall-public": profile("public"),
  "firewall-public-policy": profile("public"),
  "policies-system": (key) => {
    const limit = dwordOf(key, "InactivityTimeoutSecs");
    return [
      lock(limit.ok ? { ok: true, value: limit.value || null } : limit, "machine inactivity limit"),
      { fact: "os-protection", observation: judgeOsProtection({ "policies-system": key, "secure-boot": absent }) },
    ];
  },
  "reboot-pending": (key) => [
    { fact: "restart-pending", observation: judgeRestartPending({ "reboot-pending": key, "reboot-required": absent }, null) },
  ],
  "reboot-required": (key) => [
    { fact: "restart-pending", observation: judgeRestartPending({ "reboot-pending": absent, "reboot-required": key }, null) },
  ],
  "remote-desktop": (key) => [
    {
      fact: "remote-access",
      observation: ofSetting(remoteDesktop({ "remote-desktop": key, "remote-desktop-policy": absent }), (on) => ({
        services: [{ kind: "remote-desktop", name: "Remote Desktop", on: on === true }],
      })),
    },
  ],
  "secure-boot": (key) => {
    const boot = secureBootOf(key);
    return [{ fact: "os-protection", observation: boot === null ? unknown("unparsed", "UEFISecureBootEnabled") : known({ protections: [boot] }) }];
  },
  shares: (key) => {
    const { folders, printers } = sharedThings(key);
    // One share alone, asked for by its name, says nothing of the others.
    if (key.ok && key.key?.partial && !(folders.ok && folders.value) && !(printers.ok && printers.value))
      return [{ fact: "remote-access", observation: unknown("unparsed", "the other shares are not shown") }];
    const services = [
      { kind: "file-sharing", name: "Shared folders", on: folders.ok && folders.value === true },
      { kind: "printer-sharing", name: "Shared printers", on: printers.ok && printers.value === true },
    ];
    const refusal = refusalOf(folders, printers);
    return [{ fact: "remote-access", observation: refusal ?? known({ services }) }];
  },
  "update-pause": (key) => [{ fact: "automatic-updates", observation: ofSetting(pausedUntil(key, beginning), (until) => ({ pausedUntil: until })) }],
  "winlogon-auto": (key) => {
    const autoLogin = autoLoginOf(key);
    return [{ fact: "accounts", observation: autoLogin === null ? unknown("unparsed", "no AutoAdminLogon") : known({ autoLogin }) }];
  },
};

/** reg.exe says 1 for "not there" and for "denied" alike; which of the two, a pasted output alone does not prove. */
function readerOf(id: RegistryKeyId, read: (key: RegistryAnswer) => readonly Reading[]): Reader {
  return ({ code, stdout }) => {
    const key = parseRegQuery(stdout, registryKeys[id]);
    if (code === 0 && key.ok) {
      const seen = showsWholeKey(stdout, registryKeys[id]) ? key.value : { ...key.value, complete: false, partial: true as const };
      // Another key or another program may have a say as well; the release of Windows alone stands in one place.
      return read({ ok: true, key: seen, source: `reg.exe query ${registryKeys[id]}` }).map(
        (reading): Reading => (id === "current-version" ? reading : { ...reading, part: true }),
      );
    }
    const why = code === 0 && !key.ok ? unknown("unparsed", key.detail) : unknown("failed", `reg: exit ${code}: not there, or not to be read`);
    return read(absent).map(({ fact }) => ({ fact, observation: why }));
  };
}

/** `reg.exe query` of the keys that say something by themselves. */
export const registryReaders: Readers = Object.fromEntries(
  Object.entries(reads).map(([id, read]) => [`reg-${id}`, readerOf(id as RegistryKeyId, read)]),
);
