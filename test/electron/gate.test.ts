import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckId } from "../../shared/checks/verdict.ts";
import type { Clearance } from "../../shared/decision.ts";
import type { CheckInfo, Snapshot } from "../../shared/snapshot.ts";
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
const inTwentyHours = () => new Date(Date.now() + 20 * 3_600_000).toISOString();

/** Answers the declarations with yes and covers every measured failure that stops the activity, but the one. */
async function leaveOnly(one: CheckId, clearance: Clearance, checks: readonly CheckInfo[]): Promise<void> {
  for (const checkId of clearance.blockedBy.filter((id) => id !== one)) {
    const answer = isMeasured(checkId, checks)
      ? await callFrom(running.page, "exceptions.request", {
          checkId,
          reason,
          compensatingMeasure: measure,
          ticket: "REQ-1042",
          endsAt: inTwentyHours(),
        })
      : await callFrom(running.page, "declarations.set", { checkId, affirmed: true });
    expect(answer, checkId).toMatchObject({ ok: true });
  }
}

const isMeasured = (checkId: CheckId, checks: readonly CheckInfo[]) => checks.find(({ id }) => id === checkId)?.kind === "measured";
const clearanceOf = (snapshot: Snapshot, activityId: string) =>
  snapshot.decision?.clearances.find((clearance) => clearance.activityId === activityId);

describe("from red to a documented exception, to amber, and back", () => {
  it("goes in the window, on what this machine really is", async () => {
    const { page } = running;
    const first = await settled(page);
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    // The default policy allows no exception for the VPN: what needs it stays red, whatever one asks for.
    const stopped = first.decision?.clearances.find(
      ({ blockedBy }) => !blockedBy.includes("vpn") && blockedBy.some((id) => isMeasured(id, first.checks)),
    );
    const one = stopped?.blockedBy.find((id) => isMeasured(id, first.checks));
    if (stopped === undefined || one === undefined) throw new Error("this machine gives no measured reason to stop: the test needs one");
    await leaveOnly(one, stopped, first.checks);
    const { activityId } = stopped;
    expect(clearanceOf(await settled(page), activityId)).toMatchObject({ light: "stop", blockedBy: [one] });

    const title = (await callFrom(page, "texts.get", { language: "ja" }))[`check.${one}.title`] ?? "";
    const request = page.getByRole("button", { name: `例外を申請 ${title}` });
    if (!(await request.isVisible())) await page.getByRole("button", { name: new RegExp(`^${title} `), expanded: false }).click();
    await request.click();
    await page.getByRole("textbox", { name: "理由" }).fill(reason);
    await page.getByRole("textbox", { name: "代わりの対策" }).fill(measure);
    await page.getByRole("textbox", { name: "申請番号" }).fill("REQ-1043");
    await page.getByRole("button", { name: "申請する" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await page.getByRole("button", { name: new RegExp(`^${title} 例外`) }).waitFor();
    const excepted = await settled(page);
    expect(clearanceOf(excepted, activityId)).toMatchObject({ light: "caution", blockedBy: [] });
    const covered = excepted.findings.find(({ checkId }) => checkId === one);
    // The verdict stays what it was; only what it means has changed.
    expect(covered).toMatchObject({ outcome: "excepted", verdict: first.findings.find(({ checkId }) => checkId === one)?.verdict });
    const id = covered?.exceptionId ?? "";
    expect(excepted.exceptions.find((exception) => exception.id === id)).toMatchObject({ reason, compensatingMeasure: measure, ticket: "REQ-1043" });

    const navigation = page.getByRole("navigation", { name: "画面の切り替え" });
    await navigation.getByRole("button", { name: "例外" }).click();
    await page.getByRole("button", { name: `例外を取り消す ${id}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "取り消す", exact: true }).click();
    const revokedAt = async () => (await settled(page)).exceptions.find((exception) => exception.id === id)?.revokedAt;
    await expect.poll(revokedAt, { timeout: 15_000 }).toMatch(/^\d{4}-/);
    const revoked = await settled(page);
    expect(clearanceOf(revoked, activityId)).toMatchObject({ light: "stop", blockedBy: [one] });
    await navigation.getByRole("button", { name: "点検" }).click();
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
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
