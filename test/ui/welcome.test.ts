import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultSettings } from "../../shared/settings.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { noon, runningSnapshot, stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage, type ScreenOptions } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const ownPc = { id: "assigned-device", group: "people", kind: "declared", risks: ["human-error"], facts: [] } as const;
function newcomer(part: Partial<Snapshot> = {}): Snapshot {
  const base = runningSnapshot(3);
  return {
    ...base,
    settings: defaultSettings,
    declarations: [],
    checks: [...base.checks, { ...ownPc, risks: [...ownPc.risks], facts: [] }],
    ...part,
  };
}
const open = (snapshot: Snapshot = newcomer(), options?: ScreenOptions) => openScreen(stage.browser, stage.server, snapshot, options);
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name }).waitFor();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");
async function press(page: Page, words: string) {
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === words) return page.keyboard.press("Enter");
  }
  throw new Error(`no way by Tab to ${words}`);
}

describe("the first start", () => {
  it("goes in three steps by keyboard alone, and straight to the light", async () => {
    const { page, fake, send, close } = await open();
    await heading(page, "表示する言語");
    await expect.poll(() => page.getByText("3 つのうち 1 つ目です。").count()).toBe(1);
    // One screen at a time: the others come when it is over.
    expect(await page.getByRole("navigation").count()).toBe(0);
    await page.getByRole("radio", { name: "日本語" }).focus();
    await page.keyboard.press("ArrowDown");
    await heading(page, "Language");
    await expect.poll(() => fake.asked.find(({ id }) => id === "settings.set")?.input).toEqual({ language: "en" });
    await press(page, "Next");
    await heading(page, "This PC");
    expect(await focused(page)).toBe("This PC");
    await press(page, "Yes");
    await expect.poll(() => fake.asked.find(({ id }) => id === "declarations.set")?.input).toEqual({ checkId: "assigned-device", affirmed: true });
    await send(
      newcomer({
        declarations: [{ checkId: "assigned-device", affirmed: true, at: noon, policyRevision: 12 }],
        answers: [{ checkId: "assigned-device", counts: true, message: { key: "check.assigned-device.yes" } }],
      }),
    );
    await page.getByText("Recorded: yes.").waitFor();
    await press(page, "Next");
    await heading(page, "What is checked, and what never leaves");
    await press(page, "Back");
    await heading(page, "This PC");
    await expect.poll(() => page.getByRole("button", { name: "Yes", pressed: true }).count()).toBe(1);
    await press(page, "Next");
    await press(page, "Show me the light");
    await page.getByRole("heading", { level: 1, name: "Checking" }).waitFor();
    expect(fake.asked.findLast(({ id }) => id === "settings.set")?.input).toEqual({ introduced: true });
    // The answer of the main side is not waited for, and what it sends does not bring the steps back.
    await send(newcomer());
    expect(await page.getByRole("heading", { name: "Welcome" }).count()).toBe(0);
    await close();
  });

  it("can be left at once", async () => {
    const { page, close } = await open(newcomer({ ...stopSnapshot(), settings: defaultSettings }));
    await page.getByRole("button", { name: "あとにして、信号を見る" }).click();
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    await expect.poll(() => page.getByRole("navigation").count()).toBe(1);
    await close();
  });

  it("never keeps anybody from the light when nothing can be saved, and says so", async () => {
    const { page, close } = await open(newcomer({ ...stopSnapshot(), settings: defaultSettings }), {
      prepare: (fake) => {
        fake.answers["settings.set"] = () => ({ ok: false, code: "state-unwritable" });
      },
    });
    await page.getByRole("button", { name: "あとにして、信号を見る" }).click();
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    await page.getByRole("alert").getByText("次に起動したときも表示されます。").waitFor();
    await close();
  });

  it("does not ask whose PC it is where the policy does not", async () => {
    const { page, close } = await open(newcomer({ checks: runningSnapshot(3).checks }));
    await page.getByRole("button", { name: "次へ" }).click();
    await page.getByText("会社のポリシーは、PC について質問していません。").waitFor();
    expect(await page.getByRole("button", { name: "はい" }).count()).toBe(0);
    await close();
  });

  it("is not shown to who has gone through it", async () => {
    const { page, close } = await open(stopSnapshot());
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    await close();
  });
});

describe.each([
  ["ja", "light", 900, 640],
  ["en", "dark", 1920, 1080],
  ["ja", "dark", 450, 320],
  ["en", "light", 450, 320],
] as const)("in %s, %s, %i × %i", (language, colorScheme, width, height) => {
  it("nothing is cut off and axe finds nothing in any step", async () => {
    const { page, complaints, close } = await open(newcomer(), { language, colorScheme, viewport: { width, height } });
    for (let step = 1; step <= 3; step++) {
      await page.getByText(language === "ja" ? `3 つのうち ${step} つ目です。` : `Step ${step} of 3.`).waitFor();
      expect(await cutOff(page)).toEqual([]);
      expect(await accessibilityProblems(page)).toEqual([]);
      if (step < 3) await page.getByRole("button", { name: language === "ja" ? "次へ" : "Next", exact: true }).click();
    }
    expect(complaints).toEqual([]);
    await close();
  });
});
