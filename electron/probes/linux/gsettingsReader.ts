import { known, unknown } from "../../../shared/observation.ts";
import type { Reading } from "../reader.ts";
import { gsettingsDesktops, gsettingsLockAfter } from "./gsettingsLock.ts";
import { flagOf, parseGsettings, type Settings } from "./gsettingsParser.ts";
import { gnomeProxy } from "./proxy.ts";
import { remoteServices } from "./remoteServices.ts";

/** The lock of each desktop of which the dump holds settings. Which of them is in use, and whether these are mere defaults, only the session tells. */
function lockReadings(settings: Settings): readonly Reading[] {
  const there = Object.values(gsettingsDesktops).filter(({ idle }) => settings.has(idle));
  if (there.length === 0) return [{ fact: "screen-lock", observation: unknown("unparsed", "gsettings: no lock settings of a desktop") }];
  const locks = there.map((desktop) => ({ desktop, lockAfter: gsettingsLockAfter(settings, desktop) }));
  return locks.map(({ desktop, lockAfter }) => ({
    fact: "screen-lock",
    observation: lockAfter.ok
      ? known({ mechanisms: [{ source: desktop.name, power: "any", lockAfterSeconds: lockAfter.value }] })
      : unknown("unparsed", lockAfter.detail),
  }));
}

function remoteReadings(settings: Settings): readonly Reading[] {
  const services = remoteServices.flatMap(({ kind, name, settings: keys }) =>
    keys.flatMap((key) => {
      const on = flagOf(settings, key);
      return on.ok ? [{ kind, name, on: on.value }] : [];
    }),
  );
  return services.length === 0 ? [] : [{ fact: "remote-access", observation: known({ services }) }];
}

/** What `gsettings list-recursively` says of the lock, the proxy and GNOME's remote desktop. */
export function gsettingsReadings(bytes: Uint8Array): readonly Reading[] {
  const settings = parseGsettings(bytes);
  if (!settings.ok) return [{ fact: "screen-lock", observation: unknown("unparsed", settings.detail) }];
  const proxy: readonly Reading[] = settings.value.has("org.gnome.system.proxy mode")
    ? [{ fact: "proxy", observation: gnomeProxy(settings.value) }]
    : [];
  return [...lockReadings(settings.value), ...proxy, ...remoteReadings(settings.value)];
}
