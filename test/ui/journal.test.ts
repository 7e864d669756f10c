import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { daysUntil } from "../../electron/services/localDay.ts";
import type { JournalDay, JournalKind, JournalLine, JournalState } from "../../shared/journal.ts";
import { stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage, type ScreenOptions } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Stop on the last day, then a pattern with every kind of day. */
const days: readonly JournalDay[] = daysUntil("2026-11-24", 90).map((day, index) => {
  const worst = index === 89 ? "stop" : (["go", "go", "caution", "stop", null, null, null] as const)[index % 7];
  const entries = index % 7 === 5 ? 2 : worst === null ? 0 : 4;
  const none = { go: 0, caution: 0, stop: 0 };
  return { day, runs: worst === null ? 0 : 2, lights: worst ? { ...none, [worst]: 2 } : none, worst: worst ?? null, entries, untrusted: 0 };
});
const line = (seq: number, kind: JournalKind | string, data: JournalLine["data"], trusted = true): JournalLine => {
  return { seq, at: "2026-11-24T00:12:04.000Z", kind, data, trusted };
};
const lines: readonly JournalLine[] = [
  line(9, "dispute", { checkId: "screen-lock", words: "<b>設定済み</b>\u202e", runId: "r", verdict: "x", status: "fail" }),
  line(8, "report-export", { format: "html", helpdeskCode: "C622-2062-HJTT", digest: "sha256-0", language: "ja", readable: [] }),
  line(7, "decision", { light: "stop", helpdeskCode: "C622-2062-HJTT", runId: "r" }),
  line(6, "run", { runId: "r", lookedAt: "all", coverage: { evaluated: 17, unknown: 1, skipped: 0, declared: 3 } }),
  line(5, "from-tomorrow", { what: "unknown" }, false),
];
const whole: JournalState = { ok: true, entries: 240, brokenAt: null };

async function openJournal({
  state = whole,
  list = lines,
  ...options
}: ScreenOptions & { state?: JournalState; list?: readonly JournalLine[] } = {}) {
  const screen = await openScreen(stage.browser, stage.server, stopSnapshot(), {
    ...options,
    prepare: ({ answers }) => {
      answers["journal.days"] = () => ({ days: [...days], state });
      answers["journal.entries"] = ({ kinds }) => ({ lines: list.filter(({ kind }) => !kinds || kinds.some((one) => one === kind)), more: 0 });
    },
  });
  // The navigation is folded in a narrow window.
  const name = options.language === "en" ? "Journal" : "記録";
  const entry = screen.page.getByRole("button", { name, exact: true });
  if (!(await entry.isVisible())) await screen.page.locator(".header-nav, header").getByRole("button").first().click();
  await entry.click();
  await screen.page.getByRole("heading", { level: 2, name }).waitFor();
  await screen.page.getByRole("listbox").waitFor();
  return screen;
}

const chosenDay = (page: Page) => page.locator('[role="option"][aria-selected="true"] .visually-hidden').textContent();

describe("the picture of 90 days", () => {
  it("says of each day its worst light in a word, and begins with today", async () => {
    const { page, close, fake } = await openJournal();
    expect(
      await page
        .getByRole("listbox", { name: /^最近の 90 日/ })
        .getByRole("option")
        .count(),
    ).toBe(90);
    expect(await chosenDay(page)).toMatch(/^11月24日.*、停止、点検 2 回$/);
    await page.getByText("開始できます 26 日").waitFor();
    expect(fake.asked.filter(({ id }) => id === "journal.days")).toEqual([{ id: "journal.days", input: { days: 90 } }]);
    expect(fake.asked.filter(({ id }) => id === "journal.entries")).toEqual([{ id: "journal.entries", input: { day: "2026-11-24" } }]);
    await close();
  });

  it("is walked through by keyboard: by day, by week, to both ends", async () => {
    const { page, close } = await openJournal();
    await page.getByRole("listbox").focus();
    const chosen = async (key: string) => {
      await page.keyboard.press(key);
      return chosenDay(page);
    };
    expect(await chosen("ArrowLeft")).toMatch(/^11月23日/);
    expect(await chosen("PageUp")).toMatch(/^11月16日/);
    expect(await chosen("Home")).toMatch(/^8月27日/);
    expect(await chosen("ArrowLeft")).toMatch(/^8月27日/);
    expect(await chosen("End")).toMatch(/^11月24日/);
    await page.getByRole("heading", { level: 3, name: /^11月24日/ }).waitFor();
    await close();
  });
});

