import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../shared/message.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { runningSnapshot, stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage, type ScreenOptions } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
const open = (snapshot: Snapshot, options?: ScreenOptions) => openScreen(stage.browser, stage.server, snapshot, options);

const both = (ja: string, en: string) => ({ ja, en });
const openings: Snapshot["openings"] = [
  { checkId: "wifi-security", kind: "settings" },
  { checkId: "vpn", kind: "vpn" },
  { checkId: "updates", kind: "updates" },
];
/** The café with a company's policy: everything can be started, the right places can be opened, and there is somebody to call. */
function managed(part: Partial<Snapshot> = {}): Snapshot {
  const before = stopSnapshot();
  return stopSnapshot({
    openings,
    policyTexts: {
      ...before.policyTexts,
      activities: before.policyTexts.activities.map((activity) => ({ ...activity, startable: true })),
      contacts: [
        {
          id: "desk",
          for: "helpdesk",
          name: both("情報システム部 ヘルプデスク", "IT helpdesk"),
          phone: "03-0000-0000",
          email: "help@acme.example",
          hours: both("平日 9:00〜17:30", "weekdays 9:00 to 17:30"),
        },
      ],
    },
    ...part,
  });
}
const row = (page: Page, name: RegExp) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
/** What the browser tells a page whose window is left, and come back to. */
const leave = (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event("blur")));
const comeBack = (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event("focus")));

describe("start", () => {
  it("is there where the policy names something to start, and works under go and caution alone", async () => {
    const { page, fake, close } = await open(managed());
    const start = (name: RegExp) => row(page, name).getByRole("button", { name: /^開始/ });
    expect(await start(/顧客情報/).getAttribute("aria-disabled")).toBe("true");
    await start(/顧客情報/).click({ force: true });
    await start(/メール/).click();
    await start(/公開資料/).click();
    await expect
      .poll(() => fake.asked.filter(({ id }) => id === "activities.start").map(({ input }) => input))
      .toEqual([{ activityId: "mail" }, { activityId: "public-docs" }]);
    await close();
  });

  it("is not there where nothing can be started, and off while a check is under way", async () => {
    const first = await open(stopSnapshot());
    expect(await first.page.getByRole("button", { name: /^開始/ }).count()).toBe(0);
    const running = { ...runningSnapshot(3), policyTexts: managed().policyTexts };
    await first.send(running);
    await expect.poll(() => first.page.getByRole("button", { name: /^開始/ }).count()).toBe(3);
    expect(await first.page.getByRole("button", { name: /^開始/, disabled: false }).count()).toBe(0);
    await first.close();
  });

  it.each([
    ["no-clearance", "いまは開始できません。もう一度点検してから、開始してください。"],
    ["no-target", "ヘルプデスクに連絡してください。"],
    ["not-managed", "会社が配布したポリシーではないため"],
    ["not-proved", "管理者が置いたかどうか確かめられない"],
    ["not-started", "開始できませんでした。"],
    ["unknown-activity", "いまのポリシーにありません。"],
  ] as const)("says a refusal in words: %s", async (code, sentence) => {
    const { page, close } = await open(managed(), {
      prepare: (fake) => Object.assign(fake.answers, { "activities.start": () => ({ ok: false, code }) }),
    });
    await row(page, /公開資料/)
      .getByRole("button", { name: /^開始/ })
      .click();
    await page.getByRole("alert").filter({ hasText: sentence }).waitFor();
    await close();
  });
});

