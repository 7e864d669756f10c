import { shell } from "electron";
import type { Platform } from "../../shared/platform.ts";
import { mayOpen } from "../host/allowedTargets.ts";
import { createHostOpener } from "../host/hostOpener.ts";
import type { Opener } from "../services/activities/opener.ts";

/** The desktop opens addresses as Electron does, which brings the other program to the front; programs are the host's business. */
export function desktopOpener(platform: Platform): Opener {
  return {
    ...createHostOpener(platform),
    openAddress: async (address) =>
      mayOpen(address) &&
      shell.openExternal(address).then(
        () => true,
        () => false,
      ),
  };
}
