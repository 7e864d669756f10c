import { connectivity } from "../common/connectivity.ts";
import { networkHistory } from "../common/networkHistory.ts";
import { officeProof } from "../common/officeProof.ts";
import type { NetworkProbes } from "../probe.ts";
import { gateway } from "./gateway.ts";
import { windowsKindOfInterface } from "./links.ts";
import { ownConnectivity } from "./ownConnectivity.ts";
import { proxy } from "./proxy.ts";
import { resolvers } from "./resolvers.ts";
import { route } from "./route.ts";
import { vpn } from "./vpn.ts";
import { wifiLink } from "./wifiLink.ts";

/** The facts of Windows that end with the network. */
export const networkProbes: NetworkProbes = {
  route,
  resolvers,
  proxy,
  "wifi-link": wifiLink,
  gateway,
  connectivity: connectivity("windows", ownConnectivity, { proxy, uses: ["powershell"] }),
  "office-proof": officeProof("windows", windowsKindOfInterface, ["powershell"]),
  "network-history": networkHistory("windows", { wifiLink, gateway, route }),
  vpn,
};
