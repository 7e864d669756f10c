import { afterAll, expect, it } from "vitest";
import { launchApp, newPerson } from "./launchApp.ts";
import { settled } from "./page.ts";

const person = newPerson("ja", false);
afterAll(() => person.forget());

it("greets once, while the check already runs, and leads straight to the light", async () => {
  const first = await launchApp(person);
  try {
    const { page } = first;
    await page.getByRole("heading", { level: 1, name: "はじめに" }).waitFor();
    expect((await settled(page)).decision).not.toBeNull();
    await page.getByRole("button", { name: "次へ" }).click();
    await page.getByRole("button", { name: "はい", exact: true }).click();
    await page.getByText("「はい」と記録しました。").waitFor();
    await page.getByRole("button", { name: "次へ" }).click();
    await page.getByRole("button", { name: "信号を見る" }).click();
    await page.locator("#status-word").waitFor();
    await expect.poll(async () => (await settled(page)).settings.introduced).toBe(true);
  } finally {
    await first.app.close();
  }
  const second = await launchApp(person);
  try {
    await second.page.locator("#status-word").waitFor();
    expect(await second.page.getByRole("heading", { name: "はじめに" }).count()).toBe(0);
  } finally {
    await second.app.close();
  }
});
