import type { BrowserWindow } from "electron";
import type { ShownByDoor } from "../../shared/door.ts";
import type { DesktopHost } from "../host/desktopHost.ts";
import type { DoorActions } from "../ipc/doorActions.ts";
import type { PreflightService } from "../services/preflight.ts";
import type { BlockScreen } from "./block/blockScreen.ts";
import type { DesktopText } from "./desktopText.ts";
import type { DoorState } from "./doorState.ts";
import type { Ending } from "./ending.ts";
import { printToPdf } from "./printToPdf.ts";
import { saveReportFrom } from "./saveReport.ts";

/** The screens that the house itself asks the page for. */
export interface Shows {
  ask(screen: ShownByDoor): void;
  onShow: DoorActions["onShow"];
}

export function createShows(): Shows {
  const listeners = new Set<(screen: ShownByDoor) => void>();
  return {
    ask(screen) {
      for (const listener of listeners) listener(screen);
    },
    onShow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export interface DesktopDoorParts {
  readonly window: BrowserWindow;
  readonly text: DesktopText;
  readonly log: (line: string) => void;
  readonly state: DoorState;
  readonly shows: Shows;
  readonly block: BlockScreen;
  readonly ending: Ending;
  readonly host: DesktopHost;
  readonly service: PreflightService;
}

/** What the desktop does for its page. */
export function desktopDoor({ window, text, log, state, shows, block, ending, host, service }: DesktopDoorParts): DoorActions {
  return {
    state: state.get,
    onChange: state.onChange,
    onShow: shows.onShow,
    save: saveReportFrom(window, text, log),
    toPdf: printToPdf(log),
    quit: async () => ((await ending.quit()) ? { ok: true } : { ok: false, code: "cancelled" }),
    async shutDown() {
      void service.recordApp({ type: "shut-down" });
      return (await host.shutDown()) ? { ok: true } : { ok: false, code: "failed" };
    },
    stepAside: block.stepAside,
    returnBlock: block.comeBack,
  };
}
