import { z } from "zod";
import type { Host } from "../../host/host.ts";
import { type Block, readBlock } from "./powershell.ts";

const adapterSchema = z.object({
  name: z.string(),
  description: z.string(),
  id: z.string(),
  index: z.int(),
  up: z.int(),
  media: z.int(),
  type: z.int(),
  medium: z.int(),
  hardware: z.boolean(),
  virtual: z.boolean(),
  driver: z.string(),
  device: z.string(),
});
/** A network adapter as CIM's MSFT_NetAdapter describes it, present or not connected. */
export type Adapter = z.infer<typeof adapterSchema>;
export const adaptersSchema = z.object({ adapters: z.array(adapterSchema) });

const interfaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  type: z.int(),
  status: z.int(),
  suffix: z.string(),
  dns: z.array(z.string()),
  gateways: z.array(z.string()),
  addresses: z.array(z.string()),
});
/** An interface as .NET's NetworkInterface describes it: what has addresses, also a VPN connection that has no adapter. */
export type DotNetInterface = z.infer<typeof interfaceSchema>;
export const interfacesSchema = z.object({ interfaces: z.array(interfaceSchema) });

const connectionSchema = z.object({
  name: z.string(),
  everyone: z.boolean(),
  tunnel: z.string(),
  auth: z.array(z.string()),
  status: z.string(),
  split: z.boolean(),
});
/** A VPN connection of Windows itself, by Get-VpnConnection. */
export type VpnConnection = z.infer<typeof connectionSchema>;
const serviceSchema = z.object({ name: z.string(), status: z.int() });
export type ClientService = z.infer<typeof serviceSchema>;
export const vpnBlockSchema = z.object({
  connections: z.array(connectionSchema),
  /** The type of the exception when a list of connections could not be had. */
  problem: z.string().nullable(),
  services: z.array(serviceSchema),
});
export type VpnBlock = z.infer<typeof vpnBlockSchema>;

const neighbourSchema = z.object({ index: z.int(), address: z.string(), mac: z.string() });
export type Neighbour = z.infer<typeof neighbourSchema>;
export const neighboursSchema = z.object({ neighbours: z.array(neighbourSchema) });

export const readAdapters = (host: Host, signal: AbortSignal): Promise<Block<z.infer<typeof adaptersSchema>>> =>
  readBlock(host, "adapters", adaptersSchema, signal);
export const readInterfaces = (host: Host, signal: AbortSignal): Promise<Block<z.infer<typeof interfacesSchema>>> =>
  readBlock(host, "resolvers", interfacesSchema, signal);
export const readVpnBlock = (host: Host, signal: AbortSignal): Promise<Block<VpnBlock>> => readBlock(host, "vpn", vpnBlockSchema, signal);
export const readNeighbours = (host: Host, signal: AbortSignal): Promise<Block<z.infer<typeof neighboursSchema>>> =>
  readBlock(host, "neighbours", neighboursSchema, signal);
