import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { commandRefusal, complaint, type Refusal } from "../common/gather.ts";
import { keepsGsettings } from "./desktop.ts";
import { parseGsettings, type Settings } from "./gsettingsParser.ts";
import { readSessionDesktop } from "./sessionDesktop.ts";
import { configFolder } from "./userFolders.ts";

/**
 * The settings of the person in whose session this runs. gsettings answers with the defaults of the schemas on a machine without any desktop,
 * so without a session of such a desktop and a bus it is not asked.
 */
export async function sessionSettings(host: Host, signal: AbortSignal): Promise<{ readonly settings: Settings } | { readonly refusal: Refusal }> {
  const session = await readSessionDesktop(host);
  if ("refusal" in session) return session;
  if (!keepsGsettings(session.desktop)) return { refusal: unknown("not-supported", "this session keeps no settings in dconf") };
  if (!host.environment("DBUS_SESSION_BUS_ADDRESS")) return { refusal: unknown("failed", "no session bus: gsettings would answer its defaults") };
  // dconf keeps its values below the folder of settings.
  const config = configFolder(host);
  if ("refusal" in config) return config;
  const result = await host.run("gsettings", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  if (result.code !== 0) return { refusal: unknown("failed", complaint(result)) };
  const settings = parseGsettings(result.stdout);
  return settings.ok ? { settings: settings.value } : { refusal: unknown("unparsed", settings.detail) };
}
