import type { Host } from "../../host/host.ts";
import { plistAt, plistList, plistText } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";
import { type PlistFile, readPlist } from "./plistFile.ts";

export const networkSettingsFile = "/Library/Preferences/SystemConfiguration/preferences.plist";

/** The file in which macOS keeps locations, network services and their settings. The host reads it once for all who ask. */
export function readNetworkSettings(host: Host): Promise<PlistFile> {
  return readPlist(host, networkSettingsFile);
}

/** The network services of the location in use: "/Sets/UUID" names it, and its services are links of the form "/NetworkServices/UUID". */
export function currentServices(settings: PlistValue): readonly PlistValue[] {
  const set = /^\/Sets\/([^/]+)$/.exec(plistText(plistAt(settings, "CurrentSet")) ?? "")?.[1];
  if (set === undefined) return [];
  return plistList(plistAt(settings, "Sets", set, "Network", "Service")).flatMap((entry) => {
    const id = /^\/NetworkServices\/([^/]+)$/.exec(plistText(plistAt(entry, "__LINK__")) ?? "")?.[1];
    const service = id === undefined ? undefined : plistAt(settings, "NetworkServices", id);
    return service === undefined ? [] : [service];
  });
}

/** Do all PPP services carry a VPN (L2TP)? null: there are others too, or none. */
export function pppIsTunnel(settings: PlistValue): boolean | null {
  const kinds = currentServices(settings)
    .filter((service) => plistText(plistAt(service, "Interface", "Type")) === "PPP")
    .map((service) => plistText(plistAt(service, "Interface", "SubType")));
  return kinds.length > 0 && kinds.every((kind) => kind === "L2TP" || kind === "PPTP") ? true : null;
}
