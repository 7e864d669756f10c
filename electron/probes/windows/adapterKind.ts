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
  readonly addresses: readonly string[];
}

export interface Kind {
  readonly kind: LinkKind;
  /** The sign that decided, in a few technical words. */
  readonly because: string;
}

/**
 * Interfaces that pass on what other network cards carry: of a Hyper-V switch, of Windows' network bridge, of a team. What lies below says what they
 * are (`switches.ts`); descriptions are translated, so the driver goes first.
 */
const switchDrivers: ReadonlySet<string> = new Set([
  "vmswitch.sys",
  "vmsproxyhnic.sys",
  "vmsproxy.sys",
  "bridge.sys",
  "mslbfoprovider.sys",
  "ndisimplatform.sys",
]);
const switchDescriptions = /^(hyper-v virtual|mac bridge|microsoft network adapter multiplexor)/;

/** Interfaces that lead to a virtual machine, to this PC itself, or are parts of others, by their driver and by their description. */
const virtualDrivers: ReadonlySet<string> = new Set([
  "vmnetadapter.sys",
  "vboxnetadp6.sys",
  "vboxnetadp.sys",
  "loop.sys",
  "kmloop.sys",
  "vwifimp.sys",
  "vwififlt.sys",
  "kdnic.sys",
]);
const virtualDescriptions =
  /^(vmware virtual ethernet|virtualbox host-only|npcap loopback|microsoft (km-test )?loopback|microsoft wi-fi direct|microsoft hosted network|microsoft virtual wifi|microsoft kernel debug|software loopback)/;
/**
 * Drivers of telephones that share their line: over USB (RNDIS, NCM, Apple) and over Bluetooth. Anybody's device may have them, so they are a hint.
 * https://learn.microsoft.com/windows-hardware/drivers/network/overview-of-remote-ndis--rndis-
 */
const tetherDrivers: ReadonlySet<string> = new Set([
  "rndismp6.sys",
  "rndismp.sys",
  "rndismpx.sys",
  "usb8023.sys",
  "usb80236.sys",
  "usbncm.sys",
  "netaapl64.sys",
  "netaapl.sys",
  "bthpan.sys",
]);
const tetherDescriptions = /^(remote ndis|usbncm|apple mobile device ethernet|bluetooth (device|デバイス))/;

const is = (kind: LinkKind, because: string): Kind => ({ kind, because });
const mediumWifi = 9;
const mediumCellular = 8;
const mediumBluetooth = 10;

const clearDescriptions = /^((microsoft )?teredo|microsoft (isatap|6to4))/;
/** Addresses that only these mechanisms have: Teredo (RFC 4380), 6to4 (RFC 3056), ISATAP (RFC 5214 section 6.1). */
const clearAddresses = /^2001:(?:0{1,4}:|:)|^2002:|:(?:0?200:|0{0,4}:)?5efe:/i;

/**
 * Windows' own driver of tunnels carries IPv6 through IPv4 in the clear, except in IP-HTTPS, which is DirectAccess.
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-iphttps
 */
function isClearTunnel({ type, device, addresses }: LinkSigns, description: string, driver: string): boolean {
  if (clearDescriptions.test(description)) return true;
  if (/iphttps/i.test(device) || description.startsWith("microsoft ip-https")) return false;
  return type === 131 && (driver === "tunnel.sys" || addresses.some((address) => clearAddresses.test(address)));
}

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

const fileOf = (path: string) => path.toLowerCase().split("\\").at(-1) ?? "";

/** It passes on what other network cards carry. */
export function isSwitch({ description, driver }: Pick<LinkSigns, "description" | "driver">): boolean {
  return switchDrivers.has(fileOf(driver)) || switchDescriptions.test(description.trim().toLowerCase());
}

/**
 * What kind of link an interface is. VPN clients often call themselves Ethernet, so their descriptions and drivers come first; an Ethernet without
 * hardware that nobody knows is "unrecognised", never a cable. The interface's name is never looked at: users choose it.
 */
export function kindOfLink(signs: LinkSigns): Kind {
  const description = signs.description.trim().toLowerCase();
  const driver = fileOf(signs.driver);
  if (signs.type === 24 || virtualDrivers.has(driver) || virtualDescriptions.test(description)) return is("virtual", signs.description || driver);
  if (isSwitch(signs)) return is("virtual", signs.description || driver);
  if (isClearTunnel(signs, description, driver)) return is("clear-tunnel", signs.description || driver);
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
