import { z } from "zod";

const messageParamSchema = z.union([z.string().max(1000), z.number(), z.strictObject({ key: z.string().max(200) })]);

/** A sentence as data: the key of a text and its parameters. A parameter `{ key }` is itself a text (a term), put in when the sentence is written. */
export const messageRefSchema = z.strictObject({
  key: z.string().max(200),
  params: z.record(z.string(), messageParamSchema).optional(),
});
export type MessageParam = z.infer<typeof messageParamSchema>;
export interface MessageRef {
  readonly key: string;
  readonly params?: Readonly<Record<string, MessageParam>> | undefined;
}

export const languages = ["ja", "en"] as const;
export const languageSchema = z.enum(languages);
export type Language = (typeof languages)[number];

/** A text that an organisation writes in its policy, in both languages. */
export const bilingualSchema = z.strictObject({ ja: z.string().min(1).max(2000), en: z.string().min(1).max(2000) });
export type Bilingual = z.infer<typeof bilingualSchema>;
