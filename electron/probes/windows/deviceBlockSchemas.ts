import { z } from "zod";

const text = z.string().max(4096);
const count = z.number().int().min(0);
/** WMI hands out a number; some copies of its output have it as text. */
const productState = z.union([
  count,
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
]);
/** Windows PowerShell 5.1 sometimes writes a list of one as its only member, and an empty one as null. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), z.null().transform(() => []), item.transform((only) => [only])]) as unknown as z.ZodType<z.infer<T>[]>;
/** Whether a file is there; null: it has no usable path, or the folder may not be looked into. */
const there = z.boolean().nullable().optional();
const products = z.object({
  products: listOf(
    z.object({
      name: text,
      state: productState,
      /** As registered, for the evidence of a recording; absent in the output of an older script, like the two below. */
      productExe: text.nullable().optional(),
      reportingExe: text.nullable().optional(),
      productThere: there,
      reportingThere: there,
    }),
  ),
});
/** A file or folder and its access list; `below`: the rule is for what will be made in it and not for itself. */
const guarded = z.union([
  z.object({ path: text, error: text }),
  z.object({
    path: text,
    attributes: z.number().int(),
    owner: text,
    rules: listOf(z.object({ sid: text, rights: z.number().int(), deny: z.boolean(), below: z.boolean() })),
  }),
]);
const drive = z.object({ drive: z.string().regex(/^[A-Z]:$/i), protection: z.unknown() });
/** `inbound`: NET_FW_ACTION, 0 blocks and 1 lets in; `shield`: nothing comes in at all. Both absent in the output of an older script. */
const firewallProfile = z.object({
  enabled: z.boolean(),
  excluded: listOf(text).default([]),
  inbound: count.nullable().optional(),
  shield: z.boolean().nullable().optional(),
});

/** What each PowerShell block of the device facts (electron/host/windows/blocks) hands out. */
export const deviceBlockSchemas = {
  session: z.object({
    session: count,
    console: z.number().int().nullable(),
    name: text,
    /** The screen savers that policy and user name. */
    saverPolicy: there,
    saverUser: there,
  }),
  /** `system`: since the blocks of recordings of format 2. */
  clock: z.object({ zone: text, newest: text, system: text.nullable().optional() }),
  "policy-folder": z.object({ folder: guarded, inside: listOf(guarded), above: listOf(guarded) }),
  services: z.object({ services: listOf(z.object({ name: text, status: count })) }),
  listening: z.object({ tcp: listOf(text), udp: listOf(text) }),
  processes: z.object({ count: z.number().int().min(1), names: listOf(text) }),
  updates: z.object({
    searched: text.nullable(),
    installed: text.nullable(),
    level: count,
    enabled: z.boolean(),
    restart: z.boolean(),
  }),
  firewall: z.object({
    current: count.max(7),
    profiles: z.object({ "1": firewallProfile, "2": firewallProfile, "4": firewallProfile }),
    /** Rules that name no program and no port; null: they could not be read. Absent: an older script. */
    rules: z
      .array(z.object({ from: z.enum(["local", "policy", "mdm"]), rule: text }))
      .nullable()
      .optional(),
  }),
  accounts: z.object({
    administrator: z.boolean(),
    /** All claims of the user: none would mean that they could not be read. */
    groups: z.number().int().min(1),
    local: listOf(z.object({ rid: count, enabled: z.boolean() })),
    minLength: count.max(1024).nullable(),
  }),
  identity: z.object({
    serial: text,
    assetTag: text,
    chassis: listOf(count),
    manufacturer: text,
    model: text,
    hypervisor: z.boolean(),
    domain: z.boolean(),
    batteries: count,
  }),
  volumes: z.object({
    system: text,
    real: z.array(text).nullable(),
    /** Of the fixed drives those on a disk that can be unplugged; null: not told. Absent: an older script. */
    outer: z.array(text).nullable().optional(),
    drives: listOf(drive),
    removable: listOf(drive).optional(),
  }),
  antivirus: products,
  "firewall-products": products,
  defender: z.union([
    z.object({ installed: z.literal(false) }),
    z.object({
      mode: text,
      enabled: z.boolean().nullable(),
      realTime: z.boolean().nullable(),
      outOfDate: z.boolean().nullable(),
      age: count,
      updatedAt: text.nullable(),
    }),
  ]),
  pending: z.union([
    z.object({ timeout: z.literal(true) }),
    z.object({
      result: count,
      updates: listOf(z.object({ title: text, severity: text, optional: z.boolean().default(false), kb: listOf(text), categories: listOf(text) })),
    }),
  ]),
} as const;

export type DeviceBlockId = keyof typeof deviceBlockSchemas;
export type DeviceBlock<B extends DeviceBlockId> = z.infer<(typeof deviceBlockSchemas)[B]>;