describe("the entries of a day", () => {
  it("are sentences; text from outside is text, and what only a later version knows is shown as it was written", async () => {
    const { page, close } = await openJournal();
    const items = page.locator(".lines > li");
    await expect.poll(() => items.count()).toBe(5);
    await page.getByText(/判定がおかしいと申し出ました：<b>設定済み<\/b>\ufffd/).waitFor();
    await page.getByText("HTML の報告書を書き出しました。番号は C622-2062-HJTT です。").waitFor();
    await page.getByText("判定は「停止」でした。番号は C622-2062-HJTT です。").waitFor();
    await page.getByText("すべて点検しました。測定 17 項目、確認できず 1 項目。").waitFor();
    const unknown = items.filter({ hasText: "from-tomorrow" });
    await unknown.getByText("確かではありません").waitFor();
    await unknown.getByRole("button", { name: "記録 5 番の内容" }).click();
    await unknown.getByText('"what": "unknown"').waitFor();
    await close();
  });

  it("can be narrowed to one kind", async () => {
    const { page, close, fake } = await openJournal({ language: "en" });
    await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "Report" });
    await expect.poll(() => page.locator(".lines > li").count()).toBe(1);
    expect(fake.asked.at(-1)).toEqual({ id: "journal.entries", input: { day: "2026-11-24", kinds: ["report-export"] } });
    await close();
  });

  it("of a busy day are drawn in parts", async () => {
    const many = Array.from({ length: 2000 }, (_, index) => line(2000 - index, "decision", { light: "go", helpdeskCode: "X" }));
    const { page, close } = await openJournal({ list: many });
    await expect.poll(() => page.locator(".lines > li").count()).toBe(50);
    await page.getByRole("button", { name: "もっと見る（あと 1950 件）" }).click();
    await expect.poll(() => page.locator(".lines > li").count()).toBe(100);
    await close();
  });
});

describe("the chain", () => {
  it("is said to be whole, or where it is broken and what to do", async () => {
    const first = await openJournal({ language: "en" });
    await first.page.getByText("The journal is intact (240 entries)").waitFor();
    await first.close();
    const second = await openJournal({ language: "en", state: { ok: false, entries: 11, brokenAt: { line: 12, reason: "the line was changed" } } });
    await second.page.getByText(/The journal is broken at line 12\. Only the first 11 entries can be relied on\./).waitFor();
    await second.close();
  });

  it("can be exported, and the screen says how that ended", async () => {
    const { page, close, fake } = await openJournal();
    const content = '{"seq":1}\n';
    fake.answers["journal.export"] = () => ({ ok: true, how: "download", fileName: "preflight-journal.jsonl", content });
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "記録を書き出す" }).click()]);
    expect([file.suggestedFilename(), await readFile(await file.path(), "utf8")]).toEqual(["preflight-journal.jsonl", content]);
    await page.getByText("「preflight-journal.jsonl」をダウンロードしました。").waitFor();
    fake.answers["journal.export"] = () => ({ ok: false, code: "unreadable" });
    await page.getByRole("button", { name: "記録を書き出す" }).click();
    await page.getByText("記録のファイルを読めませんでした。ヘルプデスクに連絡してください。").waitFor();
    fake.answers["journal.export"] = () => ({ ok: false, code: "no-space" });
    await page.getByRole("button", { name: "記録を書き出す" }).click();
    await page.getByText("空き容量が足りないため、ファイルを書き込めませんでした。").waitFor();
    await close();
  });
});

describe("the screen", () => {
  const looks = (["light", "dark"] as const).flatMap((colorScheme) => [900, 450].map((width) => ({ colorScheme, width })));
  it.each(looks)("has nothing that axe-core objects to and fits ($colorScheme, $width)", async ({ colorScheme, width }) => {
    for (const language of ["ja", "en"] as const) {
      const viewport = { width, height: width === 900 ? 640 : 320 };
      const state: JournalState = { ok: false, entries: 11, brokenAt: { line: 12, reason: "the line was changed" } };
      const { page, close } = await openJournal({ language, colorScheme, viewport, state });
      await page.locator(".lines > li").first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      await close();
    }
  });
});
