import type { LinkKind } from "../../../shared/facts/network.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";
import { soundsLikeTelephone } from "./networkPorts.ts";

/** A port as networksetup calls it, in the language of the person. */
export interface NamedPort {
  readonly device: string;
  readonly name: string;
}

/**
 * `networksetup -listallhardwareports` (networksetup(8)): "Hardware Port: Wi-Fi", "Device: en0" and an address, in blocks. The labels are English in every
 * language; the names are not: a German Mac says "WLAN".
 */
export function parseHardwarePorts(bytes: Uint8Array): Parsed<readonly NamedPort[]> {
  // The part about VLANs follows always: without it the list is not whole.
  const [text = "", rest] = decodeUtf8(bytes).split(/^VLAN Configurations$/m);
  if (rest === undefined) return notParsed("networksetup: not the whole list");
  const found = [...text.matchAll(/^Hardware Port: (.+)\nDevice: ([a-z][a-z0-9]{1,15})$/gm)];
  if (found.length === 0) return notParsed("networksetup: no hardware port");
  return parsed(found.map(([, name = "", device = ""]) => ({ device, name })));
}

const soundsLikeWifi = (name: string) => /^(?:Wi-?Fi|AirPort|WLAN|無線LAN|无线局域网|無線區域網路)$/i.test(name.trim());

/**
 * What a name alone suggests, enough to know which port to ask first. Every other port is not recognised: an adapter, a dock and a telephone carry whatever
 * name their maker gave them, so no name makes a cable.
 */
export function kindByName({ name }: NamedPort): LinkKind {
  if (soundsLikeWifi(name)) return "wifi";
  return soundsLikeTelephone(name) ? "tether" : "unrecognised";
}
