import { z } from "zod";
import { wifiSecurities } from "./facts/network.ts";

const outside = z.string().max(256);

/** What is kept of a network in which this PC was, to notice that it has changed. Never leaves the PC. */
export const rememberedNetworkSchema = z.strictObject({
  id: z.string().regex(/^NW-[0-9A-HJKMNP-TV-Z]{8}$/),
  link: z.enum(["wifi", "cable", "other"]),
  /** null: a cable, or the OS hides it. */
  ssid: outside.nullable(),
  /** What the user called it. */
  named: z.enum(["home", "tether"]).nullable(),
  /** The strongest security that was seen under this name; null for a cable. */
  security: z.enum(wifiSecurities).nullable(),
  /** MAC addresses of its routers. */
  gateways: z.array(outside).max(16),
  domain: outside.nullable(),
  /** First three octets of its access points' addresses. */
  vendors: z.array(outside).max(64),
  portalSeen: z.boolean(),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export type RememberedNetwork = z.infer<typeof rememberedNetworkSchema>;
