import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import { stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const previewOf = (fileName: string) => (): CallOutput<"report.preview"> => {
  return { ok: true, id: "one", fileName, bytes: 10, helpdeskCode: "C622-2062-HJTT", address: null, text: null, personal: [] };
};

describe("saving a report", () => {
  it("hides every personal field until it is switched on, and downloads what it is given", async () => {
    const { page, fake, close } = await openScreen(stage.browser, stage.server, stopSnapshot());
    fake.answers["report.preview"] = previewOf("preflight-report.json");
    fake.answers["report.save"] = () => ({ ok: true, how: "download", fileName: "preflight-report.json", content: '{"schema":"example"}' });
    await page.getByRole("button", { name: "報告書を保存" }).click();
    const dialog = page.getByRole("dialog", { name: "報告書を保存" });
    expect(await dialog.getByRole("switch", { checked: false }).count()).toBe(5);
    await dialog.getByRole("radio", { name: /^JSON/ }).check();
    await dialog.getByRole("radio", { name: "English" }).check();
    await dialog.getByRole("switch", { name: "PC の名前" }).check();
    const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "保存する" }).click()]);
    expect(download.suggestedFilename()).toBe("preflight-report.json");
    expect(await readFile(await download.path(), "utf8")).toBe('{"schema":"example"}');
    expect(fake.asked.slice(-2)).toEqual([
      { id: "report.preview", input: { format: "json", language: "en", readable: ["host"] } },
      { id: "report.save", input: { id: "one" } },
    ]);
    await dialog.getByText("「preflight-report.json」をダウンロードしました。").waitFor();
    await close();
  });

  it("tells where it stands when the person saved it, stopped, or it could not be written", async () => {
    const { page, fake, close } = await openScreen(stage.browser, stage.server, stopSnapshot(), { language: "en" });
    await page.getByRole("button", { name: "Save a report" }).click();
    const save = page.getByRole("dialog").getByRole("button", { name: "Save", exact: true });
    const status = page.getByRole("dialog").getByRole("status");
    fake.answers["report.preview"] = previewOf("report.html");
    const said = async () => {
      await save.click();
      await expect.poll(() => status.textContent()).not.toBe("");
      return status.textContent();
    };
    fake.answers["report.save"] = () => ({ ok: true, how: "saved", fileName: "report.html" });
    expect(await said()).toBe("Saved “report.html”.");
    fake.answers["report.save"] = () => ({ ok: false, code: "cancelled" });
    expect(await said()).toBe("Saving was cancelled. No file was written.");
    fake.answers["report.save"] = () => ({ ok: false, code: "not-written" });
    expect(await said()).toBe("The file could not be written. Choose another place and try again.");
    await close();
  });

  it.each(["light", "dark"] as const)("has nothing that axe-core objects to and fits at twice the size (%s)", async (colorScheme) => {
    const { page, close } = await openScreen(stage.browser, stage.server, stopSnapshot(), { colorScheme, viewport: { width: 450, height: 320 } });
    await page.getByRole("button", { name: "報告書を保存" }).click();
    await page.getByRole("switch", { name: "ユーザー名" }).check();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await close();
  });
});
