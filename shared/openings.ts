import { z } from "zod";
import { checkIdSchema } from "./checks/verdict.ts";

/** What "open" leads to for a finding: a page of the OS's settings, the sign-in page of the network, the VPN client, the updater. */
export const openingKinds = ["settings", "portal", "vpn", "updates"] as const;
export const openingSchema = z.strictObject({ checkId: checkIdSchema, kind: z.enum(openingKinds) });
/** A finding for which this PC can open the right place. Where that is stays on the main side. */
export type Opening = z.infer<typeof openingSchema>;

export const openRefusals = ["nothing-to-open", "not-started"] as const;
export const startRefusals = ["unknown-activity", "no-clearance", "no-target", "not-managed", "not-proved", "not-started"] as const;