describe("the place where a finding is put right", () => {
  it("is opened by a button named for what it opens, first in the row", async () => {
    const { page, fake, close } = await open(managed());
    const wifi = page.getByRole("article", { name: "Wi-Fi の暗号化" });
    const first = wifi.locator(".finding-buttons").getByRole("button").first();
    expect(await first.textContent()).toBe("設定を開く Wi-Fi の暗号化");
    await expect.poll(() => wifi.locator(".button-primary").count()).toBe(1);
    await first.click();
    await expect.poll(() => fake.asked.at(-1)).toEqual({ id: "remedies.open", input: { checkId: "wifi-security" } });
    await page.getByRole("article", { name: "VPN 接続" }).getByRole("button", { expanded: false }).click();
    await expect.poll(() => page.getByRole("button", { name: "VPN を開く VPN 接続" }).count()).toBe(1);
    await close();
  });

  it("is looked at again once, when the person comes back, and not before", async () => {
    const { page, fake, close } = await open(managed());
    const runs = () => fake.asked.filter(({ id }) => id === "run.start").map(({ input }) => input);
    await leave(page);
    await comeBack(page);
    await page.getByRole("button", { name: "設定を開く Wi-Fi の暗号化" }).click();
    await expect.poll(() => fake.asked.at(-1)?.id).toBe("remedies.open");
    await comeBack(page);
    expect(runs()).toEqual([]);
    await leave(page);
    await comeBack(page);
    await expect.poll(runs).toEqual([{ checks: ["wifi-security"] }]);
    await leave(page);
    await comeBack(page);
    await page.waitForTimeout(200);
    expect(runs()).toHaveLength(1);
    await close();
  });

  it("is not looked at again when it could not be opened, and that is said", async () => {
    const prepare: ScreenOptions["prepare"] = (fake) => Object.assign(fake.answers, { "remedies.open": () => ({ ok: false, code: "not-started" }) });
    const { page, fake, close } = await open(managed(), { prepare });
    await page.getByRole("button", { name: "設定を開く Wi-Fi の暗号化" }).click();
    await page.getByRole("alert").filter({ hasText: "開けませんでした。手順に沿って、ご自分で開いてください。" }).waitFor();
    await leave(page);
    await comeBack(page);
    await page.waitForTimeout(200);
    expect(fake.asked.some(({ id }) => id === "run.start")).toBe(false);
    await close();
  });

  it("keeps its button while the item is looked at, switched off", async () => {
    const { page, send, close } = await open(managed());
    await send({
      ...managed(),
      openings: [],
      findings: [],
      decision: null,
      phase: { kind: "running", done: 0, total: 1, checks: ["wifi-security"] },
    });
    await expect.poll(() => page.getByRole("button", { name: /^設定を開く/, disabled: true }).count()).toBe(1);
    await send(managed({ openings: [] }));
    await expect.poll(() => page.getByRole("button", { name: /^設定を開く/ }).count()).toBe(0);
    await close();
  });

  it("stands beside whom to call", async () => {
    const { page, close } = await open(managed());
    const wifi = page.getByRole("article", { name: "Wi-Fi の暗号化" });
    expect(await wifi.locator(".finding-contact").textContent()).toBe(
      "情報システム部 ヘルプデスク電話 03-0000-0000メール help@acme.example受付 平日 9:00〜17:30",
    );
    await close();
    const bare = await open(stopSnapshot());
    await expect.poll(() => bare.page.getByText("会社のヘルプデスクに連絡してください。").count()).toBe(1);
    await bare.close();
  });
});

describe("an activity with many reasons", () => {
  it("names three and the number of the others, and all of them when asked; the keyboard stays", async () => {
    const before = managed();
    const ids = before.checks.map(({ id }) => id);
    const decision = before.decision;
    if (decision === null) throw new Error("no decision");
    const clearances = decision.clearances.map((one) => (one.activityId === "customer-data" ? { ...one, blockedBy: ids } : one));
    const { page, close } = await open({ ...before, decision: { ...decision, clearances } });
    const customer = row(page, /顧客情報/);
    await expect.poll(() => customer.locator(".activity-check").count()).toBe(3);
    await customer.getByRole("button", { name: `ほか ${ids.length - 3} 件` }).press("Enter");
    expect(await customer.locator(".activity-check").count()).toBe(ids.length);
    await expect
      .poll(() =>
        customer
          .locator(".activity-check button")
          .nth(3)
          .evaluate((button) => button === document.activeElement),
      )
      .toBe(true);
    await close();
  });
});

describe("a program that belongs to work which may not start", () => {
  it("is told, with what to do, and whether it was asked to end", async () => {
    const one = { id: "crm", title: both("顧客管理", "CRM"), activityId: "customer-data", since: "2026-11-24T00:12:04.000Z", asked: false };
    const { page, send, close } = await open(managed({ guarded: [one] }));
    await page.getByText("「顧客管理」が動いていますが、「顧客情報の取り扱い」はいま始められません。作業を保存して、終了してください。").waitFor();
    await send(managed({ guarded: [{ ...one, asked: true }] }));
    await page.getByText("「顧客管理」に終了を求めました。", { exact: false }).waitFor();
    await close();
  });
});

describe.each(["ja", "en"] as const)("in %s", (language: Language) => {
  it.each([
    { width: 900, height: 640 },
    { width: 450, height: 320 },
    { width: 1920, height: 1080 },
  ])("at $width × $height nothing is cut and axe finds nothing", async (viewport) => {
    const guarded = [{ id: "crm", title: both("顧客管理", "CRM"), activityId: "customer-data", since: "2026-11-24T00:12:04.000Z", asked: true }];
    const { page, complaints, close } = await open(managed({ guarded }), { language, viewport });
    await page.locator(".finding-contact").first().waitFor();
    expect(await cutOff(page)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
