import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exceptedSnapshot, exceptionOfWifi, stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { tabTo } from "./support/keyboard.ts";
import { openScreen, openStage } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const reason = "出張先でほかの回線が使えず、本日中の見積もり提出が必要なため";
const measure = "画面をほかの人に見せず、終わったらすぐに切断する";
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest(".field")?.querySelector("label")?.textContent ?? document.activeElement?.textContent ?? "");

describe("requesting an exception", () => {
  it("goes with the keyboard alone from a finding through a refusal to success, and nothing typed is lost", async () => {
    const { page, fake, send, close } = await openScreen(stage.browser, stage.server, stopSnapshot());
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    await tabTo(page, "button", /^Wi-Fi の暗号化 要対応/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await tabTo(page, "button", "例外を申請 Wi-Fi の暗号化");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("例外を申請: Wi-Fi の暗号化");

    await tabTo(page, "textbox", "理由");
    await page.keyboard.type("急ぐため");
    await tabTo(page, "button", "申請する");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("理由");
    const field = page.getByRole("textbox", { name: "理由" });
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    const described = (await field.getAttribute("aria-describedby")) ?? "";
    const words = await page.evaluate((ids) => ids.split(" ").map((id) => document.getElementById(id)?.textContent), described);
    expect(words).toEqual([
      "20 文字以上で、なぜ必要かを書いてください。",
      "理由が短すぎます。20 文字以上で書いてください。",
      "4 文字（20 文字以上）",
    ]);
    expect(fake.asked.some(({ id }) => id === "exceptions.request")).toBe(false);

    await page.keyboard.press("Control+A");
    await page.keyboard.type(reason);
    await tabTo(page, "textbox", "代わりの対策");
    await page.keyboard.type(measure);
    await tabTo(page, "textbox", "申請番号");
    await page.keyboard.type("REQ-1042");
    fake.answers["exceptions.request"] = () => ({ ok: false, code: "exceptions.maxDays", limit: 1 });
    await tabTo(page, "button", "申請する");
    await page.keyboard.press("Enter");
    await page.getByText("規則: exceptions.maxDays").waitFor();
    expect(await page.getByRole("alert").filter({ hasText: "申請は認められませんでした" }).textContent()).toContain(
      "終わりの日を 1 日以内にしてください。",
    );
    expect(await focused(page)).toBe("終わりの日");
    expect(await field.inputValue()).toBe(reason);
    expect(await page.getByRole("textbox", { name: "代わりの対策" }).inputValue()).toBe(measure);

    fake.answers["exceptions.request"] = () => ({ ok: true, exception: exceptionOfWifi });
    await tabTo(page, "button", "申請する");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await send(exceptedSnapshot());
    await page.getByRole("heading", { level: 1, name: "注意" }).waitFor();
    expect(fake.asked.filter(({ id }) => id === "exceptions.request").at(-1)?.input).toEqual({
      checkId: "wifi-security",
      subject: "Cafe_Free_WiFi",
      networkId: "net-4f2a",
      reason,
      compensatingMeasure: measure,
      ticket: "REQ-1042",
      endsAt: "2026-11-24T14:59:00.000Z",
    });
    await expect.poll(() => focused(page)).toContain("Wi-Fi の暗号化");
    await close();
  });

  it("names the rule of a refusal that belongs to no field", async () => {
    const { page, close } = await openScreen(stage.browser, stage.server, stopSnapshot());
    await page.getByRole("button", { name: "例外を申請 Wi-Fi の暗号化" }).click();
    await page.getByRole("textbox", { name: "理由" }).fill(reason);
    await page.getByRole("textbox", { name: "代わりの対策" }).fill(measure);
    await page.getByRole("textbox", { name: "承認した人" }).fill("山田");
    await page.getByRole("button", { name: "申請する" }).click();
    const refusal = page.getByRole("alert").filter({ hasText: "規則: exceptions.allowed" });
    await refusal.waitFor();
    expect(await refusal.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  it("keeps what was typed when no answer comes", async () => {
    const { page, fake, close } = await openScreen(stage.browser, stage.server, stopSnapshot(), { language: "en" });
    fake.answers["exceptions.request"] = () => Promise.reject(new Error("gone"));
    await page.getByRole("button", { name: "Request an exception Wi-Fi encryption" }).click();
    await page.getByRole("textbox", { name: "Reason" }).fill("No other line can be had at this place today");
    await page.getByRole("textbox", { name: "Compensating measure" }).fill("Short sessions");
    await page.getByRole("textbox", { name: "Ticket number" }).fill("REQ-1");
    await page.getByRole("button", { name: "Send request" }).click();
    await page.getByText("What you wrote is kept. Wait a moment and try again.").waitFor();
    expect(await page.getByRole("textbox", { name: "Reason" }).inputValue()).toBe("No other line can be had at this place today");
    await close();
  });

  it.each(["ja", "en"] as const)(
    "has nothing that axe-core objects to with errors shown, and cuts nothing off at twice the size, in light and dark (%s)",
    async (language) => {
      const { page, close } = await openScreen(stage.browser, stage.server, stopSnapshot(), {
        language,

        viewport: { width: 450, height: 320 },
      });
      await page.getByRole("button", { name: /^(例外を申請|Request an exception)/ }).click();
      await page.getByRole("button", { name: /^(申請する|Send request)$/ }).click();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await focused(page)).toMatch(/^(例外を申請|Request an exception)/);
      await close();
    },
  );
});

describe("the list of exceptions", () => {
  it("shows an open one with its end, measure and scope, and revokes it after asking", async () => {
    const { page, fake, close } = await openScreen(stage.browser, stage.server, exceptedSnapshot());
    await page.getByRole("navigation").getByRole("button", { name: "例外" }).click();
    expect(await focused(page)).toBe("例外");
    const card = page.getByRole("listitem").filter({ hasText: "EX-7K4Q2MXD" });
    const words = await card.textContent();
    expect(words).toContain("あと 2 日");
    expect(words).toContain("2026年11月26日(木) 23:59");
    expect(words).toContain("画面をほかの人に見せず、作業が終わったらすぐに切断する");
    expect(words).toContain("顧客情報の取り扱い · 申請したときのネットワークだけ · Cafe_Free_WiFi");
    expect(await accessibilityProblems(page)).toEqual([]);
    await card.getByRole("button", { name: /例外を取り消す/ }).click();
    expect(fake.asked.some(({ id }) => id === "exceptions.revoke")).toBe(false);
    await page.getByRole("dialog").getByRole("button", { name: "取り消す" }).click();
    await expect.poll(() => fake.asked.at(-1)).toEqual({ id: "exceptions.revoke", input: { id: "EX-7K4Q2MXD" } });
    await close();
  });

  it("says in words why a revocation did not work", async () => {
    const { page, fake, close } = await openScreen(stage.browser, stage.server, exceptedSnapshot());
    fake.answers["exceptions.revoke"] = () => ({ ok: false, code: "state-unwritable" });
    await page.getByRole("navigation").getByRole("button", { name: "例外" }).click();
    await page.getByRole("button", { name: /例外を取り消す/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "取り消す" }).click();
    await page.getByRole("alert").filter({ hasText: "例外は有効なままです" }).waitFor();
    await close();
  });
});
