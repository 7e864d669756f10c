import { z } from "zod";

const outside = z.string().max(256);

export const linkKinds = ["cable", "wifi", "cellular", "tether", "tunnel", "virtual", "unrecognised"] as const;
export const linkKindSchema = z.enum(linkKinds);
export type LinkKind = (typeof linkKinds)[number];

/** One question "which way would traffic to this target leave?", answered by the kernel without sending a packet. */
export const routeLegSchema = z.strictObject({
  target: z.enum(["internet", "company"]),
  address: outside,
  family: z.union([z.literal(4), z.literal(6)]),
  /** null: the kernel has no route for this target. */
  via: z.strictObject({ interface: outside, kind: linkKindSchema }).nullable(),
});
export type RouteLeg = z.infer<typeof routeLegSchema>;

export const routeValueSchema = z.strictObject({
  legs: z.array(routeLegSchema).min(1).max(64),
  /** The physical link below any tunnel; null when none carries a default route. */
  underlay: z.strictObject({ interface: outside, kind: linkKindSchema }).nullable(),
});

export const wifiSecurities = ["open", "owe", "wep", "wpa", "wpa2-personal", "wpa2-wpa3-personal", "wpa3-personal", "enterprise"] as const;

export const wifiLinkValueSchema = z.discriminatedUnion("connected", [
  z.strictObject({ connected: z.literal(false) }),
  z.strictObject({
    connected: z.literal(true),
    interface: outside,
    /** null: the OS hides it. */
    ssid: outside.nullable(),
    bssid: outside.nullable(),
    security: z.enum(wifiSecurities),
    /** 0 to 100. */
    signalPercent: z.number().min(0).max(100).nullable(),
  }),
]);

export const egresses = ["tunnel", "direct", "mixed", "none"] as const;

export const vpnValueSchema = z.strictObject({
  /** How IPv4 and IPv6 traffic to the internet leaves. "none": no route in that family. */
  internetV4: z.enum(egresses),
  internetV6: z.enum(egresses),
  /** How traffic to the policy's company targets leaves; null when the policy names none. */
  company: z.enum(egresses).nullable(),
  /** Tunnel interfaces that carry at least one of the tested targets. */
  carrying: z.array(z.strictObject({ interface: outside, kind: outside })).max(32),
  /** Tunnel interfaces that are up and carry none of them: a mesh, an idle system tunnel. */
  idle: z.array(z.strictObject({ interface: outside, kind: outside })).max(64),
});
