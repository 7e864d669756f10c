import { outside } from "../common/gather.ts";

export interface ResolvConf {
  readonly servers: readonly { readonly address: string; readonly interface: string | null }[];
  readonly searchDomains: readonly string[];
}

const isAddress = (text: string) => /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || (/^[0-9a-f:.]+$/i.test(text) && text.includes(":"));

/** resolv.conf(5): "nameserver ADDRESS" (IPv6 with "%interface" where it needs one), "search" and "domain", of which the last one counts. */
export function parseResolvConf(text: string): ResolvConf {
  const lines = text.split("\n").map((line) => line.trim().split(/\s+/));
  const servers = lines.flatMap(([word, value]) => {
    const [address, zone] = (word === "nameserver" ? (value ?? "") : "").split("%");
    return address !== undefined && isAddress(address) ? [{ address: outside(address), interface: zone ? outside(zone) : null }] : [];
  });
  const domains = lines.filter(([word]) => word === "search" || word === "domain").at(-1) ?? [];
  return {
    servers: servers.slice(0, 64),
    searchDomains: domains
      .slice(1)
      .filter((name) => name !== ".")
      .slice(0, 64)
      .map(outside),
  };
}

/** An address of this PC itself: a server there only passes questions on (systemd-resolved at 127.0.0.53, dnsmasq). */
export function isOwnAddress(address: string): boolean {
  return address.startsWith("127.") || address === "::1" || address === "0.0.0.0";
}
