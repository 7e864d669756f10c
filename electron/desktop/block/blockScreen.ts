import type { BrowserWindow } from "electron";
import type { Door } from "../../../shared/door.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import type { Standing } from "../standing.ts";
import { type BlockEvent, nextBlock, noBlock, shownBlock } from "./blockState.ts";
import type { BlockWindows } from "./blockWindows.ts";

/** How long it makes room for a fix at most. */
const asideMs = 10 * 60_000;
/** Leaving full screen takes the focus away and gives it back by itself. */
const settleMs = 1_500;

export interface BlockScreenParts {
  readonly window: BrowserWindow;
  readonly windows: BlockWindows;
  readonly onDoor: (part: Pick<Door, "block" | "aside">) => void;
  /** It has made room, or come back after that: written down; after coming back things are looked at again. */
  readonly onStep: (step: "stepped-aside" | "returned") => void;
}

export interface BlockScreen {
  hear(standing: Standing, snapshot: Snapshot): void;
  /** For this activity; without one: for a fix. */
  stepAside(activityId?: string): void;
  comeBack(): void;
  /** It is up, or has stepped aside. */
  isHeld(): boolean;
  isUp(): boolean;
}

/** The block screen: the state decides, the windows follow. */
export function createBlockScreen({ window, windows, onDoor, onStep }: BlockScreenParts): BlockScreen {
  let state = noBlock;
  let mode: Snapshot["policyTexts"]["desktop"]["blockScreen"] = "off";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asideSince = 0;
  let wentAway = false;
  let cleared: readonly string[] = [];
  let hangs = false;
  const shown = () => shownBlock(state, mode);
  /** It is told once that a page hangs, perhaps before the block screen comes up. */
  const replaceHanging = () => {
    if (!hangs || shown().block === "off") return;
    hangs = false;
    window.webContents.forcefullyCrashRenderer();
  };
  const step = (event: BlockEvent) => {
    const before = shown();
    state = nextBlock(state, event);
    const now = shown();
    onDoor(now);
    windows.apply(now.block);
    replaceHanging();
    if (now.aside && !before.aside) {
      asideSince = performance.now();
      wentAway = false;
      clearTimeout(timer);
      if (state.aside?.for === "fix") timer = setTimeout(comeBack, asideMs);
      onStep("stepped-aside");
    }
    if (!now.aside) clearTimeout(timer);
    if (before.aside && now.block !== "off") onStep("returned");
  };
  const comeBack = () => step({ type: "return" });
  // The person was in the settings or at the sign-in page and looks at this window again.
  window.on("blur", () => {
    wentAway = shown().aside;
  });
  window.on("focus", () => {
    if (wentAway && shown().aside && state.aside?.for === "fix" && performance.now() - asideSince > settleMs) comeBack();
  });
  // A page that does not answer any more must not hold the person: the page without script takes its place.
  window.on("unresponsive", () => {
    hangs = true;
    replaceHanging();
  });
  window.on("responsive", () => {
    hangs = false;
  });
  return {
    hear(standing, { policyTexts, decision }) {
      mode = policyTexts.desktop.blockScreen;
      cleared = (decision?.clearances ?? []).flatMap(({ activityId, light }) => (light === "stop" ? [] : [activityId]));
      step({ type: "standing", standing, cleared });
    },
    stepAside(activityId) {
      // What the page says is only asked for: without a clearance it is room for a fix, which ends by itself.
      const work = activityId !== undefined && cleared.includes(activityId);
      step({ type: "step-aside", aside: work ? { for: "work", activityId } : { for: "fix" } });
    },
    comeBack,
    isHeld: () => mode !== "off" && state.held,
    isUp: () => shown().block !== "off",
  };
}
