import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserDoor } from "../../shared/browserDoor.ts";
import type { Door } from "../../shared/door.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import type { FakeApi } from "../support/fakeApi.ts";
import { policyTexts } from "../support/policyTexts.ts";
import { goSnapshot, runningSnapshot, stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage, type ScreenOptions } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const both = (ja: string, en: string) => ({ ja, en });
const blocking: Door = { ...browserDoor, kind: "desktop", block: "full", tray: true, loginStart: "on", pdf: true, shutDown: true };
const contacts: Snapshot["policyTexts"]["contacts"] = [
  {
    id: "desk",
    for: "helpdesk",
    name: both("情報システム部 ヘルプデスク", "IT helpdesk"),
    phone: "03-1234-5678",
    email: "helpdesk@example.co.jp",
    hours: both("平日 9:00〜18:00", "Mon-Fri 9:00-18:00"),
  },
  { id: "lost", for: "loss", name: both("紛失受付", "Loss desk"), phone: "0120-000-000" },
];
function blockedSnapshot(part: Partial<Snapshot> = {}): Snapshot {
  const activities = policyTexts.activities.map((activity) => ({ ...activity, startable: activity.id === "mail" }));
  return stopSnapshot({ policyTexts: { ...policyTexts, activities, contacts }, openings: [{ checkId: "vpn", kind: "vpn" }], ...part });
}
const open = (snapshot: Snapshot = blockedSnapshot(), options: ScreenOptions = {}) =>
  openScreen(stage.browser, stage.server, snapshot, {
    ...options,
    prepare(fake: FakeApi) {
      fake.answers["door.get"] = () => blocking;
      options.prepare?.(fake);
    },
  });

