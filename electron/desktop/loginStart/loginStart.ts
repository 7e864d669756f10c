import type { App } from "electron";
import type { Door } from "../../../shared/door.ts";
import type { Platform } from "../../../shared/platform.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { applyAutostart, autostartFolder } from "./autostartFolder.ts";
import { applyLoginItem } from "./loginItem.ts";
import { loginState, loginWish } from "./wish.ts";

/** Given to a start that the system made at log-in. */
export const atLoginArgument = "--at-login";
/** Lets a start from the source tree write it too: without that no developer's account is touched. A packaged app does not look at it. */
export const developmentVariable = "PREFLIGHT_LOGIN_START";

export function startedAtLogin(app: App, platform: Platform, argv: readonly string[]): boolean {
  return argv.includes(atLoginArgument) || (platform === "macos" && app.getLoginItemSettings().wasOpenedAtLogin);
}

/** Program and arguments of this app. An AppImage is started by its own file: what runs lies in a folder that is gone after it. */
export function startCommand(app: Pick<App, "isPackaged" | "getAppPath">, execPath: string, appImage: string | undefined): readonly string[] {
  if (!app.isPackaged) return [execPath, app.getAppPath(), atLoginArgument];
  return [appImage?.startsWith("/") ? appImage : execPath, atLoginArgument];
}

interface LoginStartParts {
  readonly app: App;
  readonly platform: Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly home: string;
  readonly onState: (state: Door["loginStart"]) => void;
}

/** Keeps the system's list as policy and person want it. Give it every snapshot; it acts when the wish has changed. */
export function keepLoginStart({ app, platform, environment, home, onState }: LoginStartParts): (snapshot: Snapshot) => void {
  const mayWrite = app.isPackaged || environment[developmentVariable] === "1";
  let wanted = "";
  let turn: Promise<void> = Promise.resolve();
  return ({ policyTexts, settings }) => {
    const wish = loginWish(policyTexts.desktop.startAtLogin, settings.startAtLogin);
    const now = JSON.stringify(wish);
    if (now === wanted) return;
    wanted = now;
    turn = turn.then(async () => {
      if (!mayWrite) return onState("impossible");
      const command = startCommand(app, process.execPath, environment["APPIMAGE"]);
      const really =
        platform === "linux" ? await applyAutostart(autostartFolder(environment, home), command, wish) : applyLoginItem(app, command.slice(1), wish);
      onState(loginState(wish, really));
    });
  };
}
