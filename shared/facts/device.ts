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
  /** Is a password asked for when the PC wakes up from sleep? null: could not be seen. Absent: another system, whose mechanisms say it, or seen by an older version. */
  afterSleep: z.enum(["locked", "open"]).nullable().optional(),
});

/** `hibernation`: where the memory is written to when the PC hibernates, and which is not in use as swap. */
export const volumeRoles = ["system", "home", "swap", "data", "hibernation"] as const;
/**
 * `clear-key`: encrypted, but nobody has finished it, and the key lies beside the data in the clear (Windows: "waiting for activation"). `unseen`: it is made
 * of something that can encrypt by itself, and only that can tell whether it does.
 */
export const volumeStates = [
  "encrypted",
  "not-encrypted",
  "encrypting",
  "decrypting",
  "suspended",
  "pending-restart",
  "clear-key",
  "unseen",
] as const;

export const diskEncryptionValueSchema = z.strictObject({
  volumes: z
    .array(z.strictObject({ role: z.enum(volumeRoles), mount: outside, state: z.enum(volumeStates), method: outside.nullable() }))
    .min(1)
    .max(64),
  /**
   * Media that can be taken out and are in the PC now (sticks, cards, drives on a cable), with a file system that is in use; empty: none. `unseen`: the
   * OS does not tell the state. null: could not be looked at. Absent: seen by an older version.
   */
  removable: z
    .array(z.strictObject({ mount: outside, state: z.enum(volumeStates) }))
    .max(64)
    .nullable()
    .optional(),
});

export const firewallValueSchema = z.strictObject({
  /** Something filters on the network in use now: it is on, and what no rule is about does not come in. */
  active: z.boolean(),
  /**
   * Which service filters, or which were looked at and found off. `scope`: the kind of network that it is for (profiles of Windows). `inbound`: what
   * becomes of a connection from outside that no rule is about; absent: seen by an older version, or such a service has no default of its own.
   */
  services: z
    .array(
      z.strictObject({
        name: outside,
        active: z.boolean(),
        scope: z.enum(["all", "domain", "private", "public"]),
        inbound: z.enum(["block", "allow"]).optional(),
      }),
    )
    .min(1)
    .max(16),
  /** Interfaces that an active firewall leaves out. */
  excludedInterfaces: z.array(outside).max(32),
  /**
   * Ports that its rules let in on the networks of this PC; empty: none. null: only an administrator can see. Absent: seen by an older version, or the OS
   * has no such list.
   */
  letsIn: z
    .array(z.strictObject({ protocol: z.enum(["tcp", "udp"]), from: z.number().int().min(0).max(65535), to: z.number().int().min(0).max(65535) }))
    .max(256)
    .nullable()
    .optional(),
});

export const listeningServicesValueSchema = z.strictObject({
  /** Sockets looked at, loopback ones included: the proof that the list could be read. */
  examined: z.number().int().min(0),
  exposed: z
    .array(
      z.strictObject({
        protocol: z.enum(["tcp", "udp"]),
        port: z.number().int().min(1).max(65535),
        address: outside,
        /** Who lets it in before any firewall of this PC looks ("Docker"). Absent: nobody that was seen. */
        past: outside.optional(),
      }),
    )
    .max(512),
});

export const antivirusValueSchema = z.strictObject({
  /** Empty: none is installed, which the OS or the probe's own list says for certain. */
  products: z
    .array(
      z.strictObject({
        name: outside,
        /** `missing`: registered, but its program is not on this PC. */
        state: z.enum(["on", "off", "passive", "expired", "missing"]),
        /** When the definitions were last renewed (ISO 8601); null: the product does not say. */
        definitionsAt: z.iso.datetime().nullable(),
        /** The OS's or the product's own word on whether the definitions are current; null: it says nothing. */
        upToDate: z.boolean().nullable(),
      }),
    )
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
