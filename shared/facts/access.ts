import { z } from "zod";

const outside = z.string().max(256);

export const accountsValueSchema = z.strictObject({
  /** The session's user is an administrator of this PC, elevated or not. */
  administrator: z.boolean(),
  /** The PC signs in somebody by itself after a start. null here and below: could not be read. */
  autoLogin: z.boolean().nullable(),
  /** The guest account may sign in. */
  guest: z.boolean().nullable(),
  /** The shortest password that the PC accepts; 0: no rule. */
  passwordMinLength: z.number().int().min(0).max(1024).nullable(),
  /** Windows Hello, Touch ID or a fingerprint reader is set up for the user. */
  biometrics: z.boolean().nullable(),
});

export const managementValueSchema = z.strictObject({
  /** How the PC belongs to the company. registered: a private PC that was added to a work account. */
  join: z.enum(["none", "registered", "entra", "domain", "hybrid"]),
  /** Enrolled with a device management; null: could not be read. */
  mdm: z.boolean().nullable(),
  /** Name or host of the device management. */
  server: outside.nullable(),
  /** The company's directory has disabled or deleted the PC; null: it could not be asked. Absent: seen by an older version, or the OS has no such answer. */
  revoked: z.boolean().nullable().optional(),
});

export const remoteAccessKinds = [
  "remote-desktop",
  "file-sharing",
  "screen-sharing",
  "ssh",
  "remote-management",
  "remote-assistance",
  "internet-sharing",
  "printer-sharing",
  "remote-control-app",
] as const;
export const remoteAccessValueSchema = z.strictObject({
  /** Every way in that was looked at; never empty. */
  services: z
    .array(z.strictObject({ kind: z.enum(remoteAccessKinds), name: outside, on: z.boolean() }))
    .min(1)
    .max(32),
});

export const sessionValueSchema = z.strictObject({
  /** How the person sits at this session. */
  remote: z.enum(["none", "remote-desktop", "ssh", "other"]),
  /** Name of the hypervisor or container engine that the machine runs in; null on bare metal. */
  virtual: outside.nullable(),
});

export const protectionIds = ["sip", "gatekeeper", "secure-boot", "uac"] as const;
export const osProtectionValueSchema = z.strictObject({
  /** partial: some of its parts are switched off. */
  protections: z
    .array(z.strictObject({ id: z.enum(protectionIds), state: z.enum(["on", "partial", "off"]) }))
    .min(1)
    .max(8),
});
