import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lessons } from "../../shared/lessons/lessons.ts";
import { riskIds } from "../../shared/risks.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { findingsOf, noon, stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage, type ScreenOptions } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const rule = (id: string) => ({
  id,
  title: { ja: `${id} のルール`, en: `Rule ${id}` },
  text: { ja: "外では、自分のスマートフォンのテザリングを使います。", en: "Outside, use the hotspot of your own phone." },
});

/** Two lessons passed, four due; the rules were accepted in the revision before. */
function learner(part: Partial<Snapshot> = {}): Snapshot {
  const base = stopSnapshot();
  const passed = { passedAt: "2026-11-01T00:00:00.000Z", validUntil: "2027-11-01T00:00:00.000Z", due: false };
  return stopSnapshot({
    policyTexts: { ...base.policyTexts, conduct: [rule("wifi"), rule("loss")] },
    checks: [...base.checks, { id: "rules-accepted", group: "rules", kind: "declared", risks: ["human-error"], facts: [] }],
    declarations: [{ checkId: "rules-accepted", affirmed: true, at: "2026-10-01T00:00:00.000Z", policyRevision: 11 }],
    answers: [{ checkId: "rules-accepted", counts: false, message: { key: "check.rules-accepted.changed" } }],
    lessons: riskIds.map((id) => (id === "malware" || id === "loss" ? { id, ...passed } : { id, passedAt: null, validUntil: null, due: true })),
    ...part,
  });
}

async function openLearn(snapshot: Snapshot = learner(), options: ScreenOptions = {}) {
  const screen = await openScreen(stage.browser, stage.server, snapshot, options);
  await openByMenu(screen.page, options.language === "en" ? "Learn" : "学ぶ");
  await screen.page.getByRole("heading", { level: 2, name: options.language === "en" ? "Learn" : "学ぶ" }).waitFor();
  return screen;
}

/** In a narrow window the screens are behind one button. */
async function openByMenu(page: Page, name: string) {
  const button = page.getByRole("navigation").getByRole("button", { name, exact: true });
  if (!(await button.isVisible())) await page.getByRole("navigation").getByRole("button").first().click();
  await button.click();
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");
/** Presses Tab until the element with these words has the focus. */
async function tabTo(page: Page, words: string | RegExp) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => {
      const element = document.activeElement;
      return element instanceof HTMLInputElement ? (element.closest("label")?.textContent ?? "") : (element?.textContent ?? "");
    });
    if (typeof words === "string" ? text.includes(words) : words.test(text)) return;
  }
  throw new Error(`no way by Tab to ${words}`);
}

const { intrusion } = lessons;
const rightOf = (question: number) => intrusion.questions[question]?.options.findIndex(({ right }) => right) ?? 0;

describe("the lessons", () => {
  it("list what is due first, with words for each state", async () => {
    const { page, close } = await openLearn();
    const titles = await page.locator(".lesson-words h3").allTextContents();
    expect(titles).toEqual(
      ["eavesdropping", "intrusion", "external-service", "human-error", "malware", "loss"].map((id) => lessons[id as "loss"].title.ja),
    );
    await expect.poll(() => page.getByText("受けるレッスンが 4 件あります。").count()).toBe(1);
    expect(await page.locator(".lesson-row").last().textContent()).toMatch(/2026.*に終えました（.*2027.*まで有効）/);
    expect(await focused(page)).toBe("学ぶ");
    await close();
  });

  it("are taken by keyboard alone: a wrong answer is explained, a right one ends the lesson", async () => {
    const { page, fake, close } = await openLearn();
    await tabTo(page, `始める ${intrusion.title.ja}`);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: intrusion.title.ja }).waitFor();
    expect(await focused(page)).toBe(intrusion.title.ja);
    // Nothing chosen: each question says so.
    await tabTo(page, "答え合わせをする");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("まだ選んでいない問題があります。");
    await expect.poll(() => page.getByText("答えを 1 つ選んでください。").count()).toBe(3);
    // The first option of the first question is a wrong one.
    for (const question of [0, 1, 2]) {
      await page.getByRole("group").nth(question).getByRole("radio").first().focus();
      await page.keyboard.press("Space");
      for (let step = 0; step < (question === 0 ? 0 : rightOf(question)); step++) await page.keyboard.press("ArrowDown");
    }
    await tabTo(page, "答え合わせをする");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toContain("まちがいは記録しません");
    await expect.poll(() => page.getByText(intrusion.questions[0].options[0].why.ja).count()).toBe(1);
    // Not even asked: what is wrong is nobody's business.
    expect(fake.asked.some(({ id }) => id === "lessons.answer")).toBe(false);
    await page.getByRole("group").first().getByRole("radio").nth(rightOf(0)).focus();
    await page.keyboard.press("Space");
    expect(await page.getByText(intrusion.questions[0].options[0].why.ja).count()).toBe(0);
    await tabTo(page, "答え合わせをする");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: `「${intrusion.title.ja}」を終えました` }).waitFor();
    expect(fake.asked.find(({ id }) => id === "lessons.answer")?.input).toEqual({ lessonId: "intrusion", answers: [0, 1, 2].map(rightOf) });
    expect(await focused(page)).toContain("を終えました");
    await tabTo(page, "一覧に戻る");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: "学ぶ" }).waitFor();
    await close();
  });

  it("keep the answers while another screen is shown, and when they cannot be saved", async () => {
    const { page, fake, close } = await openLearn();
    fake.answers["lessons.answer"] = () => ({ ok: false, code: "state-unwritable" });
    const start = () => page.getByRole("button", { name: `始める ${intrusion.title.ja}` }).click();
    await start();
    for (const question of [0, 1, 2]) await page.getByRole("group").nth(question).getByRole("radio").nth(rightOf(question)).check();
    await openByMenu(page, "点検");
    await openByMenu(page, "学ぶ");
    await start();
    await expect.poll(() => page.getByRole("radio", { checked: true }).count()).toBe(3);
    await page.getByRole("button", { name: "答え合わせをする" }).click();
    await page.getByText("終えたことを保存できませんでした。").waitFor();
    await expect.poll(() => page.getByRole("radio", { checked: true }).count()).toBe(3);
    await close();
  });
});

