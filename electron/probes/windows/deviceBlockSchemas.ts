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
const products = z.object({ products: listOf(z.object({ name: text, state: productState })) });
const firewallProfile = z.object({ enabled: z.boolean(), excluded: listOf(text).default([]) });

/** What each PowerShell block of the device facts (electron/host/windows/blocks) hands out. */
export const deviceBlockSchemas = {
  session: z.object({ session: count, console: z.number().int().nullable(), name: text }),
  clock: z.object({ zone: text, newest: text }),
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
  firewall: z.object({ current: count.max(7), profiles: z.object({ "1": firewallProfile, "2": firewallProfile, "4": firewallProfile }) }),
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
    drives: listOf(z.object({ drive: z.string().regex(/^[A-Z]:$/i), protection: z.unknown() })),
  }),
  antivirus: products,
  "firewall-products": products,
  defender: z.object({
    mode: text,
    enabled: z.boolean().nullable(),
    realTime: z.boolean().nullable(),
    outOfDate: z.boolean().nullable(),
    age: count,
    updatedAt: text.nullable(),
  }),
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
