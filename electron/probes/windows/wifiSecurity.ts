import type { WifiSecurity } from "../../../shared/facts/network.ts";

/**
 * NetworkAuthenticationType, https://learn.microsoft.com/uwp/api/windows.networking.connectivity.networkauthenticationtype
 * (10 is "Wpa3" and "Wpa3Enterprise192Bits").
 */
export const authenticationNames = [
  "none",
  "unknown",
  "open",
  "shared-key",
  "wpa-enterprise",
  "wpa-psk",
  "wpa-none",
  "rsna",
  "rsna-psk",
  "vendor",
  "wpa3-enterprise-192",
  "wpa3-sae",
  "owe",
  "wpa3-enterprise",
] as const;
export type Authentication = (typeof authenticationNames)[number];

/** NetworkEncryptionType, https://learn.microsoft.com/uwp/api/windows.networking.connectivity.networkencryptiontype */
export const encryptionNames = [
  "none",
  "unknown",
  "wep",
  "wep40",
  "wep104",
  "tkip",
  "ccmp",
  "wpa-use-group",
  "rsn-use-group",
  "vendor",
  "gcmp",
  "gcmp256",
] as const;
export type Encryption = (typeof encryptionNames)[number];

const byAuthentication: Readonly<Record<Authentication, WifiSecurity | null>> = {
  none: null,
  unknown: null,
  open: null,
  "shared-key": "wep",
  "wpa-enterprise": "wpa",
  "wpa-psk": "wpa",
  // A network without an access point, with a key that all share: none of our words fits.
  "wpa-none": null,
  rsna: "enterprise",
  "rsna-psk": "wpa2-personal",
  vendor: null,
  "wpa3-enterprise-192": "enterprise",
  "wpa3-sae": "wpa3-personal",
  owe: "owe",
  "wpa3-enterprise": "enterprise",
};

const strong: ReadonlySet<Encryption> = new Set(["ccmp", "gcmp", "gcmp256"]);

/**
 * Security of a Wi-Fi connection from WinRT's two numbers. The cipher in use goes before the name of the method, so that WEP or TKIP under a newer
 * one is seen. null: not known, also for pairs that contradict each other; never "open" and never a safe word then.
 */
export function securityOf(auth: number, enc: number): WifiSecurity | null {
  const authentication = authenticationNames[auth];
  const encryption = encryptionNames[enc];
  if (authentication === undefined || encryption === undefined) return null;
  if (encryption === "wep" || encryption === "wep40" || encryption === "wep104" || authentication === "shared-key") return "wep";
  if (encryption === "tkip") return "wpa";
  if (encryption === "none") return authentication === "none" || authentication === "open" ? "open" : null;
  const security = byAuthentication[authentication];
  // WPA1 is weak whatever its cipher.
  return security === "wpa" || strong.has(encryption) ? security : null;
}