describe("the rules", () => {
  it("show whether what was accepted still counts, and why not, and ask again, by keyboard", async () => {
    const { page, fake, send, close } = await openLearn();
    await expect.poll(() => page.getByRole("heading", { level: 3, name: "標準ポリシー 第12版のルール" }).count()).toBe(1);
    expect(await page.locator(".rules-state").textContent()).toMatch(/check\.rules-accepted\.changed 前に同意したのは 2026/);
    await tabTo(page, "読んで同意します");
    await page.keyboard.press("Enter");
    await expect.poll(() => fake.asked.find(({ id }) => id === "declarations.set")?.input).toEqual({ checkId: "rules-accepted", affirmed: true });
    await send(
      learner({
        declarations: [{ checkId: "rules-accepted", affirmed: true, at: noon, policyRevision: 12 }],
        answers: [{ checkId: "rules-accepted", counts: true, message: { key: "check.rules-accepted.yes" } }],
      }),
    );
    await expect.poll(() => page.locator(".rules-state").textContent()).toMatch(/このルールに .* に同意しました。/);
    expect(await page.getByRole("button", { name: "読んで同意します" }).count()).toBe(0);
    await close();
  });

  it("fall back to the measures that are rules, and say so when there is nothing to read", async () => {
    const base = stopSnapshot();
    const measures = base.policyTexts.measures.map((measure, index) => ({
      ...measure,
      group: index === 0 ? ("rules" as const) : ("technology" as const),
    }));
    const some = await openLearn(learner({ policyTexts: { ...base.policyTexts, conduct: [], measures } }));
    expect(await some.page.locator(".rules-list h4").allTextContents()).toEqual([measures[0]?.title.ja]);
    await some.close();
    const none = await openLearn(learner({ policyTexts: { ...base.policyTexts, conduct: [], measures: measures.slice(1) } }));
    await expect.poll(() => none.page.getByText("このポリシーには、読むルールがありません。").count()).toBe(1);
    expect(await none.page.getByRole("button", { name: "読んで同意します" }).count()).toBe(0);
    await none.close();
  });
});

describe.each([
  ["ja", "light", 900, 640],
  ["en", "dark", 1920, 1080],
  ["ja", "dark", 450, 320],
  ["en", "light", 450, 320],
] as const)("in %s, %s, %i × %i", (language, colorScheme, width, height) => {
  it("nothing is cut off and axe finds nothing, in the list and in a lesson", async () => {
    const { page, complaints, close } = await openLearn(learner(), { language, colorScheme, viewport: { width, height } });
    expect(await cutOff(page)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.locator(".lesson-row button").first().click();
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: language === "ja" ? "答え合わせをする" : "Check my answers" }).click();
    expect(await cutOff(page)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("questions in the row of an activity", () => {
  const privacy = { ...findingsOf.privacy, outcome: "block" as const };
  const blocked = (blockedBy: string[]) => {
    const base = stopSnapshot();
    const clearances = base.decision?.clearances.map((clearance) =>
      clearance.activityId === "customer-data" ? { ...clearance, blockedBy } : clearance,
    );
    return { findings: [privacy, findingsOf.vpn], decision: base.decision && { ...base.decision, clearances: clearances ?? [] } };
  };
  it("stand there with their answers once nothing else keeps it shut", async () => {
    const { page, fake, close } = await openScreen(stage.browser, stage.server, stopSnapshot(blocked(["screen-privacy"])));
    const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /顧客情報/ }) });
    expect(await row.textContent()).toContain("この業務には、あと 1 つの確認が必要です");
    await row.getByRole("button", { name: /^はい/ }).click();
    await expect.poll(() => fake.asked.find(({ id }) => id === "declarations.set")?.input).toEqual({ checkId: "screen-privacy", affirmed: true });
    await close();
  });
  it("do not nag while the PC itself keeps it shut, and the sentence beside the light speaks of the PC first", async () => {
    const { page, close } = await openScreen(stage.browser, stage.server, stopSnapshot(blocked(["screen-privacy", "vpn"])));
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    expect(await page.getByText("つの確認が必要です").count()).toBe(0);
    expect(await page.locator(".status-sentence").textContent()).not.toContain("「はい」か「いいえ」");
    await close();
  });
});
