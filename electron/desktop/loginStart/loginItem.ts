import type { App } from "electron";
import type { LoginWish } from "./wish.ts";

/** Windows' and macOS' own list. @returns whether the app starts at log-in now; null: it could not be done. */
export function applyLoginItem(app: App, atLogin: readonly string[], { on, by }: LoginWish): boolean | null {
  const args = [...atLogin];
  try {
    const before = app.getLoginItemSettings({ args });
    // Switched off in the task manager: that is the person's word too, and only a policy goes over it.
    if (on && by === "person" && before.launchItems?.some(({ enabled }) => !enabled)) return false;
    if (before.openAtLogin !== on || by === "policy") app.setLoginItemSettings({ openAtLogin: on, args });
    // macOS may want the person's consent in its settings first.
    return app.getLoginItemSettings({ args }).openAtLogin;
  } catch {
    return null;
  }
}
