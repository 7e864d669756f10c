import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { readLinks, type WindowsLink } from "./links.ts";

/** Windows' own hotspot lends its line to others over an adapter that it made up: https://learn.microsoft.com/windows-hardware/drivers/partnerapps/wi-fi-direct */
const isHotspot = ({ driver, description }: WindowsLink) => /^vwifi/i.test(driver) || /wi-fi direct|hosted network/i.test(description);

const plain = (address: string) => address.split("%", 1)[0]?.toLowerCase();

/**
 * Those of these addresses that lead to virtual machines of this PC alone: every interface that has them is one that a program made up, without a network
 * card below it (the inner switches of Hyper-V and WSL, the host-only ones of VirtualBox and VMware).
 */
export function innerOf(links: readonly WindowsLink[], addresses: readonly string[]): ReadonlySet<string> {
  return new Set(
    addresses.filter((address) => {
      const owners = links.filter((link) => link.addresses.some((own) => plain(own) === plain(address)));
      return owners.length > 0 && owners.every((link) => link.kind === "virtual" && !isHotspot(link));
    }),
  );
}

/** The same, asked of this PC; none where its interfaces could not be read. */
export async function innerAddresses(host: Host, addresses: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set();
  const found = await askedSince(2, () => readLinks(host, signal));
  return found === undefined || found.refusal !== undefined ? new Set() : innerOf(found.links, addresses);
}
