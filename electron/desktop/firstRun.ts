import type { WebContents } from "electron";

/**
 * Starts the first look at the PC when the page stands: the programs that a run starts would hold up the window's first picture. A page that
 * does not come must not keep the run from starting, so there is an end to waiting.
 */
export function startFirstRun(contents: Pick<WebContents, "once">, run: () => void, longestWaitMs = 1_500): void {
  let started = false;
  const start = () => {
    clearTimeout(timer);
    if (!started) run();
    started = true;
  };
  const timer = setTimeout(start, longestWaitMs);
  contents.once("dom-ready", start);
}
