import { z } from "zod";
import { type Observation, observationSchema } from "../observation.ts";
import { accountsValueSchema, managementValueSchema, osProtectionValueSchema, remoteAccessValueSchema, sessionValueSchema } from "./access.ts";
import {
  antivirusValueSchema,
  deviceIdentityValueSchema,
  diskEncryptionValueSchema,
  firewallValueSchema,
  listeningServicesValueSchema,
  screenLockValueSchema,
} from "./device.ts";
import { backupValueSchema, clockValueSchema, runningAppsValueSchema } from "./habits.ts";
import {
  connectivityValueSchema,
  gatewayValueSchema,
  networkHistoryValueSchema,
  officeProofValueSchema,
  proxyValueSchema,
  resolversValueSchema,
  routeValueSchema,
  vpnValueSchema,
  wifiLinkValueSchema,
} from "./network.ts";
import {
  automaticUpdatesValueSchema,
  browsersValueSchema,
  osReleaseValueSchema,
  pendingUpdatesValueSchema,
  restartPendingValueSchema,
} from "./updates.ts";

/** Every fact that Preflight can gather. Each OS table answers all of them; an omission does not compile. */
export const factValueSchemas = {
  route: routeValueSchema,
  resolvers: resolversValueSchema,
  proxy: proxyValueSchema,
  "wifi-link": wifiLinkValueSchema,
  gateway: gatewayValueSchema,
  connectivity: connectivityValueSchema,
  "office-proof": officeProofValueSchema,
  "network-history": networkHistoryValueSchema,
  vpn: vpnValueSchema,
  "screen-lock": screenLockValueSchema,
  "os-release": osReleaseValueSchema,
  "pending-updates": pendingUpdatesValueSchema,
  "automatic-updates": automaticUpdatesValueSchema,
  "restart-pending": restartPendingValueSchema,
  browsers: browsersValueSchema,
  "disk-encryption": diskEncryptionValueSchema,
  firewall: firewallValueSchema,
  "listening-services": listeningServicesValueSchema,
  "remote-access": remoteAccessValueSchema,
  antivirus: antivirusValueSchema,
  "os-protection": osProtectionValueSchema,
  accounts: accountsValueSchema,
  "device-identity": deviceIdentityValueSchema,
  management: managementValueSchema,
  session: sessionValueSchema,
  backup: backupValueSchema,
  "running-apps": runningAppsValueSchema,
  clock: clockValueSchema,
} as const;

export type FactId = keyof typeof factValueSchemas;
export type FactValue<K extends FactId> = z.infer<(typeof factValueSchemas)[K]>;
export const factIds = Object.keys(factValueSchemas) as readonly FactId[];
export const factIdSchema = z.enum(factIds as [FactId, ...FactId[]]);

export const evidenceSchema = z.strictObject({ source: z.string().max(256), seen: z.string().max(4000) });
/** Command or API, and the part of its answer that the value rests on: what the employee sees under "why". */
export type Evidence = z.infer<typeof evidenceSchema>;

/** One thing that a probe found out about this machine, with where it comes from, when, and how long it holds. */
export interface Fact<K extends FactId = FactId> {
  readonly id: K;
  readonly observation: Observation<FactValue<K>>;
  readonly evidence: readonly Evidence[];
  /** ISO 8601. */
  readonly at: string;
  readonly durationMs: number;
  readonly validForMs: number;
}
/** Facts by id; a fact that no live rule needs is not gathered and so is absent. */
export type Facts = { readonly [K in FactId]?: Fact<K> };

function factSchema<K extends FactId>(id: K) {
  return z.strictObject({
    id: z.literal(id),
    observation: observationSchema(factValueSchemas[id]),
    evidence: z.array(evidenceSchema).max(64),
    at: z.iso.datetime(),
    durationMs: z.number().min(0),
    validForMs: z.number().min(0),
  });
}

export const factsSchema = z.strictObject(
  Object.fromEntries(factIds.map((id) => [id, factSchema(id).optional()])) as { [K in FactId]: z.ZodOptional<ReturnType<typeof factSchema<K>>> },
);
