import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { View } from "../../renderer/app/viewId.ts";
import { browserDoor } from "../../shared/browserDoor.ts";
import type { Door } from "../../shared/door.ts";
import { screenEn } from "../../shared/i18n/screen.en.ts";
import { screenJa } from "../../shared/i18n/screen.ja.ts";
import type { Language } from "../../shared/message.ts";
import { defaultSettings } from "../../shared/settings.ts";
import { fullAnswers, fullSnapshot } from "../support/fullExample.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage, type Screen, type ScreenOptions } from "./support/screen.ts";

// Every screen × language × colours × size. One page for each language and colour scheme; the sizes are changed on it.

const texts = { ja: screenJa, en: screenEn } as const;
/** By type: a new screen does not compile until it stands here. */
const views: { readonly [V in View]: keyof typeof screenJa } = {
  check: "screen.nav.check",
  exceptions: "screen.nav.exceptions",
  journal: "screen.nav.journal",
  report: "screen.nav.report",
  learn: "screen.nav.learn",
  loss: "screen.nav.loss",
  settings: "screen.nav.settings",
};
const viewList = Object.keys(views) as readonly View[];
/** 450 × 320 is 900 × 640 at 200 %. */
const sizes = [
  { width: 900, height: 640 },
  { width: 1920, height: 1080 },
  { width: 450, height: 320 },
] as const;
const colours: Readonly<Record<string, ScreenOptions>> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  forced: { forcedColors: "active", colorScheme: "dark" },
};
const languages: readonly Language[] = ["ja", "en"];
const blocking: Door = { ...browserDoor, kind: "desktop", block: "full", tray: true, loginStart: "on", pdf: true, shutDown: true };

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function lookAt(page: Page, where: string, found: string[]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    const at = `${where} ${size.width} × ${size.height}`;
    found.push(...(await cutOff(page)).map((problem) => `${at}: ${problem}`));
    const counts = await page.evaluate(() => [document.querySelectorAll("h1").length, document.querySelectorAll("main").length]);
    if (counts.join() !== "1,1") found.push(`${at}: ${counts[0]} h1, ${counts[1]} main`);
    // What is told to a screen reader does not depend on the width but for what is folded away: the two narrow ones.
    if (size.width !== 1920) found.push(...(await accessibilityProblems(page)).map((problem) => `${at}: ${problem}`));
  }
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole("navigation").getByRole("button", { name, exact: true }).click();
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  await page.waitForTimeout(50);
}

describe.each(languages)("in %s", (language) => {
  describe.each(Object.entries(colours))("with %s colours", (_name, options) => {
    let screen: Screen;
    beforeAll(async () => {
      screen = await openScreen(stage.browser, stage.server, fullSnapshot(), { ...options, language, prepare: fullAnswers });
      await screen.page.getByRole("heading", { level: 1 }).waitFor();
    });
    afterAll(() => screen.close());

    it.each(viewList)("%s fits every size, has one heading of the first level and nothing that keeps anybody out", async (view) => {
      const found: string[] = [];
      await goTo(screen.page, texts[language][views[view]]);
      await lookAt(screen.page, view, found);
      expect(found).toEqual([]);
      expect(screen.complaints).toEqual([]);
    });
  });

  it.each([
    ["the first start", fullSnapshot({ settings: defaultSettings }), undefined],
    ["the block screen", fullSnapshot(), blocking],
  ] as const)("%s fits every size too, in light and dark", async (name, snapshot, door) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const screen = await openScreen(stage.browser, stage.server, snapshot, {
        language,
        colorScheme,
        prepare(fake) {
          fullAnswers(fake);
          if (door) fake.answers["door.get"] = () => door;
        },
      });
      await screen.page.getByRole("heading", { level: 1 }).waitFor();
      const found: string[] = [];
      await lookAt(screen.page, `${name} ${colorScheme}`, found);
      await screen.close();
      expect(found).toEqual([]);
    }
  });
});
