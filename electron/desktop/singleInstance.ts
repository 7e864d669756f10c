import type { App } from "electron";

/** True in the first instance. A second one hands over to the first, which calls `onSecond`, and ends. */
export function isFirstInstance(app: App, onSecond: () => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0); // before any window or file: nothing to tidy up
    return false;
  }
  app.on("second-instance", onSecond);
  return true;
}
