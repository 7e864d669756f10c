import type { NetworkProbes } from "../probe.ts";
import { connectivity } from "./connectivity.ts";
import { gateway } from "./gateway.ts";
import { proxy } from "./proxy.ts";
import { resolvers } from "./resolvers.ts";
import { route } from "./route.ts";
import { vpn } from "./vpn.ts";
import { wifiLink } from "./wifiLink.ts";

export const networkProbes: Partial<NetworkProbes> = { route, resolvers, proxy, "wifi-link": wifiLink, gateway, connectivity, vpn };
