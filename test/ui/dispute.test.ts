import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe("calling a finding wrong", () => {
  it("says what becomes of the words, keeps them when nothing could be written, and marks the finding by keyboard alone", async () => {
    const { page, fake, send, close } = await openScreen(stage.browser, stage.server, stopSnapshot());
    const button = page.getByRole("button", { name: /^判定がおかしい/ }).first();
    await button.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: /^判定がおかしい/ });
    await dialog.getByText("書いた言葉と、判定の根拠が、次に作る報告書に入ります。自動で送信することはありません。").waitFor();
    await dialog.getByText("申し出ても、判定と信号は変わりません。").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole("button", { name: "申し出る" }).press("Enter");
    await dialog.getByText("おかしいと思うところを書いてください。").first().waitFor();
    const words = dialog.getByRole("textbox", { name: "どこがおかしいですか" });
    expect(await words.getAttribute("aria-invalid")).toBe("true");
    await words.fill("  VPN につないでいます  ");
    fake.answers["findings.dispute"] = () => ({ ok: false, code: "state-unwritable" });
    await dialog.getByRole("button", { name: "申し出る" }).press("Enter");
    await dialog
      .getByText(/^記録できませんでした。ディスク/)
      .first()
      .waitFor();
    expect(await words.inputValue()).toBe("  VPN につないでいます  ");
    fake.answers["findings.dispute"] = () => ({ ok: true });
    await dialog.getByRole("button", { name: "申し出る" }).press("Enter");
    await dialog.waitFor({ state: "detached" });
    const asked = fake.asked.at(-1);
    expect(asked).toEqual({ id: "findings.dispute", input: { checkId: expect.any(String), words: "VPN につないでいます" } });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    const checkId = stopSnapshot().checks.find(({ id }) => JSON.stringify(asked?.input).includes(`"${id}"`))?.id ?? "";
    await send({ ...stopSnapshot(), disputes: [{ checkId, at: "2026-11-24T00:12:05.000Z" }] });
    await page.getByText("申し出済み").waitFor();
    await close();
  });

  it("fits at twice the size, in English", async () => {
    const { page, close } = await openScreen(stage.browser, stage.server, stopSnapshot(), {
      language: "en",
      viewport: { width: 450, height: 320 },
    });
    await page
      .getByRole("button", { name: /^This is wrong/ })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await close();
  });
});
