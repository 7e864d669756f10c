import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../shared/decision.ts";
import { launchApp, newPerson, type Running } from "./launchApp.ts";
import { callFrom, settled } from "./page.ts";

const person = newPerson("ja");
let running: Running;
beforeAll(async () => {
  running = await launchApp(person);
});
afterAll(async () => {
  await running.app.close();
  person.forget();
});

const reason = "出張先で作業しており、本日中に直すことができないため";
const measure = "機密の資料は開かず、終わったらすぐに電源を切る";
const tomorrow = () => new Date(Date.now() + 20 * 3_600_000).toISOString();

/** Answers every declaration with yes and covers every measured failure but the one. */
async function leaveOnly(finding: Finding): Promise<void> {
  const { findings, checks } = await settled(running.page);
  for (const { checkId, outcome } of findings) {
    if (checkId === finding.checkId || (outcome !== "block" && outcome !== "warn")) continue;
    const declared = checks.find(({ id }) => id === checkId)?.kind === "declared";
    const answer = declared
      ? await callFrom(running.page, "declarations.set", { checkId, affirmed: true })
      : await callFrom(running.page, "exceptions.request", { checkId, reason, compensatingMeasure: measure, ticket: "REQ-1042", endsAt: tomorrow() });
    expect(answer, checkId).toMatchObject({ ok: true });
  }
}

describe("from red to a documented exception, to amber, and back", () => {
  it("goes in the window, on what this machine really is", async () => {
    const { page } = running;
    const first = await settled(page);
    expect(first.decision?.light).toBe("stop");
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    const finding = first.findings.find(
      ({ checkId, outcome }) => outcome === "block" && first.checks.find(({ id }) => id === checkId)?.kind === "measured",
    );
    if (finding === undefined) throw new Error("this machine gives no measured reason to stop: the test needs one");
    await leaveOnly(finding);
    expect((await settled(page)).decision?.light).toBe("stop");

    const title = (await callFrom(page, "texts.get", { language: "ja" }))[`check.${finding.checkId}.title`] ?? "";
    const request = page.getByRole("button", { name: `例外を申請 ${title}` });
    if (!(await request.isVisible())) await page.getByRole("button", { name: new RegExp(`^${title} 要対応`) }).click();
    await request.click();
    await page.getByRole("textbox", { name: "理由" }).fill(reason);
    await page.getByRole("textbox", { name: "代わりの対策" }).fill(measure);
    await page.getByRole("textbox", { name: "申請番号" }).fill("REQ-1043");
    await page.getByRole("button", { name: "申請する" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await page.getByRole("heading", { level: 1, name: "注意" }).waitFor();
    const excepted = await settled(page);
    expect(excepted.decision?.light).toBe("caution");
    const covered = excepted.findings.find(({ checkId }) => checkId === finding.checkId);
    expect(covered).toMatchObject({ outcome: "excepted", verdict: finding.verdict });
    const id = covered?.exceptionId ?? "";
    expect(excepted.exceptions.find((exception) => exception.id === id)).toMatchObject({ reason, compensatingMeasure: measure, ticket: "REQ-1043" });

    await page.getByRole("button", { name: /^例外/ }).first().click();
    await page.getByRole("button", { name: `例外を取り消す ${id}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "取り消す", exact: true }).click();
    await expect.poll(async () => (await settled(page)).decision?.light, { timeout: 15_000 }).toBe("stop");
    await page.getByRole("button", { name: "点検", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    expect((await settled(page)).exceptions.find((exception) => exception.id === id)?.revokedAt).toMatch(/^\d{4}-/);
  });

  it("is still there, and still not green, after a new start", async () => {
    const before = (await settled(running.page)).exceptions.map(({ id }) => id);
    expect(before.length).toBeGreaterThan(0);
    await running.app.close();
    running = await launchApp(person);
    const after = await settled(running.page);
    expect(after.exceptions.map(({ id }) => id)).toEqual(before);
    expect(after.decision?.light).toBe("stop");
  });
});
