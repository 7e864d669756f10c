import type { CallInput } from "../../../shared/ipc/contract.ts";
import { defaultSettings, type Settings, settingsSchema } from "../../../shared/settings.ts";
import type { Core } from "../core.ts";
import { readJsonFile, setAsideSpoilt, writeJsonFile } from "../jsonFile.ts";
import { settingsFile, settingsFormat } from "./settingsFormat.ts";

export interface SettingsControl {
  setSettings(part: CallInput<"settings.set">): Promise<{ readonly ok: true } | { readonly ok: false; readonly code: "state-unwritable" }>;
}

/**
 * The person's choices. Where the file is cut, foreign or of a newer version the defaults hold, and the next choice sets it aside, unless a newer version wrote it: settings have no
 * say in a verdict. `replaceable` false: something stands in its place that writing would destroy. Never throws.
 */
async function readSettings(folder: string) {
  const { value, issue, replaceable } = await readJsonFile(folder, settingsFormat);
  return { settings: value?.settings ?? defaultSettings, settingsLost: issue !== null, replaceable };
}

/** What the service begins with. Never throws. */
export async function openSettings(folder: string): Promise<{ readonly settings: Settings; readonly settingsLost: boolean }> {
  const { settings, settingsLost } = await readSettings(folder);
  return { settings, settingsLost };
}

/** Without the keys that are there but undefined. */
function given(part: CallInput<"settings.set">): Partial<Settings> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}

export function settingsOf({ store, change }: Core): SettingsControl {
  return {
    async setSettings(part) {
      try {
        const settings = await store.exclusively(async () => {
          await setAsideSpoilt(store.folder, settingsFormat, new Date());
          const { settings: before, replaceable } = await readSettings(store.folder);
          if (!replaceable) throw new Error(`${settingsFile} is in the way`);
          const next = settingsSchema.parse({ ...before, ...given(part) });
          await writeJsonFile(store.folder, settingsFile, { schema: "preflight-settings/1", settings: next });
          return next;
        });
        change({ settings, settingsLost: false });
        return { ok: true };
      } catch {
        return { ok: false, code: "state-unwritable" };
      }
    },
  };
}
