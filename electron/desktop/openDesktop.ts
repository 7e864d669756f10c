import { join } from "node:path";
import type { App, BrowserWindow } from "electron";
import { browserDoor } from "../../shared/browserDoor.ts";
import { pageClocks } from "../../shared/deadline.ts";
import type { Language } from "../../shared/message.ts";
import type { Platform } from "../../shared/platform.ts";
import { createDesktopHost } from "../host/desktopHost.ts";
import type { DoorActions } from "../ipc/doorActions.ts";
import type { PreflightService } from "../services/preflight.ts";
import { createBlockScreen } from "./block/blockScreen.ts";
import { createBlockWindows } from "./block/blockWindows.ts";
import { createShows, desktopDoor } from "./desktopDoor.ts";
import type { DesktopText } from "./desktopText.ts";
import { createDoorState } from "./doorState.ts";
import { createEnding } from "./ending.ts";
import { createFirstAnswer } from "./firstAnswer.ts";
import { keepLoginStart, startedAtLogin } from "./loginStart/loginStart.ts";
import { setMenu } from "./menu.ts";
import type { Standing } from "./standing.ts";
import { watchStanding } from "./standingWatch.ts";
import { firstTime } from "./toldOnce.ts";
import { keepTray } from "./tray/trayKeeper.ts";
import { trayView } from "./tray/trayView.ts";
import { focusWindow } from "./window.ts";
import { appear, keepRunning } from "./windowLife.ts";

export interface DesktopParts {
  readonly app: App;
  readonly window: BrowserWindow;
  readonly service: PreflightService;
  readonly text: DesktopText;
  readonly language: () => Language;
  readonly platform: Platform;
  readonly home: string;
  readonly stateFolder: string;
  readonly log: (line: string) => void;
}

export interface Desktop {
  readonly door: DoorActions;
  readonly onProblem: (reason: string) => void;
  /** How things stand now. */
  readonly standing: () => Standing;
}

/** What stands around the window: tray, block screen, start at log-in, and the ways in which the app begins and ends. A table of contents. */
export function openDesktop(parts: DesktopParts): Desktop {
  const { app, window, service, text, language, platform, home, stateFolder, log } = parts;
  const host = createDesktopHost(platform);
  const state = createDoorState({ ...browserDoor, kind: "desktop", pdf: true, shutDown: true });
  const shows = createShows();
  const block = createBlockScreen({
    window,
    windows: createBlockWindows(window),
    onDoor: state.set,
    onStep(step) {
      void service.recordApp({ type: step });
      if (step === "returned") void service.run({});
    },
  });
  const ending = createEnding({ app, service, window, text, platform, isBlocked: block.isHeld, log });
  const quit = () => void ending.quit();
  const open = () => focusWindow(window);
  const tray = keepTray({
    folder: join(__dirname, "tray"),
    text,
    hasHost: host.trayHost,
    onChange: (there) => state.set({ tray: there ? true : null }),
    log,
    actions: {
      open,
      quit,
      check: () => void service.run({}),
      lossCard() {
        open();
        shows.ask("loss");
      },
    },
  });
  const isEnding = () => ending.isUnderway();
  const firstClose = () => firstTime(stateFolder, "keeps-running");
  const life = { app, window, text, isEnding, isBlocked: block.isUp, hasTray: tray.isThere, firstClose };
  const quiet = startedAtLogin(app, platform, process.argv);
  const first = createFirstAnswer();
  keepRunning(life);
  appear(life, { quiet, firstAnswer: first.answer });

  const loginStart = keepLoginStart({ app, platform, environment: process.env, home, onState: (loginStart) => state.set({ loginStart }) });
  let spoken: Language | null = null;
  let shown: Standing = "idle";
  const endWatch = watchStanding(service, pageClocks, (standing, snapshot) => {
    if (spoken !== language()) setMenu(text, process.platform, quit);
    spoken = language();
    shown = standing;
    first.hear(standing);
    tray.show(trayView(standing, snapshot, text, language(), new Date()));
    block.hear(standing, snapshot);
    loginStart(snapshot);
  });
  app.once("will-quit", () => {
    endWatch();
    tray.end();
  });
  void service.recordApp({ type: "started", atLogin: quiet });
  return {
    door: desktopDoor({ window, text, log, state, shows, block, ending, host, service }),
    standing: () => shown,
    onProblem: (reason) => void service.recordApp({ type: "screen-failed", reason: reason.slice(0, 200) }),
  };
}
