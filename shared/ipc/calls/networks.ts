import { z } from "zod";
import { rememberedNetworkSchema } from "../../networks.ts";
import { doneOr } from "./answers.ts";

export const networkCalls = {
  /** What the user calls the network of the last run; null takes the name away. `public-network`: it is certainly shared with strangers. */
  "networks.name": {
    input: z.strictObject({ named: z.enum(["home", "tether"]).nullable() }),
    output: doneOr(["no-network", "public-network", "state-unwritable"]),
  },
  /** Networks in which this PC was, the last seen first. Addresses of access points and routers stay on the main side. */
  "networks.list": {
    input: z.null(),
    output: z.array(
      rememberedNetworkSchema.pick({ id: true, link: true, ssid: true, named: true, security: true, firstSeenAt: true, lastSeenAt: true }),
    ),
  },
  "networks.forget": { input: z.strictObject({ id: z.string().max(64) }), output: doneOr(["unknown-network", "state-unwritable"]) },
} as const;
