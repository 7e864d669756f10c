import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../shared/message.ts";
import { known, unknown } from "../../shared/observation.ts";
import { fact, valuesInOrder } from "../support/builders.ts";
import { exceptedSnapshot, goSnapshot, refusedSnapshot, runningSnapshot, stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage, type ScreenOptions } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
const open = (snapshot: Parameters<typeof openScreen>[2], options?: ScreenOptions) => openScreen(stage.browser, stage.server, snapshot, options);

describe("the main screen", () => {
  it("says the light by shape, word and one sentence, and never complains under its own content policy", async () => {
    const { page, complaints, close } = await open(stopSnapshot());
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    await expect.poll(() => page.getByRole("img", { name: "信号: 停止" }).count()).toBe(1);
    expect(await page.locator(".status-sentence").textContent()).toContain("「Cafe_Free_WiFi」は暗号化なしの Wi-Fi です。");
    await expect.poll(() => page.locator(".helpdesk").getByText("C 6 2 2 2 0 6 2 H J T T").count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it("opens the worst problem with its reason, evidence, risk and steps, and leaves the others closed", async () => {
    const { page, close } = await open(stopSnapshot());
    const first = page.getByRole("article", { name: "Wi-Fi の暗号化" });
    await expect.poll(() => first.getByRole("button", { expanded: true }).count()).toBe(1);
    expect(await first.textContent()).toContain("SSID Cafe_Free_WiFi, security --");
    expect(await first.textContent()).toContain("09:12:04 に確認 · 09:27 まで有効");
    await expect.poll(() => first.getByRole("listitem").filter({ hasText: "テザリング" }).count()).toBe(1);
    expect(await first.textContent()).toContain("攻撃者が置いた公衆 Wi-Fi で");
    await expect.poll(() => page.getByRole("button", { expanded: true }).count()).toBe(1);
    await close();
  });

  it("says that nothing was recorded only where nothing was: not after evidence of another fact, nor beside what the machine answered", async () => {
    const base = stopSnapshot();
    const bare = { ...fact("gateway", known(valuesInOrder.gateway)), evidence: [] };
    const answered = { ...fact("vpn", unknown("timeout", "vpn: no answer")), evidence: [] };
    const facts = { ...base.facts, gateway: bare, vpn: answered, firewall: { ...fact("firewall", known(valuesInOrder.firewall)), evidence: [] } };
    const checks = base.checks.map((info) => (info.id === "wifi-security" ? { ...info, facts: ["wifi-link" as const, "gateway" as const] } : info));
    const { page, close } = await open({ ...base, facts, checks });
    const nothing = "記録された証拠はありません。";
    const wifi = page.getByRole("article", { name: "Wi-Fi の暗号化" });
    await wifi.getByText("SSID Cafe_Free_WiFi, security --").waitFor();
    expect(await wifi.getByText(nothing).count()).toBe(0);
    for (const [name, count] of [
      ["VPN 接続", 0],
      ["ファイアウォール", 1],
    ] as const) {
      const article = page.getByRole("article", { name });
      await article.getByRole("button").first().click();
      await expect.poll(() => article.getByText(nothing).count()).toBe(count);
    }
    await page.getByText("vpn: no answer").waitFor();
    await close();
  });

  it.each(["ja", "en"] as const)("shows the whole helpdesk code in the window's own size, frame and menu taken off: %s", async (language) => {
    const { page, close } = await open(stopSnapshot(), { language, viewport: { width: 1180, height: 720 } });
    const box = await page.locator(".helpdesk").boundingBox();
    expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThanOrEqual(720);
    await close();
  });

  it("draws could-not-check apart from not-met, with the reason and how to make it checkable", async () => {
    const { page, close } = await open(stopSnapshot());
    const firewall = page.getByRole("article", { name: "ファイアウォール" });
    await expect.poll(() => firewall.getByText("確認できませんでした", { exact: true }).count()).toBe(1);
    await expect.poll(() => firewall.locator("svg circle[stroke-dasharray]").count()).toBe(1);
    await firewall.getByRole("button").click();
    await expect.poll(() => firewall.getByText("ヘルプデスクに報告書を送り、管理者による確認を依頼してください。").count()).toBe(1);
    await close();
  });

  it("says of each activity whether it may start, and leads from a blocked one to the finding", async () => {
    const { page, close } = await open(stopSnapshot());
    const customer = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /顧客情報/ }) });
    expect(await customer.textContent()).toContain("始められません");
    await customer.getByRole("button", { name: "VPN 接続" }).click();
    const vpn = page.getByRole("article", { name: "VPN 接続" }).getByRole("button", { name: /VPN 接続 要対応/ });
    expect(await vpn.getAttribute("aria-expanded")).toBe("true");
    expect(await vpn.evaluate((button) => button === document.activeElement)).toBe(true);
    await close();
  });

  it("shows progress while checking and no light", async () => {
    const { page, close } = await open(runningSnapshot(3));
    await page.getByRole("heading", { level: 1, name: "点検中" }).waitFor();
    expect(await page.getByRole("progressbar").getAttribute("aria-valuetext")).toBe("3 / 9");
    await expect.poll(() => page.getByRole("img", { name: "信号: 消灯" }).count()).toBe(1);
    expect(await page.getByText("いま始められます").count()).toBe(0);
    await close();
  });

  it("answers a declaration with the buttons, and looks at one item alone", async () => {
    const { page, fake, close } = await open(stopSnapshot());
    await page.getByRole("button", { name: /^周りの人と画面/ }).click();
    const answers = page.getByRole("group", { name: "「周りの人と画面」について答えてください" });
    expect(await answers.textContent()).toContain("画面をのぞかれない場所だと申告しています。");
    await answers.getByRole("button", { name: /^はい/ }).click();
    await page.getByRole("button", { name: "この項目だけ再点検 Wi-Fi の暗号化" }).click();
    await expect
      .poll(() => fake.asked.slice(-2))
      .toEqual([
        { id: "declarations.set", input: { checkId: "screen-privacy", affirmed: true } },
        { id: "run.start", input: { checks: ["wifi-security"] } },
      ]);
    await close();
  });

  it("changes the language at once and keeps it for the next start", async () => {
    const { page, close } = await open(stopSnapshot());
    await page.getByLabel("表示する言語").selectOption("en");
    await page.getByRole("heading", { level: 1, name: "Stop" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("article", { name: "Wi-Fi encryption" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Stop" }).waitFor();
    await close();
  });

  it("copies the helpdesk code and says so, or says that it cannot", async () => {
    const { page, close } = await open(stopSnapshot());
    const copy = page.getByRole("button", { name: "コピー ヘルプデスクに伝える番号" });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await copy.click();
    await page.getByRole("status").getByText("番号をコピーしました").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("C622-2062-HJTT");
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await copy.click();
    await page.getByRole("status").getByText("コピーできませんでした").waitFor();
    await close();
  });

  it("folds the ways to the screens behind one button in a narrow window, but for the loss card", async () => {
    const { page, close } = await open(stopSnapshot(), { viewport: { width: 450, height: 320 } });
    const menu = page.getByRole("button", { name: "メニュー" });
    expect(await page.getByRole("button", { name: "紛失・盗難" }).isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "例外", exact: true }).count()).toBe(0);
    await menu.click();
    await page.keyboard.press("Escape");
    expect(await menu.getAttribute("aria-expanded")).toBe("false");
    await menu.click();
    await page.getByRole("button", { name: "例外", exact: true }).click();
    await page.getByRole("heading", { level: 2, name: /例外/ }).waitFor();
    expect(await menu.getAttribute("aria-expanded")).toBe("false");
    await page.setViewportSize({ width: 900, height: 640 });
    expect(await menu.isVisible()).toBe(false);
    await close();
  });

  it("explains a policy that was refused before everything else", async () => {
    const { page, close } = await open(refusedSnapshot());
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    expect(await page.locator(".status-sentence").textContent()).toContain("会社のポリシーを確認できないため");
    await expect.poll(() => page.getByText("始められません", { exact: true }).count()).toBe(3);
    await close();
  });

  it("keeps a network name of markup, templates and control characters as text", async () => {
    const ssid = "<img src=x onerror=alert(1)>{{t}}$t(light.go)\u202e\u0007%";
    const { page, complaints, close } = await open(stopSnapshot({}, ssid));
    const shown = "<img src=x onerror=alert(1)>{{t}}$t(light.go)\ufffd\ufffd%";
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    expect(await page.locator(".status-sentence").textContent()).toContain(shown);
    expect(await page.locator(".route").textContent()).toContain(shown);
    expect(await page.locator("img").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** Opens every row and every fold, so that all that can be read is on the page. */
async function openAll(page: Page): Promise<void> {
  const closed = page.locator('main button[aria-expanded="false"]');
  for (let left = await closed.count(); left > 0; left = await closed.count()) await closed.first().click();
}

/** The smallest and the largest window, two between, and the smaller ones as they are at 200 % zoom (half as many CSS pixels). */
const sizes = [
  [1920, 1080],
  [1180, 800],
  [900, 640],
  [590, 400],
  [450, 320],
] as const;
const states = { stop: stopSnapshot(), go: goSnapshot(), checking: runningSnapshot(4), refused: refusedSnapshot(), excepted: exceptedSnapshot() };
const languages: readonly Language[] = ["ja", "en"];
const label = /表示する言語|Language/;

describe.each(Object.entries(states))("in the state %s", (_name, snapshot) => {
  it("has nothing that axe-core objects to, in both languages, light, dark and forced colours", async () => {
    const { page, close } = await open(snapshot);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await openAll(page);
    for (const language of languages) {
      await page.getByLabel(label).selectOption(language);
      for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "light", forcedColors: "active" }] as const) {
        await page.emulateMedia({ forcedColors: "none", ...media });
        expect(await accessibilityProblems(page), `${language} ${JSON.stringify(media)}`).toEqual([]);
      }
    }
    await close();
  });

  it("cuts nothing off and never scrolls sideways from 900×640 at 200 % to 1920×1080, in both languages", async () => {
    const { page, close } = await open(snapshot);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await openAll(page);
    for (const language of languages) {
      await page.getByLabel(label).selectOption(language);
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        expect(await cutOff(page), `${language} ${width}×${height}`).toEqual([]);
      }
    }
    await close();
  });
});

it("keeps long words of both languages inside a narrow window", async () => {
  const long = "W".repeat(32);
  const { page, close } = await open(stopSnapshot({}, long), { viewport: { width: 450, height: 320 }, language: "en" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await cutOff(page)).toEqual([]);
  await close();
});
