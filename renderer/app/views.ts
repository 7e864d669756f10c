import { type ComponentType, lazy } from "react";
import type { Snapshot } from "../../shared/snapshot.ts";
import { CheckScreen } from "../features/check/CheckScreen.tsx";
import type { TextKey } from "./useText.ts";
import type { View } from "./viewId.ts";

interface Screen {
  readonly label: TextKey;
  readonly content: ComponentType<{ readonly snapshot: Snapshot }>;
}

/** Loaded when it is first shown: the first screen of the morning must not wait for the others. */
function later(load: () => Promise<ComponentType<{ readonly snapshot: Snapshot }>>): Screen["content"] {
  return lazy(async () => ({ default: await load() }));
}

/** Every screen, in the order of the navigation. */
export const screens: { readonly [V in View]: Screen } = {
  check: { label: "screen.nav.check", content: CheckScreen },
  exceptions: {
    label: "screen.nav.exceptions",
    content: later(async () => (await import("../features/exceptions/ExceptionsScreen.tsx")).ExceptionsScreen),
  },
  journal: { label: "screen.nav.journal", content: later(async () => (await import("../features/journal/JournalScreen.tsx")).JournalScreen) },
  report: { label: "screen.nav.report", content: later(async () => (await import("../features/report/ReportScreen.tsx")).ReportScreen) },
  learn: { label: "screen.nav.learn", content: later(async () => (await import("../features/learn/LearnScreen.tsx")).LearnScreen) },
  loss: { label: "screen.nav.loss", content: later(async () => (await import("../features/loss/LossScreen.tsx")).LossScreen) },
  settings: { label: "screen.nav.settings", content: later(async () => (await import("../features/settings/SettingsScreen.tsx")).SettingsScreen) },
};
export const viewList = Object.keys(screens) as readonly View[];
