import type { connectivityLevels } from "../../../shared/facts/network.ts";
import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import type { OwnSign } from "../common/connectivity.ts";
import { evidence } from "../common/gather.ts";
import { type ConnectionProfile, type Connections, readConnections } from "./connectionBlock.ts";

type ConnectivityLevel = (typeof connectivityLevels)[number];

/**
 * NetworkConnectivityLevel: ConstrainedInternetAccess is Windows' word for a sign-in page.
 * https://learn.microsoft.com/uwp/api/windows.networking.connectivity.networkconnectivitylevel
 */
export const connectivityOfLevel: Readonly<Record<number, ConnectivityLevel>> = { 0: "none", 1: "local", 2: "portal", 3: "internet" };

const source = "Windows: NetworkInformation";

/** What the connection used for the internet says; without one, the best of the others. A level that is not known is no answer. Pure. */
export function levelOf({ internet, profiles }: Connections): ConnectivityLevel | null {
  const used: readonly ConnectionProfile[] = internet === null ? profiles : [internet];
  const levels = used.map(({ level }) => connectivityOfLevel[level]);
  if (levels.includes(undefined)) return null;
  // A sign-in page goes first: with one connection behind it and one that is only local, it is what the user must see.
  return (["portal", "internet", "local"] as const).find((level) => levels.includes(level)) ?? "none";
}

/** Windows' own sign of a sign-in page or of no internet. It has asked Microsoft's server itself; we send nothing. */
export async function ownConnectivity(host: Host, signal: AbortSignal): Promise<OwnSign> {
  const block = await readConnections(host, signal);
  if (!block.ok) return { kind: "refused", refusal: block.refusal };
  const level = levelOf(block.value);
  if (level === null) return { kind: "refused", refusal: unknown("unparsed", "connection: a connectivity level that is not known") };
  const said = block.value.internet ?? block.value.profiles[0];
  return {
    kind: "seen",
    level,
    source,
    evidence: [evidence(source, `${level}; level ${said?.level ?? 0} of ${block.value.profiles.length} connections`)],
  };
}
