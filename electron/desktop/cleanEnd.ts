import type { App } from "electron";
import type { PreflightService } from "../services/preflight.ts";

/** Ends the app with its last window, after everything that is being written is on the disk. */
export function endCleanly(app: App, service: PreflightService, log: (line: string) => void): void {
  app.on("window-all-closed", () => app.quit());
  app.once("will-quit", (event) => {
    event.preventDefault();
    service
      .close()
      .catch((error: unknown) => log(`end: ${error instanceof Error ? error.name : "failed"}`))
      .finally(() => app.exit(0));
  });
}
