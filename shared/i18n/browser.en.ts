import type { BrowserTexts } from "./browser.ja.ts";

export const browserEn: BrowserTexts = {
  "because.no-display": "There is no display here, so the screen is shown in a browser instead of a window.",
  "because.no-runtime": "Electron cannot be downloaded, so the screen is shown in a browser instead of a window.",
  "because.root": "A window cannot be opened safely as root, so the screen is shown in a browser.",
  "because.window-failed": "The window could not be opened, so the screen is shown in a browser.",
  "because.asked": "The screen is shown in a browser.",
  address: "Address (opens on this PC only, and once; do not show it to others):",
  "address.again": "The screen was opened. To open it again after closing it, use this address (the one before no longer works):",
  "how-to-end": "Press Ctrl+C to end.",
  checking: "Checking.",
  "verdict.stop": "Some work may not start yet. Open the address to see why and what to do.",
  "verdict.caution": "Some items need attention. Open the address to see them.",
  "verdict.go": "You may start work.",
  "verdict.none": "The check could not be finished. Open the address and check again.",
  "findings.none": "Nothing to fix.",
  ended: "Preflight has ended.",
};
