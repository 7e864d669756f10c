import type { FactId, FactValue } from "../../../shared/facts/catalogue.ts";

/** Is the value one that must warn somebody? A part of a value is judged by what it holds; a fact that is not here is never a danger by itself. */
type Dangers = { readonly [K in FactId]?: (value: unknown) => boolean };

const has = <K extends FactId>(check: (value: Partial<FactValue<K>>) => boolean) => {
  return (value: unknown): boolean => typeof value === "object" && value !== null && check(value as Partial<FactValue<K>>);
};

const unsafeWifi: ReadonlySet<string> = new Set(["open", "wep", "wpa"]);

export const dangers: Dangers = {
  "wifi-link": has<"wifi-link">((value) => "security" in value && unsafeWifi.has(value.security ?? "")),
  firewall: has<"firewall">(({ active }) => active === false),
  "disk-encryption": has<"disk-encryption">(({ volumes }) => (volumes ?? []).some(({ role, state }) => role === "system" && state !== "encrypted")),
  antivirus: has<"antivirus">(({ products }) => (products ?? []).length > 0 && (products ?? []).every(({ state }) => state !== "on")),
  "screen-lock": has<"screen-lock">(
    ({ mechanisms }) => (mechanisms ?? []).length > 0 && (mechanisms ?? []).every(({ lockAfterSeconds }) => lockAfterSeconds === null),
  ),
  "os-protection": has<"os-protection">(({ protections }) => (protections ?? []).some(({ state }) => state !== "on")),
  accounts: has<"accounts">(({ autoLogin, guest, administrator }) => autoLogin === true || guest === true || administrator === true),
  "restart-pending": has<"restart-pending">(({ pending }) => pending === true),
  "remote-access": has<"remote-access">(({ services }) => (services ?? []).some(({ on }) => on)),
  connectivity: has<"connectivity">(({ level }) => level === "portal"),
};
