import { connectivity } from "../common/connectivity.ts";
import { networkHistory } from "../common/networkHistory.ts";
import { officeProof } from "../common/officeProof.ts";
import type { NetworkProbes } from "../probe.ts";
import { gateway } from "./gateway.ts";
import { ownConnectivity } from "./ownConnectivity.ts";
import { macosKindOfInterface } from "./paths.ts";
import { proxy } from "./proxy.ts";
import { resolvers } from "./resolvers.ts";
import { route } from "./route.ts";
import { vpn } from "./vpn.ts";
import { wifiLink } from "./wifiLink.ts";

/** The facts of macOS that end with the network. */
export const networkProbes: NetworkProbes = {
  route,
  resolvers,
  proxy,
  "wifi-link": wifiLink,
  gateway,
  connectivity: connectivity("macos", ownConnectivity, { proxy }),
  "office-proof": officeProof("macos", macosKindOfInterface, route.uses),
  "network-history": networkHistory("macos", { wifiLink, gateway, route }),
  vpn,
};
