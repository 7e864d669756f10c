import type { Check } from "./check.ts";
import { screenLock } from "./rules/screenLock.ts";

/** Every check of the product, in the order of the screens. A new check is one file and one line here. */
export const checks: readonly Check[] = [screenLock];
