import type { LinkKind } from "../../../shared/facts/network.ts";
import { matchVpn } from "../common/vpnProducts.ts";

/** What is known of one interface of Windows. The parts that only CIM knows are null when it did not answer. */
export interface LinkSigns {
  readonly description: string;
  /** IANA ifType, https://www.iana.org/assignments/smi-numbers (5). */
  readonly type: number;
  /** NDIS_PHYSICAL_MEDIUM, https://learn.microsoft.com/windows-hardware/drivers/network/oid-gen-physical-medium */
  readonly medium: number | null;
  /** It stands for a device with a connector or an antenna. */
  readonly hardware: boolean | null;
  readonly driver: string;
  /** Instance id of the device; its beginning is the bus. */
  readonly device: string;
  /** How a connection of Windows' own VPN with this name is built ("Ikev2"); null: there is none that is connected. */
  readonly vpn: string | null;
}

export interface Kind {
  readonly kind: LinkKind;
  /** The sign that decided, in a few technical words. */
  readonly because: string;
}

/** Interfaces that lead to a virtual machine, to this PC itself, or are parts of others, by their driver and by their description. */
const virtualDrivers: ReadonlySet<string> = new Set([
  "vmswitch.sys",
  "vmnetadapter.sys",
  "vboxnetadp6.sys",
  "vboxnetadp.sys",
  "loop.sys",
  "kmloop.sys",
  "vwifimp.sys",
  "vwififlt.sys",
  "bridge.sys",
  "kdnic.sys",
  "mslbfoprovider.sys",
]);
const virtualDescriptions =
  /^(hyper-v virtual|vmware virtual ethernet|virtualbox host-only|npcap loopback|microsoft (km-test )?loopback|microsoft wi-fi direct|microsoft hosted network|microsoft virtual wifi|mac bridge|microsoft network adapter multiplexor|(microsoft )?teredo|microsoft (isatap|6to4)|microsoft kernel debug|software loopback)/;
/** Drivers of telephones that share their line: over USB (RNDIS, Apple) and over Bluetooth. */
const tetherDrivers: ReadonlySet<string> = new Set([
  "rndismp6.sys",
  "rndismp.sys",
  "rndismpx.sys",
  "usb8023.sys",
  "usb80236.sys",
  "netaapl64.sys",
  "netaapl.sys",
  "bthpan.sys",
]);
const tetherDescriptions = /^(remote ndis|apple mobile device ethernet|bluetooth (device|デバイス))/;

const is = (kind: LinkKind, because: string): Kind => ({ kind, because });
const mediumWifi = 9;
const mediumCellular = 8;
const mediumBluetooth = 10;

/** Buses on which no cable can be plugged in: devices that programs made up. */
const madeUp = /^(root|swd|sw|htree)\\/i;

function ofType({ type, medium, hardware, driver, device }: LinkSigns): Kind {
  if (type === 71 || medium === mediumWifi) return is("wifi", `ifType ${type}`);
  if (type === 243 || type === 244 || medium === mediumCellular) return is("cellular", `ifType ${type}`);
  if (type === 53 || type === 131) return is("tunnel", `ifType ${type}`);
  if (type === 6 && hardware === true && !madeUp.test(device)) return is("cable", `ifType 6, ${device.split("\\", 1)[0] ?? "?"}`);
  // Also PPP (23): it carries plain lines (PPPoE, a modem) as well, and without a VPN connection of that name it is not known which.
  return is("unrecognised", `ifType ${type}, ${driver.split("\\").at(-1) || "no driver known"}`);
}

/**
 * What kind of link an interface is. VPN clients often call themselves Ethernet, so their descriptions and drivers come first; an Ethernet without
 * hardware that nobody knows is "unrecognised", never a cable. The interface's name is never looked at: users choose it.
 */
export function kindOfLink(signs: LinkSigns): Kind {
  const description = signs.description.trim().toLowerCase();
  const driver = signs.driver.toLowerCase().split("\\").at(-1) ?? "";
  if (signs.type === 24 || virtualDrivers.has(driver) || virtualDescriptions.test(description)) return is("virtual", signs.description || driver);
  const match = matchVpn({ description, driver });
  if (match.kind !== "none") return is("tunnel", signs.description.replace(/ #\d+$/, ""));
  // Only interfaces that no hardware can be: a connection may bear the name of a network card.
  if (signs.vpn !== null && signs.hardware !== true && [1, 23, 53, 131].includes(signs.type)) return is("tunnel", signs.vpn.toLowerCase());
  if (tetherDrivers.has(driver) || tetherDescriptions.test(description) || signs.medium === mediumBluetooth)
    return is("tether", driver || signs.description);
  return ofType(signs);
}

export function isPhysical(kind: LinkKind): boolean {
  return kind === "cable" || kind === "wifi" || kind === "cellular" || kind === "tether";
}
