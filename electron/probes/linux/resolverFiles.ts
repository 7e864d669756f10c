import { unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { fileRefusal, type Refusal } from "../common/gather.ts";
import { isOwnAddress, parseResolvConf, type ResolvConf } from "./resolvConfParser.ts";

/** Where programs look (resolv.conf(5)). */
const asked = "/etc/resolv.conf";
/** What the local stubs ask themselves: systemd-resolved's and NetworkManager's own lists. */
const behind = {
  resolved: "/run/systemd/resolve/resolv.conf",
  networkManager: ["/run/NetworkManager/no-stub-resolv.conf", "/run/NetworkManager/resolv.conf"],
} as const;

export interface ResolverSources extends ResolvConf {
  readonly paths: readonly string[];
}

async function readServers(host: Host, path: string): Promise<ResolvConf | null> {
  const file = await host.readFile(path);
  const found = file.outcome === "read" ? parseResolvConf(decodeUtf8(file.bytes)) : null;
  return found?.servers.some(({ address }) => !isOwnAddress(address)) ? found : null;
}

/** The name servers in use. Behind a stub on this PC those that the stub asks; when these cannot be read, the stub's own address. */
export async function readResolvers(host: Host): Promise<ResolverSources | { readonly refusal: Refusal }> {
  const file = await host.readFile(asked);
  if (file.outcome !== "read") return { refusal: fileRefusal(asked, file) ?? unknown("failed", asked) };
  const own = parseResolvConf(decodeUtf8(file.bytes));
  if (own.servers.length === 0) return { refusal: unknown("unparsed", `${asked} names no server`) };
  if (own.servers.some(({ address }) => !isOwnAddress(address))) return { ...own, paths: [asked] };
  const resolved = own.servers.some(({ address }) => address === "127.0.0.53" || address === "127.0.0.54");
  for (const path of resolved ? [behind.resolved, ...behind.networkManager] : [...behind.networkManager, behind.resolved]) {
    const found = await readServers(host, path);
    if (found !== null) return { servers: found.servers, searchDomains: found.searchDomains, paths: [asked, path] };
  }
  return { ...own, paths: [asked] };
}
