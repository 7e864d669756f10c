import type { LinkKind } from "../../../shared/facts/network.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";
import { plistAt, plistList, plistNumber, plistText } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";

/** Kinds of the hardware ports by their device ("en0"). */
export type NetworkPorts = ReadonlyMap<string, LinkKind>;

export const networkInterfacesFile = "/Library/Preferences/SystemConfiguration/NetworkInterfaces.plist";

const deviceName = /^[a-z][a-z0-9]{1,15}$/;
const appleUsbVendor = 1452;

/** A name that says "telephone": only ever a reason for more care, so it may be translated or invented. */
export const soundsLikeTelephone = (name: string) =>
  /^(?:iPhone|iPad|SAMSUNG|Galaxy|Pixel|Xperia|AQUOS|arrows|Bluetooth[ -]PAN)(?![A-Za-z])|Android/i.test(name);

/** Names of ports are never translated in the files; adapters carry their maker's own name. */
function kindOfEthernet(name: string, vendor: number | undefined, product: string): LinkKind {
  if (soundsLikeTelephone(name) || soundsLikeTelephone(product)) return "tether";
  return vendor === appleUsbVendor && /^i(?:Phone|Pad)/.test(product) ? "tether" : "cable";
}

/** SCNetworkInterfaceType of Apple's SystemConfiguration framework. */
function kindOfPort(entry: PlistValue): LinkKind {
  const info = plistAt(entry, "SCNetworkInterfaceInfo");
  const name = plistText(plistAt(info, "UserDefinedName")) ?? "";
  const product = plistText(plistAt(info, "USB Product Name")) ?? "";
  switch (plistText(plistAt(entry, "SCNetworkInterfaceType"))) {
    case "IEEE80211":
      return "wifi";
    case "Ethernet":
    case "FireWire":
      return kindOfEthernet(name, plistNumber(plistAt(info, "idVendor")), product);
    case "Bluetooth":
      return "tether";
    case "WWAN":
    case "Modem":
    case "com.apple.internal.iap":
      return "cellular";
    case "Bond":
      return "cable";
    // A bridge is what lies below it, which another file says.
    default:
      return "unrecognised";
  }
}

/** NetworkInterfaces.plist: every network port that this Mac has ever had, with its kind. */
export function portsOfPlist(value: PlistValue): Parsed<NetworkPorts> {
  const entries = plistList(plistAt(value, "Interfaces")).flatMap((entry) => {
    const name = plistText(plistAt(entry, "BSD Name"));
    return name !== undefined && deviceName.test(name) ? [[name, kindOfPort(entry)] as const] : [];
  });
  return entries.length === 0 ? notParsed("no network port is listed") : parsed(new Map(entries));
}
