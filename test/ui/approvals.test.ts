import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvalSnapshot, pendingRequest } from "../support/requests.ts";
import { exceptionOfWifi } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { tabTo } from "./support/keyboard.ts";
import { openScreen, openStage } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest(".field")?.querySelector("label")?.textContent ?? document.activeElement?.textContent ?? "");
describe("an exception that the helpdesk has to approve", () => {
  it("goes with the keyboard alone from a finding over the number and a wrong code to the exception", async () => {
    const pending = pendingRequest();
    const { page, fake, send, complaints, close } = await openScreen(stage.browser, stage.server, approvalSnapshot(["signed", "code"]), {
      prepare: ({ answers }) => {
        answers["requests.open"] = () => ({ ok: true, pending });
      },
    });
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    await tabTo(page, "button", /^Wi-Fi の暗号化 要対応/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await tabTo(page, "button", "例外を申請 Wi-Fi の暗号化");
    await page.keyboard.press("Enter");
    await page.getByText("この例外には、ヘルプデスクの承認が必要です").waitFor();
    expect(await page.getByRole("textbox", { name: "承認した人" }).count()).toBe(0);
    await tabTo(page, "textbox", "理由");
    await page.keyboard.type(pending.request.reason);
    await tabTo(page, "textbox", "代わりの対策");
    await page.keyboard.type(pending.request.compensatingMeasure);
    await tabTo(page, "button", "申請番号を受け取る");
    await page.keyboard.press("Enter");

    await page.getByRole("heading", { name: "申請を受け付けました。まだ例外ではありません" }).waitFor();
    expect(await focused(page)).toBe("申請を受け付けました。まだ例外ではありません");
    expect(fake.asked.filter(({ id }) => id === "requests.open")).toHaveLength(1);
    expect(fake.asked.filter(({ id }) => id === "exceptions.request")).toHaveLength(0);
    await page.locator(".handover-code", { hasText: pending.code }).waitFor();
    await page.getByRole("img", { name: `申請 ${pending.code} の QR コード` }).waitFor();
    await page.getByText("情報システム窓口 · 03-0000-0000").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    fake.answers["requests.answer"] = () => ({ ok: false, code: "wrong-code", triesLeft: 4 });
    await send(approvalSnapshot(["signed", "code"], [{ ...pending, triesLeft: 4 }]));
    await tabTo(page, "textbox", `申請 ${pending.code} への回答`);
    await page.keyboard.type("7k4q-2mxd");
    await page.keyboard.press("Enter");
    await page.getByText("番号が違います。あと 4 回入力できます。").first().waitFor();
    expect(await focused(page)).toBe(`申請 ${pending.code} への回答`);
    const field = page.getByRole("textbox", { name: `申請 ${pending.code} への回答` });
    expect(await field.inputValue()).toBe("7k4q-2mxd");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await accessibilityProblems(page)).toEqual([]);

    fake.answers["requests.answer"] = () => ({ ok: true, exception: exceptionOfWifi });
    await tabTo(page, "button", `回答を確かめる ${pending.code}`);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(fake.asked.filter(({ id }) => id === "requests.answer").map(({ input }) => input)).toEqual([
      { code: pending.code, answer: "7k4q-2mxd" },
      { code: pending.code, answer: "7k4q-2mxd" },
    ]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("waits on the screen of exceptions, where it is answered or withdrawn and the focus goes to what was said", async () => {
    const [one, two] = [pendingRequest(), pendingRequest({ activityId: "public-docs" }, "f".repeat(32))];
    const { page, fake, send, complaints, close } = await openScreen(stage.browser, stage.server, approvalSnapshot(["signed"], [one, two]));
    await page.getByRole("button", { name: "例外" }).first().click();
    await page.getByRole("heading", { name: "ヘルプデスクの回答待ち" }).waitFor();
    await expect.poll(() => page.getByRole("img", { name: /QR コード$/ }).count()).toBe(2);
    expect(await page.getByText("番号を入力できる残りの回数").count()).toBe(0);
    await tabTo(page, "button", `申請を取り下げる ${two.code}`);
    await page.keyboard.press("Enter");
    await tabTo(page, "button", "取り下げる");
    await page.keyboard.press("Enter");
    await page.getByText(`申請 ${two.code} を取り下げました。`).waitFor();
    await send(approvalSnapshot(["signed"], [one]));
    expect(await focused(page)).toBe(`申請 ${two.code} を取り下げました。`);
    fake.answers["requests.answer"] = () => ({ ok: true, exception: exceptionOfWifi });
    await tabTo(page, "textbox", `申請 ${one.code} への回答`);
    await page.keyboard.insertText("PFAP1.abc\ndef");
    await tabTo(page, "button", `回答を確かめる ${one.code}`);
    await page.keyboard.press("Enter");
    await page.getByText(`申請 ${one.code} が承認され、例外になりました。`).waitFor();
    expect(await focused(page)).toBe(`申請 ${one.code} が承認され、例外になりました。`);
    expect(fake.asked.at(-1)).toEqual({ id: "requests.answer", input: { code: one.code, answer: "PFAP1.abc\ndef" } });
    expect(complaints).toEqual([]);
    await close();
  });

  it("says when the time has run out, and takes no answer any more", async () => {
    const old = { ...pendingRequest(), expiresAt: "2026-11-24T00:00:00.000Z" };
    const { page, close } = await openScreen(stage.browser, stage.server, approvalSnapshot(["signed"], [old]));
    await page.getByRole("button", { name: "例外" }).first().click();
    await page.getByText("回答を待つ時間が過ぎました。").waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
    await close();
  });

  it("leaves the choice to the person where the policy does", async () => {
    const { page, close } = await openScreen(stage.browser, stage.server, approvalSnapshot(["employee", "code"]), { language: "en" });
    await page
      .getByRole("button", { name: /^Wi-Fi/ })
      .first()
      .click();
    const ask = page.getByRole("button", { name: /^Request an exception/ }).first();
    if (!(await ask.isVisible()))
      await page
        .getByRole("button", { name: /^Wi-Fi/ })
        .first()
        .click();
    await ask.click();
    expect(await page.getByRole("radio", { name: "I take the responsibility myself" }).isChecked()).toBe(true);
    await page.getByRole("radio", { name: "Ask the helpdesk to approve it" }).check();
    await page.getByRole("button", { name: "Get a request number" }).waitFor();
    expect(await page.getByRole("textbox", { name: "Approved by" }).count()).toBe(0);
    await close();
  });

  const long = pendingRequest({
    reason: "長い理由です。".repeat(250),
    compensatingMeasure: "A_very_long_word_without_any_space".repeat(20),
    subject: "x".repeat(256),
  });
  it.each(
    (["ja", "en"] as const).flatMap((language) =>
      [
        { width: 900, height: 640 },
        { width: 450, height: 320 },
      ].flatMap((viewport) => (["light", "dark"] as const).map((colorScheme) => ({ language, viewport, colorScheme }))),
    ),
  )("fits, without anything that a screen reader or a keyboard cannot use: $language $viewport.width $colorScheme", async (options) => {
    const { page, complaints, close } = await openScreen(stage.browser, stage.server, approvalSnapshot(["signed", "code"], [long]), options);
    await page.waitForSelector("h1");
    await openExceptions(page);
    await page.locator("svg.qr").waitFor();
    await page.getByRole("button", { name: options.language === "ja" ? "申請の文を見る" : "Show the text" }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    const fill = await page.locator("svg.qr rect").evaluate((element) => getComputedStyle(element).fill);
    expect(fill).toBe("rgb(255, 255, 255)");
    expect(complaints).toEqual([]);
    await close();
  });
});

/** In a narrow window the screens are folded behind one button. */
async function openExceptions(page: Page): Promise<void> {
  const target = page.getByRole("button", { name: /^(例外|Exceptions)$/ }).first();
  if (!(await target.isVisible())) await page.locator("button[aria-expanded]").first().click();
  await target.click();
}
