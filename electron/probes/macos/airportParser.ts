import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { WifiSecurity } from "../../../shared/facts/network.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";
import { normalMac } from "./routingTableParser.ts";

const networkSchema = z.object({
  _name: z.string().optional(),
  spairport_network_bssid: z.string().optional(),
  spairport_security_mode: z.string().optional(),
  spairport_signal_noise: z.string().optional(),
});
const airportSchema = z.object({
  SPAirPortDataType: z
    .array(
      z.object({
        spairport_airport_interfaces: z
          .array(
            z.object({
              _name: z.string(),
              spairport_status_information: z.string().optional(),
              spairport_current_network_information: networkSchema.optional(),
            }),
          )
          .optional(),
      }),
    )
    .min(1),
});

/** Behind "spairport_security_mode_"; Apple's own word for the WPA3 transition lacks the "s". "wps" says nothing of the encryption. */
const securities: Readonly<Record<string, WifiSecurity>> = {
  none: "open",
  owe: "owe",
  wep: "wep",
  wep40: "wep",
  wep128: "wep",
  wpa_personal: "wpa",
  // The network lets WPA and WPA2 in; which of them is in use is not said.
  wpa_personal_mixed: "wpa",
  wpa_enterprise: "wpa",
  wpa2_personal: "wpa2-personal",
  wpa2_personal_mixed: "wpa2-personal",
  wpa2_enterprise: "enterprise",
  wpa2_enterprise_mixed: "enterprise",
  wpa3_personal: "wpa3-personal",
  wpa3_transition: "wpa2-wpa3-personal",
  wpa3_enterprise: "enterprise",
  wpa2_wpa3_enterprise: "enterprise",
};

/** "-68 dBm / -93 dBm": -50 is as good as it gets, -100 is nothing. */
function percent(text: string | undefined): number | null {
  const dbm = /^(-\d{1,3}) dBm/.exec(text ?? "")?.[1];
  return dbm === undefined ? null : Math.min(100, Math.max(0, 2 * (Number(dbm) + 100)));
}

/** `system_profiler -json SPAirPortDataType`: the network in use of the interface `name`, or of the only one. Keys are never translated. */
export function parseAirport(bytes: Uint8Array, name: string | null): Parsed<FactValue<"wifi-link">> {
  let json: unknown;
  try {
    json = JSON.parse(decodeUtf8(bytes));
  } catch {
    return notParsed("system_profiler: not JSON");
  }
  const airport = airportSchema.safeParse(json);
  if (!airport.success) return notParsed("system_profiler: no list of Wi-Fi interfaces");
  const all = airport.data.SPAirPortDataType.flatMap((entry) => entry.spairport_airport_interfaces ?? []);
  // awdl0 is AirDrop's own.
  const own = all.filter((entry) => (name === null ? !/^(?:awdl|llw)/.test(entry._name) : entry._name === name));
  const [device, ...others] = own;
  if (device === undefined || others.length > 0) return notParsed("system_profiler: not exactly one Wi-Fi interface");
  const status = /^spairport_status_(\w+)$/.exec(device.spairport_status_information ?? "")?.[1];
  const network = device.spairport_current_network_information;
  if (network === undefined && (status === "off" || status === "disassociated" || status === "inactive")) return parsed({ connected: false });
  if (network === undefined || status !== "connected") return notParsed(`system_profiler: status "${(status ?? "").slice(0, 40)}"`);
  const mode = /^s?pairport_security_mode_(\w+)$/.exec(network.spairport_security_mode ?? "")?.[1] ?? "";
  if (!Object.hasOwn(securities, mode)) return notParsed(`system_profiler: security "${mode.slice(0, 40)}" is not known`);
  const ssid = network._name;
  return parsed({
    connected: true,
    interface: device._name.slice(0, 256),
    ssid: ssid === undefined || ssid === "<redacted>" || ssid === "" ? null : ssid.slice(0, 256),
    bssid: normalMac(network.spairport_network_bssid ?? ""),
    security: securities[mode] as WifiSecurity,
    signalPercent: percent(network.spairport_signal_noise),
  });
}
