import type { Facts } from "../../shared/facts/catalogue.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import type { RememberedNetwork } from "../../shared/networks.ts";
import { recall } from "../probes/common/networkFingerprint.ts";
import { canBeKnownAgain, namingStep, networkOf, withName, writeNetworks } from "./networks.ts";
import { pseudonymWith } from "./secretKey.ts";
import type { StateStore } from "./stateStore.ts";

export type Forgotten = { readonly ok: true } | { readonly ok: false; readonly code: "unknown-network" | "state-unwritable" };

/** Each fact that the naming rests on still holds. Otherwise the PC may be on another network by now. */
function stillHolds(facts: Facts, now: Date): boolean {
  return [facts.route, facts["wifi-link"], facts.gateway, facts.connectivity].every((fact) => {
    const age = fact === undefined ? 0 : now.getTime() - Date.parse(fact.at);
    return fact === undefined || (age >= 0 && age <= fact.validForMs);
  });
}

/**
 * Keeps what the user calls the network in use; null takes the name away. Not for a network that is certainly shared with strangers: its name
 * could never count. Never throws.
 */
export async function nameNetwork(
  named: RememberedNetwork["named"],
  { store, facts }: { readonly store: StateStore; readonly facts: Facts },
): Promise<CallOutput<"networks.name">> {
  const observed = networkOf(facts);
  if (observed.kind !== "known" || !canBeKnownAgain(observed.value)) return { ok: false, code: "no-network" };
  const now = observed.value;
  const connectivity = facts.connectivity?.observation;
  const portal = connectivity?.kind === "known" && connectivity.value.level === "portal";
  try {
    return await store.exclusively(async () => {
      const { networks: kept, clock } = await store.read();
      if (!kept.replaceable) return { ok: false, code: "state-unwritable" };
      if (!stillHolds(facts, clock.host())) return { ok: false, code: "no-network" };
      const open = now.security === "open" || now.security === "wep";
      if (named !== null && (portal || open || recall(now, kept.networks)?.portalSeen)) return { ok: false, code: "public-network" };
      const after = withName(kept.networks, now, named, clock.host());
      await store.journal.append([namingStep(after.network, pseudonymWith(store.secretKey))], clock.moment());
      await writeNetworks(store.folder, after.networks);
      return { ok: true };
    });
  } catch {
    return { ok: false, code: "state-unwritable" };
  }
}

/** Drops all that is kept of one network. Its name ends in the journal too, so that an old file cannot bring it back. Never throws. */
export async function forgetNetwork(id: string, store: StateStore): Promise<Forgotten> {
  try {
    return await store.exclusively(async () => {
      const { networks: kept, clock } = await store.read();
      if (!kept.replaceable) return { ok: false, code: "state-unwritable" };
      const network = kept.networks.find((one) => one.id === id);
      if (network === undefined) return { ok: false, code: "unknown-network" };
      await store.journal.append([namingStep({ ...network, named: null }, pseudonymWith(store.secretKey))], clock.moment());
      await writeNetworks(
        store.folder,
        kept.networks.filter((one) => one.id !== id),
      );
      return { ok: true };
    });
  } catch {
    return { ok: false, code: "state-unwritable" };
  }
}
