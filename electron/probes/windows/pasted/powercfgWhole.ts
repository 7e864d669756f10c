import { known, unknown } from "../../../../shared/observation.ts";
import type { Reader } from "../../reader.ts";
import { type PowerSettingId, parsePowercfg, powerSettings } from "../powercfgParser.ts";

const names: Readonly<Record<PowerSettingId, string>> = { videoidle: "display off", standbyidle: "sleep", consolelock: "password on waking" };

/** `powercfg /q`: of all settings of the scheme in use, those that have to do with the lock, as far as they are shown. */
export const powercfgWhole: Reader = ({ stdout }) => {
  const settings = (Object.keys(powerSettings) as PowerSettingId[]).flatMap((id) => {
    const values = parsePowercfg(stdout, id);
    return values.ok ? [{ setting: names[id], pluggedIn: values.value.ac, battery: values.value.dc }] : [];
  });
  if (settings.length === 0) return [{ fact: "screen-lock", observation: unknown("unparsed", "powercfg: none of the settings that lock") }];
  return [{ fact: "screen-lock", part: true, observation: known({ settings }) }];
};
