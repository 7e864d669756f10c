import type { LogIn, Place } from "../../shared/declarations.ts";
import type { Facts } from "../../shared/facts/catalogue.ts";
import { isPhoneSubnet } from "./phoneSubnet.ts";

/**
 * Does the network in use stay where it is? A mobile line and a telephone's hotspot come along into the café: the same network there is no proof of
 * the same place. What cannot be seen counts as moving. A network that the person named "home" stays, though its dock looks like a telephone.
 */
function standsStill({ route, gateway, "network-history": history }: Facts): boolean {
  if (route?.observation.kind !== "known" || gateway?.observation.kind !== "known") return false;
  const kind = route.observation.value.underlay?.kind;
  if (kind === undefined || kind === "cellular") return false;
  // Not gathered: the policy asks for nothing that rests on it.
  if (history !== undefined) {
    if (history.observation.kind !== "known") return false;
    const { named, changes } = history.observation.value;
    if (named === "tether") return false;
    if (named === "home" && changes.length === 0) return true;
  }
  return kind !== "tether" && !gateway.observation.value.gateways.some(({ address }) => isPhoneSubnet(address));
}

/** Where and when an answer is looked at. `standsStill`: the same network there proves the same place. */
export interface Here extends Place {
  readonly standsStill: boolean;
}

/** Pure. */
export function hereOf({ facts, networkId, logIn }: { readonly facts: Facts; readonly networkId: string | null; readonly logIn: LogIn }): Here {
  return { networkId, logIn, standsStill: networkId !== null && standsStill(facts) };
}
