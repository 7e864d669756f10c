import { z } from "zod";
import { settingsSchema } from "../../../shared/settings.ts";
import type { KeptFormat } from "../keptFormat.ts";

export const settingsFile = "settings.json";
const fileSchema = z.strictObject({ schema: z.literal("preflight-settings/1"), settings: settingsSchema });
export const settingsFormat = { name: settingsFile, family: "preflight-settings", version: 1, schema: fileSchema } satisfies KeptFormat<
  typeof fileSchema
>;
