import { z } from "zod";
import type { Host } from "../../host/host.ts";
import { type Block, readBlock } from "./powershell.ts";

const profileSchema = z.object({
  name: z.string(),
  wlan: z.boolean(),
  wwan: z.boolean(),
  ssid: z.string().nullable(),
  auth: z.int(),
  enc: z.int(),
  /** 0 to 5. */
  bars: z.int().nullable(),
  level: z.int(),
  cost: z.int(),
  iana: z.int(),
  adapter: z.string(),
  domain: z.int(),
});
/** One connection as WinRT's NetworkInformation describes it. Numbers are those of its enumerations. */
export type ConnectionProfile = z.infer<typeof profileSchema>;

export const connectionSchema = z.object({ profiles: z.array(profileSchema), internet: profileSchema.nullable() });
/** `profiles`: those that carry something (level above 0). `internet`: the one that the PC uses for the internet, which may be a VPN. */
export type Connections = z.infer<typeof connectionSchema>;

export function readConnections(host: Host, signal: AbortSignal): Promise<Block<Connections>> {
  return readBlock(host, "connection", connectionSchema, signal);
}

/** A GUID in one way of writing: lower case, without braces. "" for what is none. */
export function plainGuid(text: string): string {
  return /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/.exec(text.trim().toLowerCase())?.[1] ?? "";
}
