import type { AppState } from "../../app/store.ts";

/** The first start is shown: nobody has gone through it on this account, nor left it since the page was opened. */
export function isWelcoming({ stage, snapshot, welcomed }: Pick<AppState, "stage" | "snapshot" | "welcomed">): boolean {
  return stage === "ready" && snapshot !== null && !snapshot.settings.introduced && !welcomed;
}
