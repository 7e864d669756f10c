import { z } from "zod";
import type { CallInput } from "../../../shared/ipc/contract.ts";
import { defaultSettings, type Settings, settingsSchema } from "../../../shared/settings.ts";
import type { Core } from "../core.ts";
import { type JsonFileReading, readJsonFile, writeJsonFile } from "../jsonFile.ts";

export const settingsFile = "settings.json";
const fileSchema = z.strictObject({ schema: z.literal("preflight-settings/1"), settings: settingsSchema });

export interface SettingsControl {
  setSettings(part: CallInput<"settings.set">): Promise<{ readonly ok: true } | { readonly ok: false; readonly code: "state-unwritable" }>;
}

/** The person's choices. A file that cannot be used is set aside and the defaults hold: settings have no say in a verdict. Never throws. */
export async function readSettings(folder: string, now: Date): Promise<Settings> {
  const { value }: JsonFileReading<z.infer<typeof fileSchema>> = await readJsonFile(folder, settingsFile, fileSchema, now);
  return value?.settings ?? defaultSettings;
}

/** Without the keys that are there but undefined. */
function given(part: CallInput<"settings.set">): Partial<Settings> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}

export function settingsOf({ store, host, change }: Core): SettingsControl {
  return {
    async setSettings(part) {
      try {
        const settings = await store.exclusively(async () => {
          const next = settingsSchema.parse({ ...(await readSettings(store.folder, host.now())), ...given(part) });
          await writeJsonFile(store.folder, settingsFile, { schema: "preflight-settings/1", settings: next });
          return next;
        });
        change({ settings });
        return { ok: true };
      } catch {
        return { ok: false, code: "state-unwritable" };
      }
    },
  };
}
