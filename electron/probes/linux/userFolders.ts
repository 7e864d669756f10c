import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import type { Refusal } from "../common/gather.ts";

/**
 * Where the desktop keeps the settings of this user: ~/.config of the home folder that the OS has on record. XDG_CONFIG_HOME may name another folder, and
 * the desktop's own programs may or may not have been started with the same value: then which settings count is not known. A value that is not absolute
 * is none (https://specifications.freedesktop.org/basedir-spec/latest/).
 */
export function configFolder(host: Host): { readonly path: string } | { readonly refusal: Refusal } {
  const home = host.homeFolder();
  if (home === undefined) return { refusal: unknown("failed", "the user's record names no home folder") };
  const path = `${home}/.config`;
  const named = host.environment("XDG_CONFIG_HOME") ?? "";
  const other = named.startsWith("/") && named.replace(/\/+$/, "") !== path;
  return other
    ? { refusal: unknown("failed", "XDG_CONFIG_HOME names another folder than ~/.config: whose settings it holds is not known") }
    : { path };
}
