import type { LinkKind } from "../../../shared/facts/network.ts";
import { realGateways } from "./gatewayAddresses.ts";

/** What has to be known of an interface to see what it lies on. */
interface Layer {
  readonly name: string;
  readonly kind: LinkKind;
  readonly because: string;
  readonly up: boolean;
  readonly isSwitch: boolean;
  readonly addresses: readonly string[];
  readonly gateways: readonly string[];
}

/** From the one that others share most easily to the one that nobody does. */
const worstFirst = ["wifi", "cable", "tether", "cellular"] as const satisfies readonly LinkKind[];

/**
 * A switch that leads to a router is what lies below it. Windows takes its addresses from a network card that it gives to a switch, so the cards that are
 * connected and have none are those below; of several, the worst. Without one it stays "virtual": nobody knows what it leads to.
 * https://learn.microsoft.com/windows-server/virtualization/hyper-v/get-started/create-a-virtual-switch-for-hyper-v-virtual-machines
 */
export function throughSwitches<L extends Layer>(links: readonly L[]): readonly L[] {
  const given = links.filter(
    ({ up, isSwitch, addresses, gateways }) => up && !isSwitch && addresses.length === 0 && realGateways(gateways).length === 0,
  );
  const below = worstFirst.flatMap((kind) => given.filter((link) => link.kind === kind))[0];
  if (below === undefined) return links;
  return links.map((link) =>
    link.isSwitch && link.up && realGateways(link.gateways).length > 0
      ? { ...link, kind: below.kind, because: `${link.because} over ${below.name}` }
      : link,
  );
}
