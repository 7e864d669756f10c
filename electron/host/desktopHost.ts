import type { Platform } from "../../shared/platform.ts";
import { type DesktopCommandId, desktopCommands } from "./commands/desktop.ts";
import { type ProcessResult, runProcess } from "./runProcess.ts";

const shutDownBy: { readonly [P in Platform]: DesktopCommandId } = {
  linux: "shut-down-linux",
  macos: "shut-down-macos",
  windows: "shut-down-windows",
};

export interface DesktopHost {
  /** Somebody shows tray icons. Windows and macOS always do. */
  trayHost(): Promise<boolean>;
  /** Asks the OS to shut down. @returns false: it did not take the order. */
  shutDown(): Promise<boolean>;
}

/** What the desktop asks of the machine beside the checks. `run`: for the tests, which must not end the machine that they run on. */
export function createDesktopHost(
  platform: Platform,
  run: (id: DesktopCommandId) => Promise<ProcessResult> = (id) => runProcess(desktopCommands[id], new AbortController().signal, platform),
): DesktopHost {
  return {
    async trayHost() {
      if (platform !== "linux") return true;
      const { outcome, code, stdout } = await run("tray-host");
      return outcome === "exited" && code === 0 && /\bboolean true\b/.test(Buffer.from(stdout).toString("latin1"));
    },
    async shutDown() {
      const { outcome, code } = await run(shutDownBy[platform]);
      return outcome === "exited" && code === 0;
    },
  };
}
