import { z } from "zod";
import { ensureFolder, readJsonFile, setAsideSpoilt, writeJsonFile } from "../services/jsonFile.ts";
import type { KeptFormat } from "../services/keptFormat.ts";
import { openLock } from "../services/lock.ts";

const schema = z.strictObject({ schema: z.literal("preflight-desktop/1"), told: z.array(z.string().max(64)).max(20) });
const format = { name: "desktop.json", family: "preflight-desktop", version: 1, schema } satisfies KeptFormat<typeof schema>;

/** True the first time for this person, then never again. When it cannot be remembered it is true again: saying it twice does no harm. Never throws. */
export async function firstTime(folder: string, what: string): Promise<boolean> {
  if ((await readJsonFile(folder, format)).value?.told.includes(what)) return false;
  try {
    await ensureFolder(folder);
    return await openLock(folder).run(async () => {
      await setAsideSpoilt(folder, format, new Date());
      const { value, replaceable } = await readJsonFile(folder, format);
      const told = value?.told ?? [];
      if (told.includes(what)) return false;
      if (replaceable) await writeJsonFile(folder, format.name, { schema: "preflight-desktop/1", told: [...told, what] });
      return true;
    });
  } catch {
    // Not remembered: see above.
    return true;
  }
}
