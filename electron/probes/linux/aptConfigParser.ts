import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/**
 * `apt-config dump`: the configuration as apt itself reads it, with the order of the files, comments and `#clear` already worked out.
 * Keys are compared without regard to case, like apt does.
 */
export function parseAptConfig(bytes: Uint8Array): Parsed<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const line of decodeUtf8(bytes).split("\n")) {
    const [, key, value] = /^([^\s"]+) "(.*)";$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined && !key.endsWith("::")) found.set(key.toLowerCase(), value);
  }
  return found.has("apt::architecture") ? parsed(found) : notParsed("apt-config: no APT::Architecture in the dump");
}

/** Intervals of apt.systemd.daily: days, a number with s, m, h or d, or "always". "0", nothing and anything else mean never. */
export function isInterval(value: string | undefined): boolean {
  return value === "always" || (/^\d+[smhd]?$/.test(value ?? "") && Number.parseInt(value ?? "0", 10) > 0);
}

/** Switched on are the daily work, the renewal of the lists and the installation. https://wiki.debian.org/UnattendedUpgrades */
export function periodicSwitchedOn(config: ReadonlyMap<string, string>): boolean {
  return (
    config.get("apt::periodic::enable") !== "0" &&
    isInterval(config.get("apt::periodic::update-package-lists")) &&
    isInterval(config.get("apt::periodic::unattended-upgrade"))
  );
}
