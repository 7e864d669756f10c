import type { Facts } from "../../../shared/facts/catalogue.ts";
import type { InterfaceAddress } from "../../host/host.ts";

/** A tunnel that carried traffic at the last look is no longer among the interfaces: its loss is what people should read of. Pure. */
export function tunnelGone(facts: Facts, interfaces: readonly Pick<InterfaceAddress, "interface">[]): boolean {
  const vpn = facts.vpn?.observation;
  if (vpn?.kind !== "known") return false;
  return vpn.value.carrying.some((tunnel) => !interfaces.some((entry) => entry.interface === tunnel.interface));
}
