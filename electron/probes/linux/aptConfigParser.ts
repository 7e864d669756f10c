import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";
import type { AptConf } from "./aptConf.ts";

/**
 * `apt-config dump`: the configuration as apt itself reads it, with the order of the files, comments and `#clear` already worked out.
 * Keys are compared without regard to case, like apt does. Nothing but whole entries is let through, and no key that has one value stands twice: an
 * output with a foreign line, cut within a line or doubled is none. One that is cut between two lines cannot be told from a whole one: it lacks
 * switches, which is "off".
 */
export function parseAptConfig(bytes: Uint8Array): Parsed<AptConf> {
  const text = decodeUtf8(bytes);
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const entry = /([^\s"]+) "([\s\S]*?)";\r?\n/y;
  for (let at = 0; at < text.length; at = entry.lastIndex) {
    entry.lastIndex = at;
    const [, name, value] = entry.exec(text) ?? [];
    if (name === undefined || value === undefined) return notParsed(`apt-config: not an entry: ${text.slice(at, at + 100)}`);
    const key = name.toLowerCase();
    if (key.endsWith("::")) lists.set(key.slice(0, -2), [...(lists.get(key.slice(0, -2)) ?? []), value]);
    else if (values.has(key)) return notParsed(`apt-config: ${name} stands twice`);
    else values.set(key, value);
  }
  return values.has("apt::architecture") ? parsed({ values, lists }) : notParsed("apt-config: no APT::Architecture in the dump");
}

/** Intervals of apt.systemd.daily: days, a number with s, m, h or d, or "always". "0", nothing and anything else mean never. */
export function isInterval(value: string | undefined): boolean {
  return value === "always" || (/^\d+[smhd]?$/.test(value ?? "") && Number.parseInt(value ?? "0", 10) > 0);
}

/** Switched on are the daily work, the renewal of the lists and the installation. https://wiki.debian.org/UnattendedUpgrades */
export function periodicSwitchedOn({ values }: AptConf): boolean {
  return (
    values.get("apt::periodic::enable") !== "0" &&
    isInterval(values.get("apt::periodic::update-package-lists")) &&
    isInterval(values.get("apt::periodic::unattended-upgrade"))
  );
}
