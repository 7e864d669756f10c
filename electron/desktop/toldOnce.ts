import { z } from "zod";
import { ensureFolder, readJsonFile, writeJsonFile } from "../services/jsonFile.ts";

const file = "desktop.json";
const schema = z.strictObject({ schema: z.literal("preflight-desktop/1"), told: z.array(z.string().max(64)).max(20) });

/** True the first time for this person, then never again. When it cannot be remembered it is true again: saying it twice does no harm. Never throws. */
export async function firstTime(folder: string, what: string): Promise<boolean> {
  const { value } = await readJsonFile(folder, file, schema, new Date());
  const told = value?.told ?? [];
  if (told.includes(what)) return false;
  try {
    await ensureFolder(folder);
    await writeJsonFile(folder, file, { schema: "preflight-desktop/1", told: [...told, what] });
  } catch {
    // Not remembered: see above.
  }
  return true;
}
