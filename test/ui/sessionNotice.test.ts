import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionEnds } from "../../shared/session.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { findingsOf, goSnapshot, runningSnapshot, stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const at = "2026-11-24T00:20:00.000Z"; // 09:20 in Tokyo
const ended = (because: (typeof sessionEnds)[number]): Pick<Snapshot, "session"> => ({ session: { ended: { because, at } } });
const checking = (because: (typeof sessionEnds)[number]): Snapshot => ({ ...runningSnapshot(2), ...ended(because) });
const again = (because: (typeof sessionEnds)[number], id = "run-2"): Snapshot => ({
  ...stopSnapshot(),
  ...ended(because),
  run: { id, startedAt: "2026-11-24T00:20:00.100Z", finishedAt: "2026-11-24T00:20:01.000Z", durationMs: 900 },
});
const notice = (page: Page) => page.getByRole("status", { name: /前の判定の取り消し|result before was withdrawn/ });

describe("a light that was withdrawn", () => {
  it("is explained while it is checked again and afterwards, until the person goes on", async () => {
    const { page, send, close } = await openScreen(stage.browser, stage.server, goSnapshot());
    await page.getByRole("img", { name: "信号: 開始できます" }).waitFor();
    expect(await notice(page).textContent()).toBe("");
    await send(checking("vpn"));
    await page.getByText("いま点検しなおしています。").waitFor();
    expect(await notice(page).textContent()).toContain("VPN が切れたため、09:20 に前の判定を取り消しました。");
    expect(await page.getByRole("img", { name: "信号: 開始できます" }).count()).toBe(0);
    await send(again("vpn"));
    await page.getByText("点検しなおしました。いまの信号").waitFor();
    expect(await notice(page).textContent()).toContain("VPN が切れたため、09:20 に前の判定を取り消しました。");
    await notice(page).getByRole("button", { name: "閉じる" }).click();
    expect(await notice(page).textContent()).toBe("");
    await close();
  });

  it("is no longer spoken of after another run", async () => {
    const { page, send, close } = await openScreen(stage.browser, stage.server, goSnapshot());
    await send(checking("network"));
    await send(again("network"));
    await page.getByText("点検しなおしました。いまの信号").waitFor();
    await send(again("network", "run-3"));
    await expect.poll(() => notice(page).textContent()).toBe("");
    await close();
  });

  it("is not spoken of by a page that was opened later", async () => {
    const { page, close } = await openScreen(stage.browser, stage.server, again("network"));
    await page.getByRole("img", { name: "信号: 停止" }).waitFor();
    expect(await notice(page).textContent()).toBe("");
    await close();
  });

  it.each(sessionEnds.flatMap((because) => (["ja", "en"] as const).map((language) => [because, language] as const)))(
    "because of %s is readable in %s, at twice the size too",
    async (because, language) => {
      const { page, send, complaints, close } = await openScreen(stage.browser, stage.server, goSnapshot(), {
        language,
        viewport: { width: 450, height: 320 },
      });
      await send(checking(because));
      await send(again(because));
      await notice(page).getByRole("button").waitFor();
      expect(await cutOff(page)).toEqual([]);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

describe("days of grace", () => {
  const inGrace = (resolveBefore: string) => stopSnapshot({ findings: [{ ...findingsOf.updates, resolveBefore }] });
  // The clock of the page stands at 09:12 of 24 November in Tokyo.
  it.each([
    ["2026-11-29T00:12:04.000Z", "ja", "猶予 あと 4 日", "猶予はあと 4 日です（2026年11月29日(日) 09:12）。過ぎると業務が止まります。"],
    ["2026-11-26T01:00:00.000Z", "ja", "猶予 あと 2 日", "猶予はあと 2 日です"],
    ["2026-11-25T23:00:00.000Z", "ja", "猶予 あと 1 日", "猶予はあと 1 日です"],
    ["2026-11-25T08:00:00.000Z", "ja", "猶予 明日の 17:00 まで", "猶予は明日の 17:00 までです"],
    ["2026-11-24T08:00:00.000Z", "ja", "猶予 今日の 17:00 まで", "猶予は今日の 17:00 までです"],
    ["2026-11-24T08:00:00.000Z", "en", "Grace: until 17:00 today", "Grace period: until 17:00 today"],
    ["2026-11-25T23:00:00.000Z", "en", "Grace: 1 day left", "Grace period: 1 day left"],
    ["2026-11-29T00:12:04.000Z", "en", "Grace: 4 days left", "Grace period: 4 days left"],
  ] as const)("that end at %s count down in words (%s): %s", async (until, language, tag, body) => {
    const { page, close } = await openScreen(stage.browser, stage.server, inGrace(until), { language });
    await page.getByText(tag, { exact: true }).waitFor();
    expect(await page.locator(".finding-deadline").textContent()).toContain(body);
    await close();
  });

  it("stand in the sentence beside the light, and count on while the screen is open", async () => {
    const { page, close } = await openScreen(stage.browser, stage.server, inGrace("2026-11-24T00:26:00.000Z"));
    await page.locator(".status-sentence", { hasText: "猶予は今日の 09:26 までです。それまでに直してください。" }).waitFor();
    await page.clock.fastForward("14:30");
    await page.getByText("猶予 終了", { exact: true }).waitFor();
    await close();
  });
});
