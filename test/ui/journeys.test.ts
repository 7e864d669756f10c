import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Snapshot } from "../../shared/snapshot.ts";
import { goSnapshot, runningSnapshot, stopSnapshot } from "../support/snapshots.ts";
import { tabTo } from "./support/keyboard.ts";
import { openScreen, openStage } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const startable = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  policyTexts: { ...snapshot.policyTexts, activities: snapshot.policyTexts.activities.map((activity) => ({ ...activity, startable: true })) },
});
/** A mouse is never used: every step is a key. */
const press = async (page: Page, ...where: Parameters<typeof tabTo> extends [Page, ...infer Rest] ? Rest : never) => {
  await tabTo(page, ...where);
  await page.keyboard.press("Enter");
};

describe("a morning by keyboard alone", () => {
  it("goes from stop over the fix and the look at that one item to the start of the work", async () => {
    const stop = startable(stopSnapshot({ openings: [{ checkId: "vpn", kind: "vpn" }] }));
    const { page, fake, send, complaints, close } = await openScreen(stage.browser, stage.server, stop);
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    // What stands beside the light leads to the first problem; the VPN is the second.
    await press(page, "button", /^VPN 接続 VPN/);
    await press(page, "button", /^VPN を開く/);
    expect(fake.asked).toContainEqual({ id: "remedies.open", input: { checkId: "vpn" } });
    await page.evaluate(() => {
      window.dispatchEvent(new Event("blur"));
      window.dispatchEvent(new Event("focus"));
    });
    await expect.poll(() => fake.asked).toContainEqual({ id: "run.start", input: { checks: ["vpn"] } });
    await send(startable(runningSnapshot(4)));
    await page.getByRole("heading", { level: 1, name: "点検中" }).waitFor();
    await send(startable(goSnapshot()));
    await page.getByRole("heading", { level: 1, name: "開始できます" }).waitFor();
    await page.getByRole("alert").filter({ hasText: "開始できます" }).waitFor({ state: "attached" });
    await press(page, "button", /^開始 .*顧客情報/);
    await expect.poll(() => fake.asked.at(-1)).toEqual({ id: "activities.start", input: { activityId: "customer-data" } });
    expect(complaints).toEqual([]);
    await close();
  });

  it("goes from the light over the preview to the saved report", async () => {
    const shown = {
      fileName: "preflight-report.json",
      bytes: 20,
      helpdeskCode: "0123-4567-89AB",
      address: null,
      text: '{"schema":"example"}',
      personal: [],
    };
    const { page, fake, complaints, close } = await openScreen(stage.browser, stage.server, stopSnapshot(), {
      language: "en",
      prepare: ({ answers }) => {
        answers["report.preview"] = () => ({ ok: true, id: "one", ...shown });
        answers["report.save"] = () => ({ ok: true, how: "saved", fileName: "preflight-report.json" });
      },
    });
    await press(page, "button", "Report");
    await page.getByRole("heading", { level: 2, name: "Report" }).waitFor();
    await tabTo(page, "radio", /^HTML/);
    await page.keyboard.press("ArrowDown");
    await page.clock.runFor(1_000);
    await page.getByText('{"schema":"example"}').waitFor();
    await tabTo(page, "switch", "Name of the PC");
    await page.keyboard.press("Space");
    await page.clock.runFor(1_000);
    await press(page, "button", /^Save/);
    await page.getByText("Saved “preflight-report.json”.").waitFor();
    expect(fake.asked.filter(({ id }) => id.startsWith("report.")).slice(-2)).toEqual([
      { id: "report.preview", input: { format: "json", language: "en", readable: ["host"] } },
      { id: "report.save", input: { id: "one" } },
    ]);
    expect(complaints).toEqual([]);
    await close();
  });
});
