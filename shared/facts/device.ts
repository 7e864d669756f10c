import { z } from "zod";

const outside = z.string().max(256);

export const screenLockValueSchema = z.strictObject({
  /** Every setting that has a say, with what it leads to; never empty, so that "nothing found" cannot look like "all fine". */
  mechanisms: z
    .array(
      z.strictObject({
        source: outside,
        /** When it applies. A PC without a battery has no "battery" mechanism. */
        power: z.enum(["any", "ac", "battery"]),
        /** Seconds without input until this mechanism locks with a password; null: it never does. */
        lockAfterSeconds: z.number().min(0).nullable(),
        /** The program without which it never locks and which does not run. Absent: none is missing, or seen by an older version. */
        missing: z.enum(["gdm"]).optional(),
      }),
    )
    .min(1)
    .max(16),
});

export const volumeRoles = ["system", "home", "swap", "data"] as const;
export const volumeStates = ["encrypted", "not-encrypted", "encrypting", "decrypting", "suspended", "pending-restart"] as const;

export const diskEncryptionValueSchema = z.strictObject({
  volumes: z
    .array(z.strictObject({ role: z.enum(volumeRoles), mount: outside, state: z.enum(volumeStates), method: outside.nullable() }))
    .min(1)
    .max(64),
});

export const firewallValueSchema = z.strictObject({
  /** Something filters on the network in use now. */
  active: z.boolean(),
  /** Which service filters, or which were looked at and found off. `scope`: the kind of network that it is for (profiles of Windows). */
  services: z
    .array(z.strictObject({ name: outside, active: z.boolean(), scope: z.enum(["all", "domain", "private", "public"]) }))
    .min(1)
    .max(16),
  /** Interfaces that an active firewall leaves out. */
  excludedInterfaces: z.array(outside).max(32),
});

export const listeningServicesValueSchema = z.strictObject({
  /** Sockets looked at, loopback ones included: the proof that the list could be read. */
  examined: z.number().int().min(0),
  exposed: z.array(z.strictObject({ protocol: z.enum(["tcp", "udp"]), port: z.number().int().min(1).max(65535), address: outside })).max(512),
});

export const antivirusValueSchema = z.strictObject({
  products: z
    .array(
      z.strictObject({
        name: outside,
        state: z.enum(["on", "off", "passive", "expired"]),
        /** When the definitions were last renewed (ISO 8601); null: the product does not say. */
        definitionsAt: z.iso.datetime().nullable(),
        /** The OS's or the product's own word on whether the definitions are current; null: it says nothing. */
        upToDate: z.boolean().nullable(),
      }),
    )
    .min(1)
    .max(16),
});

export const deviceIdentityValueSchema = z.strictObject({
  hostname: outside,
  user: outside,
  manufacturer: outside.nullable(),
  model: outside.nullable(),
  serial: outside.nullable(),
  assetTag: outside.nullable(),
  chassis: outside.nullable(),
  /** Name of the hypervisor or container engine; null on bare metal. */
  virtual: outside.nullable(),
});
