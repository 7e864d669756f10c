import { z } from "zod";
import { languageSchema } from "./message.ts";

export const themes = ["system", "light", "dark"] as const;
export const textSizes = [100, 125, 150, 200] as const;

/** What a person chose for this user account. Nothing here has a say in a verdict. */
export const settingsSchema = z.strictObject({
  /** null: the language of the system. */
  language: languageSchema.nullable(),
  theme: z.enum(themes),
  /** Percent. */
  textSize: z.literal(textSizes),
  /** Counts where the policy leaves it to the person. */
  startAtLogin: z.boolean(),
  /** The three steps of the first start were gone through. */
  introduced: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { language: null, theme: "system", textSize: 100, startAtLogin: true, introduced: false };
