import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Puts the pictures of the tray beside the main process, where they also are in the packaged app. */
export function trayIcons(folder: string): Plugin {
  return {
    name: "tray-icons",
    generateBundle() {
      for (const name of readdirSync(folder)) this.emitFile({ type: "asset", fileName: `tray/${name}`, source: readFileSync(join(folder, name)) });
    },
  };
}