describe("the block screen", () => {
  it("stands instead of everything else, with the focus on its word", async () => {
    const { page, complaints, close } = await open();
    const word = page.getByRole("heading", { level: 1, name: "停止" });
    await word.waitFor();
    expect(await word.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole("navigation").count()).toBe(0);
    expect(await page.getByRole("button", { name: "報告書を保存" }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it("offers the fix, looking again, an exception, the work that is allowed, the loss card, the helpdesk and shutting down, and nothing else", async () => {
    const { page, close } = await open();
    await page.locator(".block-word").waitFor();
    const names = await page.getByRole("button").allTextContents();
    expect(names.map((name) => name.split(" ")[0])).toEqual([
      "すべて点検しなおす",
      "この項目だけ再点検",
      "例外を申請",
      "VPN",
      "この項目だけ再点検",
      "例外を申請",
      "開始",
      "画面をよける",
      "コピー",
      "紛失・盗難のときは",
      "この画面をよけて直す",
      "PC",
    ]);
    await expect.poll(() => page.getByRole("combobox", { name: "表示する言語" }).count()).toBe(1);
    await close();
  });

  it("lists only what blocks, with the steps for this system", async () => {
    const { page, close } = await open();
    await page.locator(".block-word").waitFor();
    expect(await page.getByRole("article").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")))).toEqual([
      "Wi-Fi の暗号化",
      "VPN 接続",
    ]);
    expect(await page.getByRole("article", { name: "Wi-Fi の暗号化" }).getByRole("listitem").count()).toBeGreaterThan(0);
    await close();
  });

  it("opens the place of the fix, starts work that is allowed, and asks the house to make room", async () => {
    const { page, fake, close } = await open();
    await page.getByRole("button", { name: "VPN を開く" }).click();
    await page.getByRole("button", { name: "開始 社内システム・メール" }).click();
    await page.getByRole("button", { name: "この画面をよけて直す" }).click();
    await expect
      .poll(() => fake.asked.slice(-3))
      .toEqual([
        { id: "remedies.open", input: { checkId: "vpn" } },
        { id: "activities.start", input: { activityId: "mail" } },
        { id: "block.step-aside", input: { activityId: null } },
      ]);
    await close();
  });

  it("says why when the place could not be opened", async () => {
    const { page, close } = await open(blockedSnapshot(), {
      prepare(fake) {
        fake.answers["remedies.open"] = () => ({ ok: false, code: "not-started" });
      },
    });
    await page.getByRole("button", { name: "VPN を開く" }).click();
    await page.getByText("開けませんでした。手順に沿って、ご自分で開いてください。").waitFor();
    await close();
  });

  it("reads out the numbers of the helpdesk as text, without a link that could lead away", async () => {
    const { page, close } = await open();
    await page.getByText("03-1234-5678").waitFor();
    await expect.poll(() => page.getByText("helpdesk@example.co.jp").count()).toBe(1);
    await expect.poll(() => page.getByText("0120-000-000").count()).toBe(1);
    expect(await page.getByRole("link").count()).toBe(0);
    await close();
  });

  it("says so when nobody is on file", async () => {
    const { page, close } = await open(blockedSnapshot({ policyTexts }));
    await page.getByText("連絡先は登録されていません。会社のヘルプデスクに連絡してください。").waitFor();
    await close();
  });

  it("shuts down only after a second yes, and says so when it could not", async () => {
    const { page, fake, close } = await open(blockedSnapshot(), {
      prepare(api) {
        api.answers["app.shut-down"] = () => ({ ok: false, code: "failed" });
      },
    });
    const asked = () => fake.asked.filter(({ id }) => id === "app.shut-down").length;
    await page.getByRole("button", { name: "PC の電源を切る" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "やめる" }).click();
    expect(asked()).toBe(0);
    await page.getByRole("button", { name: "PC の電源を切る" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "電源を切る" }).click();
    await page.getByText("電源を切れませんでした。PC の電源ボタンか、OS のメニューから切ってください。").waitFor();
    expect(asked()).toBe(1);
    await close();
  });

  it("shows the loss card and comes back", async () => {
    const { page, close } = await open();
    await page.getByRole("button", { name: "紛失・盗難のときは" }).click();
    await page
      .getByRole("heading", { name: /紛失・盗難/ })
      .first()
      .waitFor();
    expect(await page.getByRole("heading", { level: 1, name: "停止" }).count()).toBe(0);
    await page.getByRole("button", { name: "前の画面に戻る" }).click();
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    await close();
  });

  it("reaches the loss card, making room and shutting down by keyboard alone, and Escape does not leave it", async () => {
    const { page, close } = await open();
    await page.locator(".block-word").waitFor();
    const reached = new Set<string>();
    for (let step = 0; step < 24; step++) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ""));
    }
    for (const name of ["紛失・盗難のときは", "この画面をよけて直す", "PC の電源を切る"]) expect(reached).toContain(name);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("heading", { level: 1, name: "停止" }).count()).toBe(1);
    await close();
  });

  it("stays during another check, and shows no light then", async () => {
    const { page, send, close } = await open();
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    await send({ ...runningSnapshot(3), policyTexts: blockedSnapshot().policyTexts });
    await page.getByRole("heading", { level: 1, name: "点検中" }).waitFor();
    await expect.poll(() => page.getByRole("img", { name: "信号: 消灯" }).count()).toBe(1);
    expect(await page.getByRole("navigation").count()).toBe(0);
    await close();
  });

  it("goes when the house says so, and tells while it makes room that it comes back", async () => {
    const { page, fake, send, sendDoor, close } = await open();
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    await sendDoor({ ...blocking, block: "off", aside: true });
    await page.getByRole("navigation").waitFor();
    await page.getByRole("button", { name: "いま戻して点検する" }).click();
    await expect.poll(() => fake.asked.at(-1)).toEqual({ id: "block.return", input: null });
    await send(goSnapshot());
    await sendDoor({ ...blocking, block: "off", aside: false });
    await page.getByRole("heading", { level: 1, name: "開始できます" }).waitFor();
    expect(await page.getByRole("button", { name: "いま戻して点検する" }).count()).toBe(0);
    await close();
  });
});

const sizes = [
  { width: 900, height: 640 },
  { width: 1920, height: 1080 },
  { width: 450, height: 320 }, // 200 % of the smallest window
] as const;
describe.each(["ja", "en"] as const)("in %s", (language) => {
  it.each(sizes)("is accessible and cut nowhere at $width × $height", async (viewport) => {
    const { page, close } = await open(blockedSnapshot(), { language, viewport });
    await page.locator(".block-word").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await close();
  });

  it.each([{ colorScheme: "dark" }, { forcedColors: "active" }] as const)("is accessible with %j", async (colours) => {
    const { page, close } = await open(blockedSnapshot(), { language, ...colours });
    await page.locator(".block-word").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await close();
  });
});
