import { z } from "zod";

const outside = z.string().max(256);

/**
 * tether: it looks like a telephone that shares its line; its driver says so, and a dock or a stranger's device has the same drivers.
 * tunnel: it may protect what it carries. clear-tunnel: it carries packets inside packets and protects nothing (6in4, GRE, Teredo, 464XLAT).
 */
export const linkKinds = ["cable", "wifi", "cellular", "tether", "tunnel", "clear-tunnel", "virtual", "unrecognised"] as const;
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
export type WifiSecurity = (typeof wifiSecurities)[number];

export const wifiLinkValueSchema = z.discriminatedUnion("connected", [
  z.strictObject({ connected: z.literal(false) }),
  z.strictObject({
    connected: z.literal(true),
    interface: outside,
    /** null: the OS hides it from programs without the location permission (Windows 11 24H2, macOS 15.6). */
    ssid: outside.nullable(),
    bssid: outside.nullable(),
    security: z.enum(wifiSecurities),
    /** 0 to 100. */
    signalPercent: z.number().min(0).max(100).nullable(),
  }),
]);

export const egresses = ["tunnel", "direct", "mixed", "none"] as const;
const egressSchema = z.enum(egresses);

const tunnelSchema = z.strictObject({
  interface: outside,
  /** What the OS calls it: "wireguard", "tun", "ikev2", "Wintun", an adapter's description without its number. */
  kind: outside,
  /** The product by a table of known adapters and drivers ("Tailscale", "FortiClient"); null: not recognised. A hint, never a proof. */
  product: outside.nullable(),
  /** It connects single PCs with each other (Tailscale without exit node, ZeroTier, Hamachi): never the company's VPN by itself. */
  mesh: z.boolean(),
  /** A product that is sold to private people only. Absent: seen by an older version, or not one of those. */
  consumer: z.literal(true).optional(),
  /** A way of building the tunnel that is broken (PPTP, MSCHAPv2 without EAP). */
  weak: z.enum(["pptp", "mschapv2"]).nullable(),
});
export type Tunnel = z.infer<typeof tunnelSchema>;

export const vpnValueSchema = z.strictObject({
  /** How IPv4 and IPv6 traffic to the internet leaves. "none": no route in that family. */
  internetV4: egressSchema,
  internetV6: egressSchema,
  /** How traffic to the policy's company targets leaves; null when the policy names none. */
  company: egressSchema.nullable(),
  /** How questions to the name servers in use leave; null: the servers could not be read or are on this PC. */
  dns: egressSchema.nullable(),
  /** Tunnel interfaces that carry at least one of the tested targets. */
  carrying: z.array(tunnelSchema).max(32),
  /** Tunnel interfaces that are up and carry none of them: a mesh, an idle system tunnel. */
  idle: z.array(tunnelSchema).max(64),
  /** Vendor clients that were found, by what they themselves or their services say. A hint: several work without an interface of their own. */
  clients: z.array(z.strictObject({ product: outside, state: z.enum(["connected", "disconnected", "unrecognised"]) })).max(32),
});

export const resolversValueSchema = z.strictObject({
  servers: z
    .array(
      z.strictObject({
        address: outside,
        /** The interface that it belongs to; null: the OS does not say. */
        interface: outside.nullable(),
      }),
    )
    .min(1)
    .max(64),
  searchDomains: z.array(outside).max(64),
});

export const proxyModes = ["none", "manual", "auto-config", "auto-detect"] as const;
export const proxyValueSchema = z.strictObject({
  mode: z.enum(proxyModes),
  /** Host and port, or the address of the script; null with "none" and "auto-detect". */
  server: outside.nullable(),
});

export const gatewayValueSchema = z.strictObject({
  /** The next router of each physical default route, best first; never empty. */
  gateways: z
    .array(
      z.strictObject({
        interface: outside,
        address: outside,
        /** Lower case, two digits each, colons. null: not (yet) in the neighbour table. */
        mac: outside.nullable(),
      }),
    )
    .min(1)
    .max(16),
  /** The domain that DHCP handed out; said by the network, so a hint. */
  domain: outside.nullable(),
  /** The OS counts the connection as metered (a telephone, a mobile network). null: it does not say. */
  metered: z.boolean().nullable(),
  /** Another address of the local network answers with the gateway's MAC: somebody may stand in between. null: not seen. */
  macShared: z.boolean().nullable(),
});

export const connectivityLevels = ["internet", "portal", "local", "none"] as const;
export const connectivityValueSchema = z.strictObject({
  /** portal: a sign-in page stands in the way. local: no internet behind the network. */
  level: z.enum(connectivityLevels),
  sources: z
    .array(z.strictObject({ source: outside, level: z.enum(connectivityLevels) }))
    .min(1)
    .max(16),
});

export const officeProofValueSchema = z.strictObject({
  /** The company's inside servers that the policy names, asked for their certificate. */
  endpoints: z
    .array(
      z.strictObject({
        host: outside,
        port: z.number().int().min(1).max(65535),
        /** proved: it holds the key whose pin the policy names. */
        outcome: z.enum(["proved", "other-certificate", "unreachable"]),
        /** Which way the connection left; only "direct" proves that this PC is in the office. */
        via: z.enum(["direct", "tunnel", "unrecognised"]),
      }),
    )
    .min(1)
    .max(8),
});

export const networkChanges = ["weaker-security", "other-gateway", "other-vendor"] as const;
/** What earlier runs and the user remember of the network in use. */
export const networkHistoryValueSchema = z.strictObject({
  /** A network of this name or fingerprint was seen before. */
  remembered: z.boolean(),
  /** What the user called it. */
  named: z.enum(["home", "tether"]).nullable(),
  /** A sign-in page was seen on it before: after signing in it is gone, the network stays a public one. */
  portalSeen: z.boolean(),
  /** How it differs from what is remembered under the same name. */
  changes: z.array(z.enum(networkChanges)).max(3),
});
